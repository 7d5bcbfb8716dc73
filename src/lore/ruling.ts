import type { Finding } from './finding.ts';
import type { ClaimId, EditId, FindingId } from './ids.ts';

export const RULING_KINDS = ['prefer', 'both', 'divergence', 'same', 'dismiss', 'defer'] as const;
export type RulingKind = (typeof RULING_KINDS)[number];

/** A keeper's reversible decision on a finding: it changes what is said first, never what is stored. */
export interface Ruling {
  readonly id: number;
  readonly finding: FindingId;
  readonly kind: RulingKind;
  /** The claim preferred, or filed elsewhere. */
  readonly claim: ClaimId | null;
  readonly note: string;
  /** What the sides said when it was made. */
  readonly values: readonly string[];
  readonly at: number;
  readonly by: string;
  readonly edit: EditId;
}

/** `open`: nobody ruled. `reopened`: somebody did, and something new is told since. */
export type RulingState = 'open' | 'settled' | 'deferred' | 'dismissed' | 'reopened';

/** How a finding stands after its ruling; what was not said when it was made reopens it. */
export function rulingState(finding: Pick<Finding, 'values' | 'sides'>, ruling: Ruling | null): RulingState {
  if (ruling === null) return 'open';
  const isNew = finding.values.some((value) => !ruling.values.includes(value));
  const isGone = ruling.kind === 'prefer' && ruling.claim !== null && !finding.sides.flat().includes(ruling.claim);
  if (isNew || isGone) return 'reopened';
  if (ruling.kind === 'defer') return 'deferred';
  return ruling.kind === 'dismiss' ? 'dismissed' : 'settled';
}

/** Why a ruling cannot be made as asked. */
export type RulingProblem =
  | { readonly kind: 'no-such-finding'; readonly id: string }
  | { readonly kind: 'ruling-needs-claim'; readonly ruling: RulingKind }
  | { readonly kind: 'claim-not-in-finding'; readonly claim: number }
  | { readonly kind: 'ruling-needs-note' };

/** `prefer` and `divergence` name a claim that stands in the finding; every ruling says why. */
export function rulingProblem(
  finding: Finding,
  ruling: { readonly kind: RulingKind; readonly claim: ClaimId | null; readonly note: string },
): RulingProblem | null {
  if (ruling.note.trim() === '') return { kind: 'ruling-needs-note' };
  if (ruling.claim === null) {
    const needsClaim = ruling.kind === 'prefer' || ruling.kind === 'divergence';
    return needsClaim ? { kind: 'ruling-needs-claim', ruling: ruling.kind } : null;
  }
  return finding.sides.flat().includes(ruling.claim) ? null : { kind: 'claim-not-in-finding', claim: ruling.claim };
}

/** The claims a ruling puts first: those on the side of the one preferred. */
export function preferredBy(finding: Finding, ruling: Ruling | null): ReadonlySet<ClaimId> {
  if (ruling?.kind !== 'prefer' || ruling.claim === null) return new Set();
  const { claim } = ruling;
  return new Set(finding.sides.find((side) => side.includes(claim)) ?? [claim]);
}
