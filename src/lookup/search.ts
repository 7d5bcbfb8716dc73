import type { Claim } from '../lore/claim.ts';
import type { Hit } from '../lore/finder.ts';
import { fold } from '../lore/fold.ts';
import type { LoreReader } from '../lore/reader.ts';
import { type Quote, quoteOf } from './quote.ts';

export interface Search {
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly claims: readonly Claim[];
  /** What accounts say in their own words. */
  readonly quotes: readonly Quote[];
}

const MOST_NAMES = 25;
const MOST_STATEMENTS = 25;
const MOST_QUOTES = 6;

/** Names, statements and passages that fit the words, best first. */
export function search(reader: LoreReader, text: string): Search {
  const words = new Set(fold(text).split(' '));
  return {
    text,
    hits: reader.find(text, { purpose: 'suggest', limit: MOST_NAMES }).hits,
    claims: reader.claimsByText(text, MOST_STATEMENTS),
    quotes: reader.passagesByText(text, MOST_QUOTES).map((passage) => quoteOf(passage, (word) => words.has(word))),
  };
}
