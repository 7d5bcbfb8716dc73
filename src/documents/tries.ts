import { examplesOf } from '../ask/examples.ts';
import type { LoreReader } from '../lore/reader.ts';
import { lookups } from '../messages/en/lookups.ts';
import { start } from '../messages/en/start.ts';
import { exampleText } from './ask-examples.ts';
import { type Voice, voiceOf } from './voice.ts';

interface Try {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Commands that surely find something in this very lorebook; none where it is empty. */
export function thingsToTry(reader: LoreReader): readonly Try[] {
  const [first] = reader.find('', { purpose: 'suggest', limit: 1 }).hits;
  if (first === undefined) return [];
  const [question] = examplesOf(reader);
  const isDisputed = reader.findings({ limit: 1 }).length > 0;
  return [
    ...(question === undefined
      ? []
      : [{ command: 'ask', options: { question: exampleText(question, voiceOf(reader)) } }]),
    { command: 'entry', options: { name: first.entity.name } },
    isDisputed ? { command: 'conflicts', options: {} } : { command: 'sources', options: {} },
  ];
}

/** One of them in words, for a card that found nothing; an empty lorebook is told how to fill it. */
export function somethingToTry({ reader }: Voice): readonly string[] {
  const [first] = reader.find('', { purpose: 'suggest', limit: 1 }).hits;
  const entry = { command: 'entry', options: { name: first?.entity.name ?? '' } };
  return [first === undefined ? lookups.missing.fill : start.typed(entry)];
}
