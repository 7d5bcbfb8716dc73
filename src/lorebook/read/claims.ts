import type { Citation, Claim, Qualifier } from '../../lore/claim.ts';
import type { AccountId, ClaimId, EntityId } from '../../lore/ids.ts';
import { OF_OUR_WORLD } from '../../lore/our-world.ts';
import type { DaySpan } from '../../lore/reader.ts';
import type { Day, Window } from '../../lore/time/bounds.ts';
import type { Database, SqlValue } from '../database.ts';
import { CLAIM_COLUMNS, type ClaimRow, toClaim } from '../rows/claim-row.ts';

const LIVE = 'claim.retracted_by IS NULL';
const BY_ID = `SELECT ${CLAIM_COLUMNS} FROM claim WHERE id = ? AND ${LIVE}`;
const EVER = `SELECT ${CLAIM_COLUMNS} FROM claim WHERE id = ?`;
const BY_SUBJECT = `SELECT ${CLAIM_COLUMNS} FROM claim WHERE subject_id = ? AND ${LIVE} ORDER BY id`;
const BY_SUBJECT_AND_PREDICATE = `SELECT ${CLAIM_COLUMNS} FROM claim
  WHERE subject_id = ? AND predicate_id = ? AND ${LIVE} ORDER BY id`;
const BY_OBJECT = `SELECT ${CLAIM_COLUMNS} FROM claim WHERE object_id = ? AND ${LIVE} ORDER BY id`;
const BY_OBJECT_AND_PREDICATE = `SELECT ${CLAIM_COLUMNS} FROM claim
  WHERE object_id = ? AND predicate_id = ? AND ${LIVE} ORDER BY id`;
const BY_QUALIFIER = `SELECT DISTINCT ${CLAIM_COLUMNS} FROM qualifier
  JOIN claim ON claim.id = qualifier.claim_id WHERE qualifier.entity_id = ? AND ${LIVE} ORDER BY claim.id`;
const BY_PREDICATE = `SELECT ${CLAIM_COLUMNS} FROM claim WHERE predicate_id = ? AND ${LIVE} ORDER BY id LIMIT ?`;
const BY_ACCOUNT = `SELECT ${CLAIM_COLUMNS} FROM claim WHERE account_id = ? AND ${LIVE} ORDER BY id LIMIT ?`;
const BY_WORK = `SELECT DISTINCT ${CLAIM_COLUMNS} FROM citation
  JOIN claim ON claim.id = citation.claim_id WHERE citation.work_id = ? AND ${LIVE} ORDER BY claim.id LIMIT ?`;
const WITHIN = `SELECT ${CLAIM_COLUMNS} FROM claim
  WHERE ${LIVE} AND first_day IS NOT NULL AND first_day <= ? AND (last_day IS NULL OR last_day >= ?)
  ORDER BY first_day, id LIMIT ?`;
const BEGINNING = `SELECT ${CLAIM_COLUMNS} FROM claim
  WHERE ${LIVE} AND first_day IS NOT NULL AND first_day >= ? AND first_day <= ? ORDER BY first_day, id LIMIT ?`;
const QUALIFIERS = `SELECT qualifier.claim_id AS claim, qualifier.name, qualifier.entity_id AS entity, qualifier.text
  FROM json_each(?) AS wanted CROSS JOIN qualifier ON qualifier.claim_id = wanted.value
  ORDER BY qualifier.claim_id, qualifier.position`;
const CITATIONS = `SELECT citation.claim_id AS claim, citation.work_id AS work, citation.locator
  FROM json_each(?) AS wanted CROSS JOIN citation ON citation.claim_id = wanted.value
  ORDER BY citation.claim_id, citation.position`;
const NEXT_DATED = `SELECT first_day AS day FROM claim
  WHERE ${LIVE} AND first_day IS NOT NULL AND first_day >= ? ORDER BY first_day LIMIT 1`;
// CROSS JOIN: one look into the index for each stretch, whatever the planner thinks of the list.
const OF_STRETCHES = `SELECT ${CLAIM_COLUMNS} FROM json_each(?) AS wanted
  CROSS JOIN claim ON claim.first_day = json_extract(wanted.value, '$[0]')
    AND claim.last_day = json_extract(wanted.value, '$[1]')
  WHERE ${LIVE} AND claim.first_day IS NOT NULL LIMIT ?`;
