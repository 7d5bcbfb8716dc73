import { examplesOf } from '../ask/examples.ts';
import type { LoreReader } from '../lore/reader.ts';
import { lookups } from '../messages/en/lookups.ts';
import { start } from '../messages/en/start.ts';
import { exampleText } from './ask-examples.ts';
import { type Voice, voiceOf } from './voice.ts';

/** Whether nothing was ever told in this lorebook: the name of its timeline alone is nothing to look up. */
export function holdsNothing(reader: LoreReader): boolean {
  return reader.lastClaim() === 0;
}

/** Lines to type that surely find something in this very lorebook; where it is empty, what one does first. */
export function thingsToTry(reader: LoreReader): readonly string[] {
  const [first] = reader.find('', { purpose: 'suggest', limit: 1 }).hits;
  if (first === undefined || holdsNothing(reader)) return start.firstSteps;
  const [question] = examplesOf(reader);
  const isDisputed = reader.findings({ limit: 1 }).length > 0;
  return [
    ...(question === undefined
      ? []
      : [start.typed({ command: 'ask', options: { question: exampleText(question, voiceOf(reader)) } })]),
    start.typed({ command: 'entry', options: { name: first.entity.name } }),
    start.typed({ command: isDisputed ? 'conflicts' : 'sources', options: {} }),
  ];
}

/** One of them in words, for a card that found nothing; an empty lorebook is told how to fill it. */
export function somethingToTry({ reader }: Voice): readonly string[] {
  if (holdsNothing(reader)) return [lookups.missing.fill];
  const [first] = reader.find('', { purpose: 'suggest', limit: 1 }).hits;
  if (first === undefined) return [lookups.missing.fill];
  return [start.typed({ command: 'entry', options: { name: first.entity.name } })];
}
