import { HOLDS } from '../lookup/office.ts';
import type { LoreReader } from '../lore/reader.ts';
import { lookups } from '../messages/en/lookups.ts';
import { start } from '../messages/en/start.ts';
import type { Voice } from './voice.ts';

interface Try {
  readonly command: string;
  readonly options: Readonly<Record<string, string>>;
}

/** Commands that surely find something in this very lorebook; none where it is empty. */
export function thingsToTry(reader: LoreReader): readonly Try[] {
  const [first] = reader.find('', { purpose: 'suggest', limit: 1 }).hits;
  if (first === undefined) return [];
  const hasHolders = reader.claimsByPredicate(HOLDS, 1).length > 0;
  return [
    { command: 'entry', options: { name: first.entity.name } },
    hasHolders ? { command: 'regents', options: {} } : { command: 'random', options: {} },
    { command: 'sources', options: {} },
  ];
}

/** One of them in words, for a card that found nothing; an empty lorebook is told how to fill it. */
export function somethingToTry(voice: Voice): readonly string[] {
  const [first] = thingsToTry(voice.reader);
  return [first === undefined ? lookups.missing.fill : start.typed(first)];
}
