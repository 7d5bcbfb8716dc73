import type { ClaimId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { MANY_CLAIMS, rebuildFindings, refreshFindings } from '../findings/refresh.ts';
import type { Touched } from './touched.ts';

const NEW_CLAIMS = 'SELECT id FROM claim WHERE id > ? ORDER BY id LIMIT ?';

/** Brings the findings up to date with what a transaction wrote. Runs inside that transaction. */
export function keepFindings(database: Database, touched: Touched): void {
  const fresh = database.all<{ id: number }>(NEW_CLAIMS, touched.lastClaimBefore, MANY_CLAIMS + 1);
  const again = touched.claimRanges.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const isFrameChanged = touched.isFrameChanged && touched.lastClaimBefore > 0;
  if (isFrameChanged || fresh.length + again > MANY_CLAIMS) {
    rebuildFindings(database);
    return;
  }
  const claims = [...touched.claims, ...fresh.map((row) => row.id as ClaimId)];
  for (const { first, last } of touched.claimRanges)
    for (let id = first; id <= last; id += 1) claims.push(id as ClaimId);
  if (claims.length > 0 || touched.entities.size > 0 || touched.filed.length > 0) {
    refreshFindings(database, { claims, entities: touched.entities, filed: touched.filed });
  }
}
