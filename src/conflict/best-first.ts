import type { Claim } from '../lore/claim.ts';
import type { ClaimId, ContinuityId } from '../lore/ids.ts';
import { hullOf } from '../lore/time/bounds.ts';

/** What decides which of several live claims is said first. */
export interface Standing {
  /** Claims that a ruling prefers. */
  readonly preferred: ReadonlySet<ClaimId>;
  /** The timeline asked for; null = the lorebook's own. */
  readonly continuity: ContinuityId | null;
  tierOfWork(claim: Claim): number;
  tierOfAccount(claim: Claim): number;
}

/**
 * The live claims of one matter in the order in which they are told: ruling, timeline asked for, tier of the work, tier
 * of the account, asserted before hedged, cited before uncited, more specific first. Tiers order; none is left out.
 */
export function bestFirst(claims: readonly Claim[], standing: Standing): readonly Claim[] {
  const keys = new Map(claims.map((claim) => [claim, rankOf(claim, standing)]));
  return [...claims].sort((a, b) => compare(keys.get(a) ?? [], keys.get(b) ?? []) || a.id - b.id);
}

/** Smaller comes first, place by place. */
function rankOf(claim: Claim, standing: Standing): readonly number[] {
  const isAsked = standing.continuity === null || claim.continuity === standing.continuity;
  return [
    standing.preferred.has(claim.id) ? 0 : 1,
    isAsked ? 0 : 1,
    -standing.tierOfWork(claim),
    -standing.tierOfAccount(claim),
    claim.modality === 'asserted' ? 0 : 1,
    claim.citations.length > 0 ? 0 : 1,
    breadthOf(claim),
  ];
}

/** How many days the claim's date leaves open; an undated one leaves all. */
function breadthOf(claim: Claim): number {
  const { min, max } = hullOf(claim.bounds);
  if (min !== null && max !== null) return max - min;
  return min === null && max === null ? Number.MAX_SAFE_INTEGER : Number.MAX_SAFE_INTEGER - 1;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [place, value] of a.entries()) {
    const difference = value - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
