import { addClaims } from '../../../src/edit/bulk/add-claims.ts';
import { addEntities } from '../../../src/edit/bulk/add-entities.ts';
import type { EditTarget } from '../../../src/edit/edit-target.ts';
import { fileConflict } from '../../../src/edit/file-conflict.ts';
import { makeContinuity } from '../../../src/edit/make-continuity.ts';
import { revoke, rule } from '../../../src/edit/rule.ts';
import type { Claim } from '../../../src/lore/claim.ts';
import type { Entity } from '../../../src/lore/entity.ts';
import type { ClaimId } from '../../../src/lore/ids.ts';
import { RULING_KINDS } from '../../../src/lore/ruling.ts';
import type { WriteSession } from '../../../src/lore/writer.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { TESTER } from '../../support/lorebook.ts';

/** A number that picks among what is there. */
export type Picks = readonly [number, number, number];

type RandomEdit = (book: Lorebook, picks: Picks) => void;

export function targetOn(book: Lorebook): EditTarget {
  return { ...book, by: { actor: TESTER, level: 'admin', isOwnOnly: false }, at: 1_000 };
}

function one<T>(of: readonly T[], pick: number): T {
  const chosen = of[pick % of.length];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

const BATCH = { canCreate: true, isPartial: true, isDryRun: false };
const NAMES = ['Aldra', 'Berg', 'Cold Harbour', 'Dorn', 'Aldra the Younger'];
const PREDICATES: readonly (readonly [string, (pick: number) => string])[] = [
  ['killed_by', (pick) => one(NAMES, pick)],
  ['died', (pick) => String(2300 + (pick % 90))],
  ['based_at', (pick) => one(NAMES, pick)],
  ['count_of', (pick) => `${pick % 50} ships`],
  ['described_as', (pick) => `word number ${pick % 9}`],
];

function record(session: WriteSession, op: string): void {
  session.record({ actor: TESTER, op, target: 'lorebook', at: 1_000 });
}

function liveClaims({ read }: Lorebook): readonly Claim[] {
  return read.accounts.flatMap((account) => read.claimsByAccount(account.id, 10_000));
}

function entities({ read }: Lorebook, isWanted: (entity: Entity) => boolean = () => true): readonly Entity[] {
  return [...read.eachEntity()].filter((entity) => entity.kind !== 'continuity' && isWanted(entity));
}

function inSession(op: string, work: (session: WriteSession, book: Lorebook, picks: Picks) => void): RandomEdit {
  return (book, picks) =>
    book.write.transaction((session) => {
      record(session, op);
      work(session, book, picks);
    });
}

const CONTINUITIES = ['told', 'main', 'splinter', 'far side'];

export const RANDOM_EDITS: Readonly<Record<string, RandomEdit>> = {
  'claims in bulk': (book, [a, b, c]) => {
    const rows = [a, b, c].map((pick, line) => {
      const [predicate, value] = one(PREDICATES, pick);
      return {
        line,
        cells: {
          subject: pick % 3 === 0 ? one(entities(book), b).slug : one(NAMES, pick + b),
          predicate,
          value: value(pick + c),
          statement: `Row ${pick % 7} tells of ${one(NAMES, pick)}.`,
          ...(pick % 2 === 0 ? { key: `K${pick % 6}` } : {}),
          ...(pick % 3 === 0 ? { continuity: one(CONTINUITIES, b) } : {}),
          ...(pick % 4 === 0 ? { work: one(['First Book', 'Second Book'], c) } : {}),
          ...(pick % 5 === 0 ? { qualifiers: `event=${one(NAMES, c)}` } : {}),
        },
      };
    });
    addClaims(targetOn(book), one(['A fresh telling', 'Another telling'], c), rows, BATCH);
  },
  'entities in bulk': (book, [a, b]) => {
    const rows = [{ line: 1, cells: { name: one(NAMES, a), aliases: `Alias ${b % 5}|Of ${a % 3}`, kind: 'person' } }];
    addEntities(targetOn(book), rows, BATCH);
  },
  'a retraction': inSession('retract', (session, book, [a]) => session.retractClaim(one(liveClaims(book), a).id, null)),
  'an amendment': inSession('amend', (session, book, [a, b]) => {
    const { predicate, id, ...told } = one(liveClaims(book), a);
    session.retractClaim(id, null);
    const first = session.addClaim({
      ...told,
      predicate,
      statement: `Amended ${b % 9} times.`,
      extent: { first: null, last: null },
    });
    session.set('claim.continuity', first, told.continuity);
  }),
  'a citation': inSession('cite', (session, book, [a, b]) => {
    const works = book.read.works();
    if (works.length > 0) {
      session.addCitation(one(liveClaims(book), a).id, { work: one(works, b).entity, locator: `page ${b % 9}` });
    }
  }),
  'an alias': inSession('alias', (session, book, [a, b]) =>
    session.addAlias(one(entities(book), a).id, `Alias ${b % 5}`, book.read.accounts[b % 3]?.id ?? null),
  ),
  'an alias less': inSession('alias', (session, book, [a, b]) => {
    const { id } = one(entities(book), a);
    const aliases = book.read.aliases(id);
    if (aliases.length > 0) session.removeAlias(id, one(aliases, b));
  }),
  'a name': inSession('rename', (session, book, [a, b]) =>
    session.set('entity.name', one(entities(book), a).id, `${one(NAMES, b)} renamed`),
  ),
  'a kind': inSession('kind', (session, book, [a, b]) =>
    session.set(
      'entity.kind',
      one(
        entities(book, ({ kind }) => kind !== 'work'),
        a,
      ).id,
      one(['person', 'place', 'office'], b),
    ),
  ),
  'a home': inSession('home', (session, book, [a, b]) =>
    session.setHome(one(entities(book), a).id, one(book.read.continuities.all, b).id),
  ),
  'a counterpart': inSession('counterpart', (session, book, [a, b]) =>
    session.setCounterpart(one(entities(book), a).id, one(entities(book), b).id),
  ),
  'a merge': inSession('merge', (session, book, [a, b]) => {
    const from = one(entities(book), a);
    const into = one(
      entities(book, ({ id }) => id !== from.id),
      b,
    );
    session.mergeEntity(from.id, into.id);
  }),
  'a split': inSession('split', (session, book, [a, b]) => {
    const from = one(
      entities(book, ({ id }) => book.read.claimsBySubject(id).length > 0),
      a,
    );
    const fresh = session.addEntity({
      slug: `split-${from.slug}-${book.log.edits({ limit: 1 })[0]?.id}-${b}`,
      name: from.name,
      kind: from.kind,
      continuity: null,
      about: '',
      isShared: false,
    });
    const claims = book.read.claimsBySubject(from.id);
    for (const { id } of claims.slice(0, 1 + (b % claims.length))) session.repointClaim(id, from.id, fresh);
  }),
  'a claim moved': inSession('move', (session, book, [a, b]) =>
    session.moveClaim(one(liveClaims(book), a).id, one(book.read.continuities.all, b).id),
  ),
  'a timeline': inSession('continuity', (session, book, [a]) => {
    const name = one(['Elsewhere', 'Far Side', 'Third'], a);
    if (book.read.continuities.all.every((known) => known.name !== name)) {
      makeContinuity(name, session, book.references, book.read.continuities);
    }
  }),
  'a timeline changed': inSession('continuity', (session, book, [a, b]) => {
    const { all, home } = book.read.continuities;
    const node = one(all, a);
    session.set('continuity.tier', node.id, b % 3);
    if (node.parent !== null && node.id !== home.id) session.set('continuity.name', node.id, `Renamed ${b % 4}`);
  }),
  'an account': inSession('account', (session, book, [a, b]) =>
    session.set('account.tier', one(book.read.accounts, a).id, b % 4),
  ),
  'a predicate': inSession('predicate', (session, book, [a, b]) => {
    const predicate = one(book.read.predicates.all, a);
    session.setPredicate({ ...predicate, cardinality: one(['1', 'n'] as const, b) });
  }),
  'a setting': inSession('settings', (session, _book, [a, b]) =>
    session.setSetting(one(['title', 'description', 'own_only'], a), one([`Value ${b % 9}`, null, true], b)),
  ),
  'a ruling': (book, [a, b, c]) => {
    const findings = book.read.findings({ limit: 500 });
    if (findings.length === 0) return;
    const finding = one(findings, a);
    const claim = one(one(finding.sides, b), c);
    const kind = one(RULING_KINDS, c);
    rule(targetOn(book), { finding: finding.id, kind, claim, note: `Because ${b}.`, timeline: one(CONTINUITIES, a) });
  },
  'a ruling revoked': (book, [a]) => {
    const ruled = book.read.findings({ limit: 500 }).filter(({ id }) => book.read.rulingOn(id) !== null);
    if (ruled.length > 0) revoke(targetOn(book), one(ruled, a).id, 'We thought again.');
  },
  'a conflict filed': (book, [a, b]) => {
    const claims: readonly ClaimId[] = [one(liveClaims(book), a).id, one(liveClaims(book), b).id];
    fileConflict(targetOn(book), { title: `Filed ${a % 5}`, why: 'They differ.', claims });
  },
};
