import { hasSign } from '../lore/finding.ts';
import type { LoreReader } from '../lore/reader.ts';
import { rulingState } from '../lore/ruling.ts';

/** Findings that are looked at one by one; more are only said to be more. */
const MOST_FINDINGS = 1_000;

/** Where the accounts disagree, counted. */
export interface DisputeCounts {
  /** They carry the sign, and no ruling settles or dismisses them. */
  readonly open: number;
  readonly settled: number;
  readonly divergences: number;
  /** True where there are more than were counted. */
  readonly isMore: boolean;
  /** True where the last check reached a bound. */
  readonly isBounded: boolean;
}

export function countDisputes(read: LoreReader): DisputeCounts {
  const findings = read.findings({ limit: MOST_FINDINGS + 1 });
  const signed = findings.slice(0, MOST_FINDINGS).filter(hasSign);
  const states = signed.map((finding) => rulingState(finding, read.rulingOn(finding.id)));
  const open = states.filter((state) => state !== 'settled' && state !== 'dismissed').length;
  return {
    open,
    settled: signed.length - open,
    divergences: findings.filter((finding) => finding.class === 'divergence').length,
    isMore: findings.length > MOST_FINDINGS,
    isBounded: read.isCheckBounded(),
  };
}