const OF_ONE_DAY = `SELECT ${CLAIM_COLUMNS} FROM claim
  WHERE ${LIVE} AND first_day IS NOT NULL AND last_day = first_day ORDER BY first_day, id LIMIT ?`;
const DATE_TEXTS = `SELECT DISTINCT date, predicate_id IN (SELECT value FROM json_each(?)) AS ours FROM claim
  WHERE ${LIVE} AND date IS NOT NULL AND first_day IS NOT NULL ORDER BY date LIMIT ?`;
const UNDATED = `SELECT ${CLAIM_COLUMNS} FROM claim
  WHERE id >= ? AND ${LIVE} AND date IS NULL AND date_kind <> 'asof' AND modality = 'asserted'
    AND value_kind NOT IN ('unknown', 'none') ORDER BY id LIMIT ?`;
const LAST_ID = 'SELECT MAX(id) AS id FROM claim';

const FIRST_DAY = -(2 ** 52);
const LAST_DAY = 2 ** 52;

interface OfClaim {
  readonly claim: number;
}

/** Live claims, whole, by what they are about. */
export function claimReader(database: Database) {
  const lastClaim = (): number => database.get<{ id: number | null }>(LAST_ID)?.id ?? 0;
  const many = (sql: string, ...parameters: SqlValue[]): readonly Claim[] => {
    const rows = database.all<ClaimRow>(sql, ...parameters);
    if (rows.length === 0) return [];
    // What hangs on the claims is read for all of them at once.
    const ids = JSON.stringify(rows.map((row) => row.id));
    const qualifiers = byClaim(database.all<OfClaim & Qualifier>(QUALIFIERS, ids), ({ name, entity, text }) => ({
      name,
      entity,
      text,
    }));
    const citations = byClaim(database.all<OfClaim & Citation>(CITATIONS, ids), ({ work, locator }) => ({
      work,
      locator,
    }));
    return rows.map((row) => toClaim(row, qualifiers.get(row.id) ?? [], citations.get(row.id) ?? []));
  };

  return {
    claim: (id: ClaimId) => many(BY_ID, id)[0],
    told: (id: number) => many(EVER, id)[0],
    claimsBySubject: (subject: EntityId, predicate?: string) =>
      predicate === undefined ? many(BY_SUBJECT, subject) : many(BY_SUBJECT_AND_PREDICATE, subject, predicate),
    claimsByObject: (object: EntityId, predicate?: string) =>
      predicate === undefined ? many(BY_OBJECT, object) : many(BY_OBJECT_AND_PREDICATE, object, predicate),
    claimsByQualifier: (entity: EntityId) => many(BY_QUALIFIER, entity),
    claimsByPredicate: (predicate: string, limit: number) => many(BY_PREDICATE, predicate, limit),
    claimsByAccount: (account: AccountId, limit: number) => many(BY_ACCOUNT, account, limit),
    claimsByWork: (work: EntityId, limit: number) => many(BY_WORK, work, limit),
    claimsBeginning: (span: DaySpan, limit: number) =>
      many(BEGINNING, span.from ?? FIRST_DAY, span.to ?? LAST_DAY, limit),
    nextDated: (from: Day | null): Day | null => database.get<{ day: Day }>(NEXT_DATED, from ?? FIRST_DAY)?.day ?? null,
    claimsOfStretches: (stretches: readonly Window[], limit: number) =>
      many(OF_STRETCHES, JSON.stringify(stretches.map(({ min, max }) => [min, max])), limit),
    claimsOfOneDay: (limit: number) => many(OF_ONE_DAY, limit),
    dateTexts: (limit: number) => {
      database.weigh(lastClaim());
      return database
        .all<{ date: string; ours: number }>(DATE_TEXTS, JSON.stringify(OF_OUR_WORLD), limit)
        .map(({ date, ours }) => ({ text: date, isOfOurWorld: ours === 1 }));
    },
    undatedFrom: (id: number, limit: number) => many(UNDATED, id, limit),
    lastClaim,
    claimsWithin: (span: DaySpan, limit: number) => many(WITHIN, span.to ?? LAST_DAY, span.from ?? FIRST_DAY, limit),
  };
}

function byClaim<Row extends OfClaim, Part>(rows: readonly Row[], partOf: (row: Row) => Part): Map<number, Part[]> {
  const parts = new Map<number, Part[]>();
  for (const row of rows) {
    const known = parts.get(row.claim);
    if (known === undefined) parts.set(row.claim, [partOf(row)]);
    else known.push(partOf(row));
  }
  return parts;
}
