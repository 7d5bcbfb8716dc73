import type { ClaimId, EntityId } from '../../lore/ids.ts';

/**
 * A variable of the temporal network: when an entity begins or ends, or when what a claim tells begins or ends.
 * Whole numbers, so that a network of a million claims stands in typed arrays.
 */
export type Moment = number;

export const startOf = (entity: EntityId): Moment => entity * 4;
export const endOf = (entity: EntityId): Moment => entity * 4 + 1;
export const claimStart = (claim: ClaimId): Moment => claim * 4 + 2;
export const claimEnd = (claim: ClaimId): Moment => claim * 4 + 3;

export type Owner =
  | { readonly kind: 'entity'; readonly entity: EntityId; readonly isEnd: boolean }
  | { readonly kind: 'claim'; readonly claim: ClaimId };

/** Whose moment it is: an entity’s beginning or end, or a claim’s. */
export function ownerOf(moment: Moment): Owner {
  const id = Math.floor(moment / 4);
  const role = moment % 4;
  if (role >= 2) return { kind: 'claim', claim: id as ClaimId };
  return { kind: 'entity', entity: id as EntityId, isEnd: role === 1 };
}
