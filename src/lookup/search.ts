import type { Claim } from '../lore/claim.ts';
import type { Hit } from '../lore/finder.ts';
import type { LoreReader } from '../lore/reader.ts';

export interface Search {
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly claims: readonly Claim[];
}

const MOST_NAMES = 25;
const MOST_STATEMENTS = 25;

/** Names and statements that fit the words, best first. */
export function search(reader: LoreReader, text: string): Search {
  return {
    text,
    hits: reader.find(text, { purpose: 'suggest', limit: MOST_NAMES }).hits,
    claims: reader.claimsByText(text, MOST_STATEMENTS),
  };
}
