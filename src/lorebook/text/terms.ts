import { fold } from '../../lore/fold.ts';
import type { Database } from '../database.ts';
import { type KnownWord, knownWord, nearestWord, wordsBeginning } from './vocabulary.ts';
import { tokensOf } from './words.ts';

/** One word of a query: any of `readings` will do. */
export interface Term {
  readonly readings: readonly KnownWord[];
}

export interface Correction {
  readonly typed: string;
  readonly read: string;
}

export interface Terms {
  readonly terms: readonly Term[];
  readonly corrected: readonly Correction[];
}

const MOST_TYPED = 400;
const MOST_TERMS = 12;

/** Reads a query word by word; an unknown word as the beginning of known ones, else as the nearest one. */
export function termsOf(database: Database, text: string): Terms {
  const corrected: Correction[] = [];
  const terms = new Map<string, Term>();
  for (const typed of text.slice(0, MOST_TYPED).split(/\s+/u)) {
    const folded = fold(typed);
    for (const word of tokensOf(folded)) {
      if (terms.size === MOST_TERMS || terms.has(word)) continue;
      const readings = readingsOf(database, word);
      terms.set(word, { readings });
      const [read] = readings;
      if (read !== undefined && !read.word.startsWith(word)) {
        const isWhole = folded === word;
        corrected.push({ typed: isWhole ? stripped(typed) : word, read: likeTyped(read.word, isWhole ? typed : word) });
      }
    }
  }
  return { terms: [...terms.values()], corrected };
}

function readingsOf(database: Database, word: string): readonly KnownWord[] {
  const known = knownWord(database, word);
  if (known !== undefined) return [known];
  const begun = wordsBeginning(database, word);
  if (begun.length > 0) return begun;
  const nearest = nearestWord(database, word);
  return nearest === undefined ? [] : [nearest];
}

/** Without the punctuation around it. */
function stripped(typed: string): string {
  return typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function likeTyped(word: string, typed: string): string {
  return /^\P{L}*\p{Lu}/u.test(typed) ? word.slice(0, 1).toUpperCase() + word.slice(1) : word;
}
