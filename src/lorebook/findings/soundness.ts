import { claimsOf } from '../../lore/finding.ts';
import type { ClaimId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { digestOf, FINDING_COLUMNS, type FindingRow, toFinding } from './finding-rows.ts';
import { rebuildFindings } from './refresh.ts';
import { added, readSum } from './state.ts';

const ALL = `SELECT ${FINDING_COLUMNS} FROM finding ORDER BY finding.id`;
const CLAIMS = 'SELECT claim_id AS claim FROM finding_claim WHERE finding_id = ?';

/** Whether the findings are those that were written: no row changed, added or taken by other hands. */
export function areFindingsSound(database: Database): boolean {
  const expected = readSum(database);
  if (expected === null) return false;
  let sum = 0;
  for (const row of database.all<FindingRow>(ALL)) {
    if (digestOf(row) !== row.digest) return false;
    sum = added(sum, row.digest);
    const claims = new Set(database.all<{ claim: ClaimId }>(CLAIMS, row.id).map(({ claim }) => claim));
    const wanted = claimsOf(toFinding(row));
    if (claims.size !== wanted.length || wanted.some((claim) => !claims.has(claim))) return false;
  }
  return sum === expected;
}

/** Finds everything anew where the findings were never made, or were tampered with. */
export function ensureFindings(database: Database): 'sound' | 'rebuilt' {
  if (areFindingsSound(database)) return 'sound';
  rebuildFindings(database);
  return 'rebuilt';
}
