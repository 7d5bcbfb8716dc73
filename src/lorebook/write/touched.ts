import type { ClaimId, EntityId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';

const LAST_IDS = `SELECT
  (SELECT COALESCE(MAX(id), 0) FROM entity) AS entity,
  (SELECT COALESCE(MAX(id), 0) FROM claim) AS claim`;

/**
 * What a transaction touched, for the indexes and findings that must follow it. What is new is everything above the
 * last ids before it began, so that a million new rows need no list.
 */
export interface Touched {
  readonly lastEntityBefore: number;
  readonly lastClaimBefore: number;
  /** Those that were there before: renamed, given an alias, merged. */
  readonly entities: Set<EntityId>;
  /** Those that were there before: retracted, moved. */
  readonly claims: Set<ClaimId>;
  /** Conflicts filed by hand. */
  readonly filed: number[];
  edits: number;
  changes: number;
}

export function newTouched(database: Database): Touched {
  const last = database.get<{ entity: number; claim: number }>(LAST_IDS) ?? { entity: 0, claim: 0 };
  return {
    lastEntityBefore: last.entity,
    lastClaimBefore: last.claim,
    entities: new Set(),
    claims: new Set(),
    filed: [],
    edits: 0,
    changes: 0,
  };
}
