import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from './ids.ts';
import type { Bounds, DateKind } from './time/bounds.ts';

export const MODALITIES = ['asserted', 'hedged', 'reported', 'belief', 'characterisation'] as const;
export type Modality = (typeof MODALITIES)[number];

/** What a claim says of its subject. "Unknown" and "known to be none" are values, not silence. */
export type ClaimValue =
  | { readonly kind: 'entity'; readonly entity: EntityId }
  | { readonly kind: 'text'; readonly text: string }
  /** `low` to `high`, null where nothing bounds it; `text` as it was written. */
  | { readonly kind: 'quantity'; readonly low: number | null; readonly high: number | null; readonly text: string }
  /** The date itself stands in `Claim.date`. */
  | { readonly kind: 'date' }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'none' };

/** A detail of a claim: `office=regent`, `side=rebels`, `event=fall-of-ardent`. */
export interface Qualifier {
  readonly name: string;
  /** Set where the text names an entity of the lorebook. */
  readonly entity: EntityId | null;
  readonly text: string;
}

/** Claim → work, with the place in it ("chapter 4"; may be empty). */
export interface Citation {
  readonly work: EntityId;
  readonly locator: string;
}

/** One account saying one thing once. Never overwritten, never deleted: retracted. */
export interface Claim {
  readonly id: ClaimId;
  /** The account's own name for it; unique within the account. */
  readonly key: string | null;
  readonly account: AccountId;
  readonly continuity: ContinuityId;
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly value: ClaimValue;
  /** Canonical text of the date (EDTF or the calendar's notation), `S/E` where an end was given; null = undated. */
  readonly date: string | null;
  readonly dateKind: DateKind;
  readonly bounds: Bounds;
  readonly modality: Modality;
  /** One sentence a reader can be shown alone; empty = worded from the parts. */
  readonly statement: string;
  readonly qualifiers: readonly Qualifier[];
  readonly citations: readonly Citation[];
}
