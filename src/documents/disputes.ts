import type { Fact } from '../lookup/facts.ts';
import { handleOf } from '../lookup/name.ts';
import type { Entity } from '../lore/entity.ts';
import { type Finding, hasSign } from '../lore/finding.ts';
import { onceEach } from '../lore/once-each.ts';
import { type Line, type Link, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import type { Voice } from './voice.ts';

/** Matters with the sign among the facts of a card, each once. */
export function disputesOf(facts: readonly Fact[]): readonly Finding[] {
  const signed = facts.flatMap((told) => told.findings.filter(hasSign));
  return onceEach(signed);
}

/** The one closing line of a card with disputes, and the button that leads to them: a card never shouts. */
export function disputeEnding(
  facts: readonly Fact[],
  about: Entity | null,
  voice: Voice,
): { readonly closing: readonly Line[]; readonly links: readonly Link[] } {
  const disputes = disputesOf(facts);
  const [only] = disputes;
  if (only === undefined) return { closing: [], links: [] };
  const label = common.disputed(disputes.length);
  const options: Record<string, string> =
    disputes.length === 1 ? { about: only.id } : about === null ? {} : { about: handleOf(voice.reader, about) };
  return { closing: [small(label)], links: [{ label, command: 'conflicts', options }] };
}
