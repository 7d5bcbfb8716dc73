import type { Fact } from '../../conflict/fact.ts';
import type { Source } from '../../conflict/source.ts';
import type { ClaimId, EntityId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { FACT_COLUMNS, type FactRow, factsOf, IN_ORDER, type Merged, WITH_QUALIFIERS } from './fact-rows.ts';

const LIVE = 'claim.retracted_by IS NULL';
const BY_ID = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS} WHERE claim.id = ? ORDER BY qualifier.position`;
const LIVE_BY_ID = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS}
  WHERE claim.id = ? AND ${LIVE} ORDER BY qualifier.position`;
const BY_SUBJECT = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS}
  WHERE claim.subject_id = ? AND ${LIVE} ${IN_ORDER}`;
const BY_OBJECT = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS}
  WHERE claim.object_id = ? AND ${LIVE} ${IN_ORDER}`;
const BY_SUBJECT_AND_PREDICATES = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS}
  WHERE claim.subject_id = ? AND claim.predicate_id IN (SELECT value FROM json_each(?)) AND ${LIVE} ${IN_ORDER}`;
const BY_OBJECT_AND_PREDICATES = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS}
  WHERE claim.object_id = ? AND claim.predicate_id IN (SELECT value FROM json_each(?)) AND ${LIVE} ${IN_ORDER}`;
const BY_QUALIFIER = `SELECT ${FACT_COLUMNS} FROM claim ${WITH_QUALIFIERS}
  WHERE claim.id IN (SELECT claim_id FROM qualifier AS named WHERE named.entity_id = ?
    AND named.name IN (SELECT value FROM json_each(?))) AND ${LIVE} ${IN_ORDER}`;
const HAS_ORDER = `SELECT 1 FROM qualifier WHERE name IN ('after', 'before') LIMIT 1`;
const MERGED = 'SELECT id, merged_into FROM entity WHERE merged_into IS NOT NULL AND merged_into <> id';

export interface ClaimsAround extends Source {
  readonly merged: Merged;
  /** Live or retracted. */
  anyFact(id: ClaimId): Fact | undefined;
}

/** The claims around entities, read when asked for and remembered for as long as one check lasts. */
export function claimsAround(database: Database): ClaimsAround {
  const merged: Merged = new Map(
    database.all<{ id: number; merged_into: number }>(MERGED).map((row) => [row.id, row.merged_into]),
  );
  const mergedAway = new Map<number, number[]>();
  for (const [id, into] of merged) mergedAway.set(into, [...(mergedAway.get(into) ?? []), id]);
  /** The entity and all that was merged into it. */
  const idsOf = (entity: EntityId): readonly number[] => {
    const ids: number[] = [entity];
    for (const id of ids) ids.push(...(mergedAway.get(id) ?? []).filter((other) => !ids.includes(other)));
    return ids;
  };
  const known = new Map<string, readonly Fact[]>();
  const facts = new Map<ClaimId, Fact>();
  const remember = (key: string, look: () => readonly Fact[]): readonly Fact[] => {
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    // One claim is one object, however it was found: rules compare claims by identity.
    const fresh = look().map((fact) => {
      const same = facts.get(fact.id);
      if (same !== undefined) return same;
      facts.set(fact.id, fact);
      return fact;
    });
    known.set(key, fresh);
    return fresh;
  };
  const read = (sql: string, entity: EntityId, list: string | null): readonly Fact[] => {
    const found = idsOf(entity).flatMap((id) => [
      ...factsOf(list === null ? database.all<FactRow>(sql, id) : database.all<FactRow>(sql, id, list), merged),
    ]);
    return mergedAway.has(entity) ? found.sort((a, b) => a.id - b.id) : found;
  };
  const by = (whole: string, narrowed: string, entity: EntityId, predicates?: readonly string[]): readonly Fact[] => {
    if (predicates === undefined) return remember(`${whole}${entity}`, () => read(whole, entity, null));
    const all = known.get(`${whole}${entity}`);
    if (all !== undefined) return all.filter((fact) => predicates.includes(fact.predicate));
    const list = JSON.stringify(predicates);
    return remember(`${narrowed}${entity}${list}`, () => read(narrowed, entity, list));
  };
  const one = (sql: string, id: ClaimId): Fact | undefined => [...factsOf(database.all<FactRow>(sql, id), merged)][0];
  return {
    merged,
    fact: (id) => facts.get(id) ?? remember(`fact${id}`, () => [one(LIVE_BY_ID, id) ?? []].flat())[0],
    anyFact: (id) => one(BY_ID, id),
    hasBeforeOrAfter: () => database.get(HAS_ORDER) !== undefined,
    bySubject: (subject, predicates) => by(BY_SUBJECT, BY_SUBJECT_AND_PREDICATES, subject, predicates),
    byObject: (object, predicates) => by(BY_OBJECT, BY_OBJECT_AND_PREDICATES, object, predicates),
    byQualifier: (entity, names) => {
      const list = JSON.stringify(names);
      return remember(`${BY_QUALIFIER}${entity}${list}`, () => read(BY_QUALIFIER, entity, list));
    },
  };
}
