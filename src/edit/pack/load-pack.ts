import type { Account } from '../../lore/account.ts';
import { type Continuity, continuityTree } from '../../lore/continuity.ts';
import type { AccountId, ContinuityId, EntityId } from '../../lore/ids.ts';
import { readClaimRow } from '../../lore/intake/claim-row.ts';
import { type Predicate, predicateCatalogue } from '../../lore/predicate.ts';
import type { References } from '../../lore/references.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { GREGORIAN } from '../../lore/time/gregorian.ts';
import { worldDays } from '../../lore/time/world-today.ts';
import type { Actor, LoreWriter, WriteSession } from '../../lore/writer.ts';
import type { Pack, PackFault } from '../../pack/pack.ts';
import { type RowWriter, writeRow } from '../write-row.ts';
import { fileConflicts } from './filed-conflicts.ts';
import { loadContinuities } from './pack-continuities.ts';
import { loadEntities } from './pack-entities.ts';
import { loadPassages } from './pack-passages.ts';
import { packPredicates } from './pack-predicates.ts';
import { withReleases } from './pack-releases.ts';

export interface PackLoad {
  readonly writer: LoreWriter;
  readonly references: References;
  readonly actor: Actor;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface LoadedPack {
  readonly entities: number;
  readonly claims: number;
}

/** A rule that names real days finds the world's on any of ours. */
const ANY_DAY = { year: 2000, month: 1, day: 1 };

class Faulty extends Error {
  readonly faults: readonly PackFault[];
  constructor(faults: readonly PackFault[]) {
    super('the pack has faults');
    this.faults = faults;
  }
}

/** Makes an empty lorebook of a pack, in one transaction: all of it, or nothing and every fault by file and row. */
export function loadPack(pack: Pack, load: PackLoad): Result<LoadedPack, readonly PackFault[]> {
  try {
    const whole = withReleases(pack);
    return ok(load.writer.transaction((session) => loadAll(whole, session, load)));
  } catch (error) {
    if (error instanceof Faulty) return fail(error.faults);
    throw error;
  }
}

function loadAll(pack: Pack, session: WriteSession, load: PackLoad): LoadedPack {
  // Another process may have filled the same new lorebook a moment ago; its work stands.
  if (!session.isEmpty()) return { entities: 0, claims: 0 };
  const faults: PackFault[] = [];
  const { head } = pack;
  const calendar = head.calendar ?? GREGORIAN;
  for (const name of ['name', 'title', 'description', 'licence', 'language', 'default_continuity'] as const) {
    session.setSetting(name, head[name]);
  }
  session.setSetting('chief_office', head.chief_office ?? null);
  session.setSetting('calendar', head.calendar ?? null);
  session.setSetting('today', head.today ?? null);
  if (head.today?.kind === 'set' && worldDays(head.today, calendar, ANY_DAY).length === 0) {
    const fault = { kind: 'date', text: `${head.today.date}, ${head.today.since}`, column: 'today' } as const;
    faults.push({ place: { file: 'pack.json', row: null }, fault });
  }

  const predicates = packPredicates(head.predicates, faults);
  for (const predicate of predicates) session.addPredicate(predicate);
  const continuities = loadContinuities(pack, session, calendar, faults);
  const home = continuities.find((node) => node.slug === head.default_continuity);
  if (home === undefined) {
    const fault = { kind: 'unknown', what: 'default_continuity', text: head.default_continuity } as const;
    throw new Faulty([...faults, { place: { file: 'pack.json', row: null }, fault }]);
  }
  const worksIn = loadEntities(pack, session, continuities, load.references, faults);
  const accounts = loadAccounts(pack, session, continuities, faults);
  const claims = loadClaims(pack, {
    session,
    load,
    calendar,
    predicates,
    continuities,
    home,
    accounts,
    worksIn,
    faults,
  });
  const tree = continuityTree(continuities, home.id);
  loadPassages(pack, { session, references: load.references, accounts, tree, faults });
  fileConflicts(pack, session, accounts, faults);
  if (faults.length > 0) throw new Faulty(faults);
  const loaded = { entities: pack.entities.length + pack.works.length, claims };
  session.record({
    actor: load.actor,
    op: 'load-pack',
    target: 'lorebook',
    after: { pack: head.name, ...loaded },
    at: load.at,
  });
  return loaded;
}

function loadAccounts(
  pack: Pack,
  session: WriteSession,
  continuities: readonly Continuity[],
  faults: PackFault[],
): readonly Account[] {
  const place = { file: 'pack.json', row: null };
  const accounts: Account[] = [];
  const timeline = (slug: string | null | undefined): ContinuityId | null => {
    if (slug === null || slug === undefined) return null;
    const node = continuities.find((continuity) => continuity.slug === slug);
    if (node === undefined) faults.push({ place, fault: { kind: 'unknown', what: 'continuity', text: slug } });
    return node?.id ?? null;
  };
  const original = (slug: string | null | undefined): AccountId | null => {
    if (slug === null || slug === undefined) return null;
    const known = accounts.find((account) => account.slug === slug);
    if (known === undefined) faults.push({ place, fault: { kind: 'unknown', what: 'account', text: slug } });
    return known?.id ?? null;
  };
  // An account that another was copied from comes first, whatever the order in the file.
  const ordered = [...pack.head.accounts].sort((a, b) => Number(a.copy_of != null) - Number(b.copy_of != null));
  for (const row of ordered) {
    if (accounts.some((account) => account.slug === row.slug)) {
      faults.push({ place, fault: { kind: 'two-of', what: 'account', text: row.slug } });
      continue;
    }
    const account = {
      slug: row.slug,
      title: row.title,
      kind: row.kind,
      voice: row.voice,
      continuity: timeline(row.continuity),
      here: timeline(row.here),
      now: row.now ?? null,
      copyOf: original(row.copy_of),
      tier: row.tier,
    };
    accounts.push({ id: session.addAccount(account), ...account });
  }
  return accounts;
}

interface ClaimLoad {
  readonly session: WriteSession;
  readonly load: PackLoad;
  readonly calendar: Calendar;
  readonly predicates: readonly Predicate[];
  readonly continuities: readonly Continuity[];
  readonly home: Continuity;
  readonly accounts: readonly Account[];
  readonly worksIn: ReadonlyMap<EntityId, ContinuityId | null>;
  readonly faults: PackFault[];
}

function loadClaims(pack: Pack, context: ClaimLoad): number {
  const { session, load, faults } = context;
  const catalogue = predicateCatalogue(context.predicates);
  const tree = continuityTree(context.continuities, context.home.id);
  const bySlug = new Map(context.accounts.map((account) => [account.slug, account]));
  let count = 0;
  for (const { account: slug, rows } of pack.claims) {
    const account = bySlug.get(slug);
    if (account === undefined) continue;
    const intake = {
      references: load.references,
      predicates: catalogue,
      continuities: tree,
      calendar: context.calendar,
      account,
      canCreate: false,
    };
    const writer: RowWriter = {
      session,
      references: load.references,
      account,
      continuityOf: (name) => tree.bySlug(name)?.id ?? context.home.id,
      workContinuity: (work) => context.worksIn.get(work) ?? null,
      home: context.home.id,
    };
    for (const { place, value: cells } of rows) {
      const row = readClaimRow(cells, intake);
      if (!row.ok) {
        faults.push({ place, fault: { kind: 'row', faults: row.problem } });
        continue;
      }
      if (row.value.key !== null && session.hasKey(account.id, row.value.key)) {
        faults.push({ place, fault: { kind: 'two-of', what: 'key', text: row.value.key } });
        continue;
      }
      writeRow(row.value, writer);
      count += 1;
    }
  }
  return count;
}
