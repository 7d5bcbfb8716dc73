import type { Finding } from '../lore/finding.ts';
import type { ClaimId } from '../lore/ids.ts';
import type { Voice } from './voice.ts';

/** Findings in which any of the claims stands, as programs read them. */
export function findingsJson(claims: readonly ClaimId[], voice: Voice): readonly Finding[] {
  return voice.reader.findingsOf(claims);
}
