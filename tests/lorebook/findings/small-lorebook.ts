import type { ClaimValue, Modality, Qualifier } from '../../../src/lore/claim.ts';
import { fold } from '../../../src/lore/fold.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId } from '../../../src/lore/ids.ts';
import type { DateKind } from '../../../src/lore/time/bounds.ts';
import { boundsOf } from '../../../src/lore/time/date-bounds.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { parseDate } from '../../../src/lore/time/parse-date.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { openLorebook } from '../../../src/lorebook/open.ts';
import { insertClaim } from '../../../src/lorebook/write/insert-claim.ts';
import { writeSession } from '../../../src/lorebook/write/session.ts';
import { newTouched } from '../../../src/lorebook/write/touched.ts';
import { basePredicates } from '../../../src/pack/base-predicates.ts';

export interface ClaimSketch {
  readonly subject: number;
  readonly predicate: string;
  readonly value?: ClaimValue;
  readonly date?: string | null;
  readonly kind?: DateKind;
  readonly account?: number;
  readonly continuity?: number;
  readonly modality?: Modality;
  readonly qualifiers?: readonly Qualifier[];
  readonly works?: readonly number[];
}

/** A lorebook in memory with timelines root > branch > twig, apart; three accounts; and entities as asked for. */
export interface SmallLorebook {
  readonly book: Lorebook;
  readonly edit: number;
  entity(name: string, kind: string): number;
  claim(sketch: ClaimSketch): ClaimId;
  retract(claim: number): void;
  restore(claim: number): void;
}

export function smallLorebook(): SmallLorebook {
  const opened = openLorebook(':memory:', () => 0);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const { database } = opened.value;
  const session = writeSession(database, newTouched(database));
  const edit = session.record({ actor: { ref: 'test', name: 'test' }, op: 'test', target: 'lorebook', at: 0 });
  for (const predicate of basePredicates()) session.addPredicate(predicate);
  const entity = (name: string, kind: string): number =>
    session.addEntity({
      slug: fold(name).replaceAll(' ', '-'),
      name,
      kind,
      continuity: null,
      about: '',
      isShared: false,
    });
  let parent: ContinuityId | null = null;
  for (const slug of ['root', 'branch', 'twig']) {
    parent = session.addContinuity({
      slug,
      name: slug,
      parent,
      branch: null,
      branchDay: null,
      tier: 0,
      entity: entity(`timeline ${slug}`, 'continuity') as EntityId,
    });
  }
  session.addContinuity({
    slug: 'apart',
    name: 'apart',
    parent: 1 as ContinuityId,
    branch: null,
    branchDay: null,
    tier: 0,
    entity: entity('timeline apart', 'continuity') as EntityId,
  });
  session.setSetting('default_continuity', 'root');
  for (const slug of ['a', 'b', 'c']) {
    session.addAccount({
      slug,
      title: `Account ${slug}`,
      kind: '',
      voice: '',
      continuity: null,
      here: null,
      now: null,
      copyOf: null,
      tier: 0,
    });
  }
  return {
    book: opened.value,
    edit,
    entity,
    claim: (sketch) => {
      const kind = sketch.kind ?? 'point';
      const read = sketch.date == null ? null : parseDate(sketch.date, GREGORIAN);
      if (read !== null && !read.ok) throw new Error(`no date: ${sketch.date}`);
      return insertClaim(database, {
        account: (sketch.account ?? 1) as AccountId,
        key: null,
        continuity: (sketch.continuity ?? 1) as ContinuityId,
        subject: sketch.subject as EntityId,
        predicate: sketch.predicate,
        value: sketch.value ?? { kind: 'date' },
        date: read === null ? null : (sketch.date ?? null),
        dateKind: read === null ? 'none' : kind,
        bounds: boundsOf(read?.value ?? null, kind),
        extent: { first: null, last: null },
        modality: sketch.modality ?? 'asserted',
        statement: '',
        qualifiers: sketch.qualifiers ?? [],
        citations: (sketch.works ?? []).map((work) => ({ work: work as EntityId, locator: '' })),
      });
    },
    retract: (claim) => void database.run('UPDATE claim SET retracted_by = ? WHERE id = ?', edit, claim),
    restore: (claim) => void database.run('UPDATE claim SET retracted_by = NULL WHERE id = ?', claim),
  };
}
