import type { Finding, FindingClass } from '../../lore/finding.ts';
import type { ClaimId, EntityId, FindingId } from '../../lore/ids.ts';
import type { FindingFilter } from '../../lore/reader.ts';
import { rulingState } from '../../lore/ruling.ts';
import type { Database } from '../database.ts';
import { explainEntity } from '../findings/explain.ts';
import { filedConflicts } from '../findings/filed.ts';
import { FINDING_COLUMNS, type FindingRow, toFinding } from '../findings/finding-rows.ts';
import { rulingOn, rulingsOn } from '../findings/rulings.ts';
import { readIsCut } from '../findings/state.ts';

const ORDER = `ORDER BY
  CASE finding.class WHEN 'divergence' THEN 1 ELSE 0 END, finding.severity DESC, finding.id`;
const OF_CLAIMS = `SELECT ${FINDING_COLUMNS} FROM (
    SELECT DISTINCT finding_claim.finding_id AS id FROM json_each(?) AS wanted
    CROSS JOIN finding_claim ON finding_claim.claim_id = wanted.value
  ) AS touched CROSS JOIN finding ON finding.id = touched.id`;
const BY_ID = `SELECT ${FINDING_COLUMNS} FROM finding WHERE id = ?`;
const IDS = 'SELECT id FROM finding';
const ALL = `SELECT ${FINDING_COLUMNS} FROM finding ${ORDER} LIMIT ?`;
const BY_CLASS = `SELECT ${FINDING_COLUMNS} FROM finding WHERE class = ? ${ORDER} LIMIT ?`;
// Findings about a thing: it is their subject, or the subject, value or detail of a claim in them.
const ABOUT = `SELECT DISTINCT ${FINDING_COLUMNS} FROM finding WHERE finding.subject_id = ?
  UNION SELECT ${FINDING_COLUMNS} FROM claim
    JOIN finding_claim ON finding_claim.claim_id = claim.id JOIN finding ON finding.id = finding_claim.finding_id
    WHERE claim.subject_id = ?
  UNION SELECT ${FINDING_COLUMNS} FROM claim
    JOIN finding_claim ON finding_claim.claim_id = claim.id JOIN finding ON finding.id = finding_claim.finding_id
    WHERE claim.object_id = ?`;

/** Findings as they are kept; nothing is computed on the way to an answer. */
export function findingReader(database: Database) {
  const many = (sql: string, ...parameters: (string | number)[]): readonly Finding[] =>
    database.all<FindingRow>(sql, ...parameters).map(toFinding);
  return {
    findingsOf: (claims: readonly ClaimId[]): readonly Finding[] => {
      const found = [...many(OF_CLAIMS, JSON.stringify(claims))];
      const rulings = rulingsOn(
        database,
        found.map((finding) => finding.id),
      );
      // A finding that a keeper dismissed is not shown beside claims; the list with `all` still has it.
      const isStanding = (one: Finding): boolean => rulingState(one, rulings.get(one.id) ?? null) !== 'dismissed';
      return found.filter(isStanding).sort(gravestFirst);
    },
    isCheckBounded: () => readIsCut(database),
    explained: (entity: EntityId) => explainEntity(database, entity),
    rulingOn: (finding: FindingId) => rulingOn(database, finding),
    filedConflicts: () => filedConflicts(database),
    finding: (id: string): Finding | undefined => many(BY_ID, id)[0],
    findingIds: () => new Set(database.all<{ id: FindingId }>(IDS).map(({ id }) => id)),
    findings: ({ about, class: wanted, limit }: FindingFilter): readonly Finding[] => {
      if (about === undefined) return wanted === undefined ? many(ALL, limit) : many(BY_CLASS, wanted, limit);
      return aboutEntity(about, wanted).slice(0, limit);
    },
  };

  function aboutEntity(about: EntityId, wanted: FindingClass | undefined): readonly Finding[] {
    return [...many(ABOUT, about, about, about)]
      .filter((finding) => wanted === undefined || finding.class === wanted)
      .sort(gravestFirst);
  }
}

/** Conflicts before divergences, graver before slighter, then by id so that the order never changes. */
function gravestFirst(a: Finding, b: Finding): number {
  const rank = (finding: Finding): number => (finding.class === 'divergence' ? 1 : 0);
  return rank(a) - rank(b) || b.severity - a.severity || (a.id < b.id ? -1 : 1);
}
