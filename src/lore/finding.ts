import type { ClaimId, ContinuityId, EntityId, FindingId, PredicateId } from './ids.ts';

/** `conflict` and `temporal` may carry the warning sign; the others never do. */
export const FINDING_CLASSES = [
  'conflict',
  'temporal',
  'divergence',
  'precision',
  'slant',
  'gap',
  'succession',
] as const;
export type FindingClass = (typeof FINDING_CLASSES)[number];

/** 3 flag, 2 flag softly, 1 mention, 0 silent. */
export type Severity = 0 | 1 | 2 | 3;

/**
 * Something beside the finding itself. `order` and `also`: what else was found of the same matter, in time or
 * otherwise.
 */
export interface FindingNote {
  readonly code: string;
  readonly claims: readonly ClaimId[];
}

/** What a rule found in a set of claims: data only, worded where it is shown. */
export interface Finding {
  /** 8 base-32 letters of rule, continuity, subject, predicate and key: one more witness does not change it. */
  readonly id: FindingId;
  /** `R1`, `R2b`, `R10`, `manual` … */
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  /** The timeline it shows in: of a divergence, the branch that tells it otherwise. */
  readonly continuity: ContinuityId;
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly key: string;
  /** Everybody who stands in it, grouped by what they say. */
  readonly sides: readonly (readonly ClaimId[])[];
  /** What each side says, as a text that outlives rebuilds: a new one reopens a ruling. Not for people. */
  readonly values: readonly string[];
  /** The fewest claims that make it: drop any one and it is gone. */
  readonly explanation: readonly ClaimId[];
  /** What the rule needs to word the why: plain JSON. `folded` lists what other rules found of the same matter. */
  readonly detail: Readonly<Record<string, unknown>>;
  readonly notes: readonly FindingNote[];
}

/** The sign stands only on class conflict or temporal with severity 2 or more. */
export function hasSign(finding: Pick<Finding, 'class' | 'severity'>): boolean {
  return (finding.class === 'conflict' || finding.class === 'temporal') && finding.severity >= 2;
}

/** Every claim that stands in it, those of folded findings too. */
export function claimsOf(finding: Pick<Finding, 'sides' | 'explanation' | 'notes'>): readonly ClaimId[] {
  const folded = finding.notes
    .filter(({ code }) => code === 'order' || code === 'also')
    .flatMap(({ claims }) => claims);
  return [...new Set([...finding.sides.flat(), ...finding.explanation, ...folded])];
}
