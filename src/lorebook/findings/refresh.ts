import type { Breach } from '../../conflict/breach.ts';
import { checkAll, MOST_SCOPES } from '../../conflict/check.ts';
import type { Fact } from '../../conflict/fact.ts';
import { fold } from '../../conflict/fold.ts';
import { lazyNetwork } from '../../conflict/order/network.ts';
import { checkScope, scopeOfText, scopeText } from '../../conflict/scopes.ts';
import { type Source, sourceOf } from '../../conflict/source.ts';
import { cornersOf, NAMING } from '../../conflict/touched.ts';
import type { World } from '../../conflict/world.ts';
import { worldOf } from '../../conflict/world-of.ts';
import type { ClaimId, EntityId, FindingId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import {
  addBreach,
  assignFinding,
  breachesOfCorner,
  breachesTiedTo,
  cornersOfClaim,
  deleteBreach,
  type KeptBreach,
  linksOfBreach,
} from './breach-store.ts';
import { checkFrame } from './check-frame.ts';
import { type ClaimsAround, claimsAround } from './claims-around.ts';
import { FACT_COLUMNS, type FactRow, factsOf, IN_ORDER, WITH_QUALIFIERS } from './fact-rows.ts';
import { filedBreach, filedConflict, filedConflicts, filedCorner, filedOfClaim } from './filed.ts';
import { deleteFinding, insertFinding } from './finding-rows.ts';
import { added, readIsCut, readSum, taken, writeIsCut, writeSum } from './state.ts';

/** What a transaction changed. Claims: added, retracted, moved. Entities: merged, split, of another kind, made shared. */
export interface Changed {
  readonly claims: Iterable<ClaimId>;
  readonly entities?: Iterable<EntityId>;
  /** Conflicts filed, withdrawn or restored by hand. */
  readonly filed?: Iterable<number>;
}

/** More claims than this in one transaction are checked faster with everything else than one by one. */
export const MANY_CLAIMS = 500;

/**
 * Brings the findings up to date inside the transaction that made the change: only the corners it touches are checked.
 * Gives exactly the findings of `rebuildFindings`. Timelines, predicates and accounts that change call for a rebuild.
 */
export function refreshFindings(database: Database, changed: Changed): void {
  const claims = [...new Set(changed.claims)];
  if (readSum(database) === null || claims.length > MANY_CLAIMS || !refreshCorners(database, claims, changed)) {
    rebuildFindings(database);
  }
}

/** False where so much is touched that checking everything is the shorter way. */
function refreshCorners(database: Database, claims: readonly ClaimId[], changed: Changed): boolean {
  const source = claimsAround(database);
  const world = worldOf(checkFrame(database), source);
  const network = lazyNetwork(world, source);
  const facts = claims.flatMap((id) => source.anyFact(id) ?? []);
  const reopened = new Set(changed.entities ?? []);
  for (const fact of facts) if (fact.qualifiers.some(({ name }) => name === 'exempt')) reopened.add(fact.subject);
  const around = [...reopened].flatMap((entity) => claimsOn(source, entity));
  if (around.length > MANY_CLAIMS) return false;
  const corners = cornersOf(world, source, network, [...facts, ...around], reopened);
  const texts = new Set(corners.scopes.map(scopeText));
  for (const { id } of [...facts, ...around]) for (const corner of cornersOfClaim(database, id)) texts.add(corner);
  if (texts.size > MOST_SCOPES) return false;
  const filed = new Set([...(changed.filed ?? []), ...facts.flatMap(({ id }) => filedOfClaim(database, id))]);
  for (const id of filed) texts.add(filedCorner(id));

  const dirty = new Set<string>();
  const gone = new Set<FindingId>();
  let isCut = corners.isCut;
  for (const corner of texts) {
    const checked = checkCorner(database, world, source, network, corner);
    isCut ||= checked.isCut;
    replaceCorner(database, world, corner, checked.breaches, reopened.size > 0, dirty, gone);
  }
  refold(database, world, dirty, gone);
  if (isCut && !readIsCut(database)) writeIsCut(database, true);
  return true;
}

function claimsOn(source: Source, entity: EntityId): readonly Fact[] {
  return [...source.bySubject(entity), ...source.byObject(entity), ...source.byQualifier(entity, NAMING)];
}

function checkCorner(
  database: Database,
  world: World,
  source: ClaimsAround,
  network: ReturnType<typeof lazyNetwork>,
  corner: string,
): { readonly breaches: readonly Breach[]; readonly isCut: boolean } {
  const scope = scopeOfText(corner);
  if (scope !== null) return checkScope(world, source, network, scope);
  const filed = filedConflict(database, Number(corner.slice(2)));
  const breach = filed === undefined ? null : filedBreach(world, source, filed);
  return { breaches: breach === null ? [] : [breach], isCut: false };
}

/** Keeps the rows that did not change, and notes the links of those that did. */
function replaceCorner(
  database: Database,
  world: World,
  corner: string,
  breaches: readonly Breach[],
  isForced: boolean,
  dirty: Set<string>,
  gone: Set<FindingId>,
): void {
  const wanted = new Map(breaches.map((breach) => [JSON.stringify(breach), breach]));
  for (const kept of breachesOfCorner(database, corner)) {
    const text = JSON.stringify(kept.breach);
    if (wanted.delete(text) && !isForced) continue;
    for (const link of linksOfBreach(database, kept.id)) dirty.add(link);
    if (kept.findingId !== null) gone.add(kept.findingId);
    if (isForced && breaches.some((breach) => JSON.stringify(breach) === text)) continue;
    deleteBreach(database, kept.id);
  }
  for (const breach of wanted.values()) {
    const { id } = addBreach(database, world, corner, breach);
    for (const link of linksOfBreach(database, id)) dirty.add(link);
  }
}

/** Makes the findings anew of all breaches that hang together with those that changed. */
function refold(database: Database, world: World, dirty: ReadonlySet<string>, gone: Set<FindingId>): void {
  if (dirty.size === 0) return;
  const kept = breachesTiedTo(database, dirty);
  for (const { findingId } of kept) if (findingId !== null) gone.add(findingId);
  let sum = readSum(database) ?? 0;
  for (const id of gone) sum = taken(sum, deleteFinding(database, id));
  writeSum(database, foldInto(database, world, kept, sum));
}

function foldInto(database: Database, world: World, kept: readonly KeptBreach[], start: number): number {
  const ids = new Map(kept.map(({ breach, id }) => [breach, id]));
  let sum = start;
  for (const { finding, parts } of fold(world, [...ids.keys()])) {
    sum = added(sum, insertFinding(database, finding));
    for (const part of parts) {
      const id = ids.get(part);
      if (id !== undefined) assignFinding(database, id, finding.id);
    }
  }
  return sum;
}

const ALL_FACTS = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS} WHERE claim.retracted_by IS NULL ${IN_ORDER}`;

const LIVE = 'SELECT COUNT(*) AS n FROM claim WHERE retracted_by IS NULL';
/** What checking a claim against all others costs, in rows read. */
const CHECKS_EACH = 10;

/** Throws all findings away and finds them again from the claims. Rulings stay: they hang on ids that do not change. */
export function rebuildFindings(database: Database): void {
  database.weigh(CHECKS_EACH * (database.get<{ n: number }>(LIVE)?.n ?? 0));
  database.transaction(() => {
    database.run('DELETE FROM finding');
    database.run('DELETE FROM breach');
    const { merged } = claimsAround(database);
    const facts = [...factsOf(database.iterate<FactRow>(ALL_FACTS), merged)];
    const source = sourceOf(facts);
    const world = worldOf(checkFrame(database), source);
    const { corners, isCut } = checkAll(world, source, facts);
    const kept: KeptBreach[] = [];
    for (const [corner, breaches] of corners) {
      for (const breach of breaches) kept.push(addBreach(database, world, corner, breach));
    }
    for (const filed of filedConflicts(database)) {
      const breach = filedBreach(world, source, filed);
      if (breach !== null) kept.push(addBreach(database, world, filedCorner(filed.id), breach));
    }
    writeSum(database, foldInto(database, world, kept, 0));
    writeIsCut(database, isCut);
  });
}
