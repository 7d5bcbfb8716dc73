import { isUnspaced } from './scripts.ts';
import { hear } from './sound.ts';

/** Codes below this many are used; the keys of the postings leave 21 bits for a code. */
export const GRAM_CODES = 2 ** 21;
const LETTERS = 37;
const TRIGRAMS = LETTERS ** 3;
const HASHED = TRIGRAMS + LETTERS ** 2;

/**
 * The pieces by which a folded name is found: trigrams of each word padded with one space on either side, so that
 * beginnings and ends weigh more (after Zobel and Dart 1995); of each word also its first and last letter, its letters
 * in alphabetical order and its consonants as they sound, for what leaves a short word no trigram ("wrof", "teh",
 * "funetik"); and for scripts written without spaces, single characters and pairs. Each piece once. Pieces outside a-z
 * and 0-9 share hashed codes: a collision only adds a candidate, which ranking then drops.
 */
export function gramCodes(folded: string): number[] {
  const codes: number[] = [];
  const add = (code: number): void => {
    if (!codes.includes(code)) codes.push(code);
  };
  const end = folded.length;
  let wordStart = 0;
  for (let at = 0; at < end; at += 1) {
    const unit = folded.charCodeAt(at);
    if (unit === SPACE) {
      wordStart = at + 1;
      continue;
    }
    const next = at + 1 < end ? folded.charCodeAt(at + 1) : SPACE;
    add(trigram(at > wordStart ? folded.charCodeAt(at - 1) : SPACE, unit, next));
    if (next === SPACE) addWord(folded.slice(wordStart, at + 1), add);
    if (isUnspaced(unit)) {
      add(hashed(unit, 0, 0));
      if (isUnspaced(next)) add(hashed(unit, next, 0));
    }
  }
  return codes;
}

const SPACE = 0x20;

/** 0 for a space, 1 to 26 for a-z, 27 to 36 for 0-9, -1 for anything else. */
function letterOf(unit: number): number {
  if (unit >= 0x61 && unit <= 0x7a) return unit - 0x60;
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30 + 27;
  return unit === SPACE ? 0 : -1;
}

function trigram(before: number, unit: number, after: number): number {
  const a = letterOf(before);
  const b = letterOf(unit);
  const c = letterOf(after);
  return a < 0 || b < 0 || c < 0 ? hashed(before, unit, after) : (a * LETTERS + b) * LETTERS + c;
}

function addWord(word: string, add: (code: number) => void): void {
  if (word.length < 2) return;
  const first = letterOf(word.charCodeAt(0));
  const last = letterOf(word.charCodeAt(word.length - 1));
  if (first > 0 && last > 0) add(TRIGRAMS + first * LETTERS + last);
  if (word.length < 3) return;
  add(hashed(letterSum(word), ANAGRAM, word.length));
  let sound = 0;
  let sounds = 0;
  hear(word, (unit) => {
    sound = Math.imul(sound, 31) + unit;
    sounds += 1;
    return true;
  });
  if (sounds > 1) add(hashed(sound, SOUND, sounds));
}

const ANAGRAM = 1;
const SOUND = 2;

/** The same for the same letters in any order. */
function letterSum(word: string): number {
  let sum = 0;
  for (let at = 0; at < word.length; at += 1) {
    const mixed = Math.imul(word.charCodeAt(at), 0x9e3779b1);
    sum = (sum + Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)) | 0;
  }
  return sum;
}

function hashed(a: number, b: number, c: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
  return HASHED + (((mixed ^ (mixed >>> 13)) >>> 0) % (GRAM_CODES - HASHED));
}
