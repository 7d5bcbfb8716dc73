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

/** What a rule found in a set of claims: data only, worded where it is shown. */
export interface Finding {
  /** 8 base-32 letters of rule, continuity, subject, predicate and key: one more witness does not change it. */
  readonly id: FindingId;
  /** `R1`, `R2b`, `R10`, `manual` … */
  readonly rule: string;
  readonly class: FindingClass;
  readonly severity: Severity;
  readonly continuity: ContinuityId;
  readonly subject: EntityId;
  readonly predicate: PredicateId;
  readonly key: string;
  /** The minimal set that explains it, grouped by side; dropping any one side makes it vanish. */
  readonly sides: readonly (readonly ClaimId[])[];
  /** What the rule needs to word the why: plain JSON. */
  readonly detail: Readonly<Record<string, unknown>>;
  /** Identity suspicions and copies, as codes with data. */
  readonly notes: readonly { readonly code: string; readonly claims: readonly ClaimId[] }[];
}

/** The sign stands only on class conflict or temporal with severity 2 or more. */
export function hasSign(finding: Pick<Finding, 'class' | 'severity'>): boolean {
  return (finding.class === 'conflict' || finding.class === 'temporal') && finding.severity >= 2;
}

export function claimsOf(finding: Finding): readonly ClaimId[] {
  return [...new Set(finding.sides.flat())];
}
