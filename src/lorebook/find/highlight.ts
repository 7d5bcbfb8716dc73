import Fuse from 'fuse.js';

/** Letters of a text that the query covers, as [first, last] pairs. */
export type Ranges = readonly (readonly [number, number])[];

export interface Marked {
  readonly ranges: Ranges;
  /** Fuse.js's own score, 0 = perfect: settles what the ranking leaves equal. */
  readonly fuseScore: number;
}

/** Fuse.js splits a pattern of more letters and searches for each piece. */
const PATTERN_LENGTH = 32;
const UNMARKED: Marked = { ranges: [], fuseScore: 1 };

/** Fuse.js over the last few names: where they match what was typed, and how well it thinks they do. */
export function mark(typed: string, names: readonly string[]): readonly Marked[] {
  const marked: Marked[] = names.map(() => UNMARKED);
  const pattern = typed.trim().slice(0, PATTERN_LENGTH);
  if (pattern === '' || names.length === 0) return marked;
  const fuse = new Fuse(names, {
    includeMatches: true,
    includeScore: true,
    ignoreLocation: true,
    minMatchCharLength: Math.min(2, pattern.length),
    shouldSort: false,
    // Past two wrong letters in five it says no more than the ranking did, and takes its time over it.
    threshold: 0.4,
  });
  for (const { refIndex, score, matches } of fuse.search(pattern)) {
    marked[refIndex] = { ranges: matches?.[0]?.indices ?? [], fuseScore: score ?? 1 };
  }
  return marked;
}
