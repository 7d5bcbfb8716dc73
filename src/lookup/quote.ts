import { fold } from '../lore/fold.ts';
import type { Passage } from '../lore/passage.ts';

/** Words of an account, quoted as text: not a recorded claim. */
export interface Quote {
  readonly passage: Passage;
  /** A stretch of it, letter by letter as it stands there. */
  readonly text: string;
  /** Whether there is more of it before, and behind. */
  readonly isCut: { readonly before: boolean; readonly after: boolean };
  /** Titles of what the passage cites. */
  readonly works: readonly string[];
}

const LONGEST_QUOTE = 320;
const SENTENCE = /[^.!?…]+(?:[.!?…]+["”’)\]]*|$)\s*/g;

/** The part of a passage that has most of the words, whole sentences where they fit. */
export function quoteOf(passage: Passage, isWanted: (foldedWord: string) => boolean): Quote {
  const { text } = passage;
  const sentences = [...text.matchAll(SENTENCE)].map((match) => ({
    from: match.index,
    to: match.index + match[0].trimEnd().length,
    score: new Set(fold(match[0]).split(' ').filter(isWanted)).size,
  }));
  const best = sentences.reduce(
    (a, b) => (b.score > a.score ? b : a),
    sentences[0] ?? { from: 0, to: text.length, score: 0 },
  );
  let { from, to } = best;
  for (const next of sentences) {
    if (next.from < to) continue;
    if (next.to - from > LONGEST_QUOTE) break;
    to = next.to;
  }
  if (to - from > LONGEST_QUOTE) {
    from = wordsStart(text, from, to, isWanted);
    const space = text.lastIndexOf(' ', from + LONGEST_QUOTE);
    to = Math.min(to, space > from && from + LONGEST_QUOTE < to ? space : from + LONGEST_QUOTE);
  }
  return {
    passage,
    text: text.slice(from, to),
    isCut: { before: from > 0, after: to < text.trimEnd().length },
    works: [...new Set(passage.citations.map((citation) => citation.title).filter((title) => title !== ''))],
  };
}

/** Where a sentence too long to be quoted whole is begun, so that the words are in the quote. */
function wordsStart(text: string, from: number, to: number, isWanted: (foldedWord: string) => boolean): number {
  const places = [...text.slice(from, to).matchAll(/[\p{L}\p{N}'’-]+/gu)]
    .filter((match) => isWanted(fold(match[0])))
    .map((match) => from + match.index);
  const last = places.at(-1) ?? from;
  if (last - from < LONGEST_QUOTE) return from;
  const first = places.find((place) => last - place < LONGEST_QUOTE * 0.7) ?? last;
  const space = text.lastIndexOf(' ', Math.max(from, first - LONGEST_QUOTE * 0.2));
  return Math.max(from, space + 1);
}
