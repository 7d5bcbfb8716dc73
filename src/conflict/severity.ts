import type { Severity } from '../lore/finding.ts';
import { type Fact, isHedged } from './fact.ts';

/** One level lower where a side is hedged, never below a soft flag; a mere mention stays one. */
export function lowered(severity: Severity, facts: readonly Fact[]): Severity {
  if (severity < 3 || !facts.some(isHedged)) return severity;
  return 2;
}
