import type { Conflicts } from '../lookup/conflicts.ts';
import type { Fact } from '../lookup/facts.ts';
import { claimsOf } from '../lore/finding.ts';
import type { ClaimId } from '../lore/ids.ts';
import { claimsJson } from './claim-json.ts';
import { findingJson } from './finding-words.ts';
import type { Voice } from './voice.ts';

/** Findings in which any of the claims stands, as programs read them. */
export function findingsJson(claims: readonly ClaimId[], voice: Voice) {
  return voice.reader.findingsOf(claims).map((finding) => findingJson(finding, voice));
}

/** Findings in which any claim of the facts stands, as programs read them. */
export function findingsOfFactsJson(facts: readonly Fact[], voice: Voice) {
  const ids = facts.flatMap((told) => told.claims.map((claim) => claim.id));
  return findingsJson(ids, voice);
}

/** `conflicts --json`: always an array, each finding with its claims whole. */
export function conflictsJson(view: Conflicts, voice: Voice) {
  const matters = view.status === 'one' ? [view.matter] : view.status === 'list' ? view.matters : [];
  return matters.map(({ finding }) => ({
    ...findingJson(finding, voice),
    claims: claimsJson(
      claimsOf(finding).flatMap((id) => voice.reader.claim(id) ?? []),
      voice,
    ),
  }));
}
