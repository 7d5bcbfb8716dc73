import type { FindingClass, Severity } from '../lore/finding.ts';
import type { ClaimId, ContinuityId, EntityId, PredicateId } from '../lore/ids.ts';

/** A subject and what is said of it: what a reader would call the matter. */
export interface Slot {
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  /** What else sets the matter apart: an office, what is counted, whom an act was done to. */
  readonly key: string;
}

/**
 * What one rule found in one neighbourhood of claims. Several breaches can be one matter; folding makes findings of
 * them. A breach depends on its neighbourhood alone, which is what lets an edit re-check a corner of a lorebook.
 */
export interface Breach extends Slot {
  readonly rule: string;
  readonly class: Extract<FindingClass, 'conflict' | 'temporal' | 'divergence'>;
  readonly severity: Severity;
  readonly continuity: ContinuityId;
  readonly sides: readonly Side[];
  /** The fewest claims that already make the breach. */
  readonly explanation: readonly ClaimId[];
  /** Of an order breach: the matters its ends stand in, the stronger claim to be the pivot first. */
  readonly slots: readonly Slot[];
  /** Data for the wording; plain JSON. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Those who say the same. `value` tells values apart across rebuilds, so that a new one can reopen a ruling. */
export interface Side {
  readonly value: string;
  readonly claims: readonly ClaimId[];
}

/** Everybody who stands in it. */
export function claimsOfBreach(breach: Breach): readonly ClaimId[] {
  return [...new Set([...breach.sides.flatMap((side) => side.claims), ...breach.explanation])];
}

/** More claims than this on one side are counted, not listed. */
export const LONGEST_SIDE = 60;
/** More sides than this are counted, not listed. */
export const MOST_SIDES = 40;
