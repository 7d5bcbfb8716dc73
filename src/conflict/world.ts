import type { Citation } from '../lore/claim.ts';
import type { ContinuityTree } from '../lore/continuity.ts';
import type { AccountId, ClaimId, EntityId } from '../lore/ids.ts';
import type { PredicateCatalogue } from '../lore/predicate.ts';

/** What rules need to know of an entity. */
export interface Being {
  readonly id: EntityId;
  readonly slug: string;
  readonly kind: string;
  readonly isShared: boolean;
}

/** What rules need to know of a teller. */
export interface Teller {
  readonly id: AccountId;
  readonly now: string | null;
  readonly copyOf: AccountId | null;
  readonly tier: number;
}

/** Another entity, and the claim that links it. */
export interface Link {
  readonly to: EntityId;
  readonly claim: ClaimId;
}

/** The lorebook as the rules see it beside the claims at hand. */
export interface World {
  readonly continuities: ContinuityTree;
  readonly predicates: PredicateCatalogue;
  being(id: EntityId): Being | undefined;
  teller(id: AccountId): Teller | undefined;
  /** The wholes it is said to stand in directly: places, groups, peoples, unions. */
  wholes(id: EntityId): readonly Link[];
  /** The states it is said to have taken the place of. */
  forerunners(id: EntityId): readonly Link[];
  citations(claim: ClaimId): readonly Citation[];
  /** True where a claim on it says that the order of time does not hold for it (time travel, stasis, a clone). */
  isExempt(id: EntityId): boolean;
}

/** Containment is read from these, from the part to the whole; `formed_from` the other way round. */
export const CONTAINMENT: readonly string[] = ['part_of', 'located_in', 'member_of', 'species'];
export const UNION = 'formed_from';
export const SUCCESSION_OF_STATES = 'successor_state_of';

/** Kinds that happen rather than last. */
export function isHappening(being: Being | undefined): boolean {
  return being?.kind === 'event' || being?.kind === 'battle';
}
