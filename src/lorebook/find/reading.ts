import { osaDistance } from './osa.ts';

/** How the words of a query read as the words of a name. */
export interface Reading {
  /** Letters typed wrong, over all words. */
  readonly edits: number;
  /** Words of the name that were not typed. */
  readonly left: readonly string[];
  /** True when nothing of the name was left out behind the last word typed. */
  readonly reachesEnd: boolean;
  /** True when the last word was only begun. */
  readonly isHalf: boolean;
}

const ARTICLES = new Set(['the', 'a', 'an']);

/**
 * Reads every typed word as a word of the name, each within the few edits its length allows, in the order of the name
 * (neighbours may be run together or apart) or else in any order. Undefined where a typed word is no word of the name:
 * a name that is not there must not turn into another that shares a word with it.
 */
export function readingOf(typed: readonly string[], name: readonly string[]): Reading | undefined {
  const start = typed.length > 1 && ARTICLES.has(typed[0] ?? '') ? 1 : 0;
  const nameStart = name.length > 1 && ARTICLES.has(name[0] ?? '') ? 1 : 0;
  const said = typed.slice(start);
  const words = name.slice(nameStart);
  if (said.length > words.length * 2) return undefined;
  return inOrder(said, words) ?? anyOrder(said, words) ?? half(said, words);
}

interface Path {
  readonly edits: number;
  readonly used: readonly number[];
}

function inOrder(typed: readonly string[], name: readonly string[]): Reading | undefined {
  const known = new Map<number, Path | undefined>();
  const from = (i: number, j: number): Path | undefined => {
    if (i === typed.length) return { edits: 0, used: [] };
    if (i > typed.length || j >= name.length) return undefined;
    const key = i * 256 + j;
    if (known.has(key)) return known.get(key);
    const best = [from(i, j + 1), step(i, 1, j, 1), step(i, 2, j, 1), step(i, 1, j, 2)].reduce((a, b) =>
      a === undefined || (b !== undefined && better(b, a)) ? b : a,
    );
    known.set(key, best);
    return best;
  };
  const step = (i: number, said: number, j: number, read: number): Path | undefined => {
    if (i + said > typed.length || j + read > name.length) return undefined;
    const edits = editsWithin(typed.slice(i, i + said).join(''), name.slice(j, j + read).join(''));
    if (edits === undefined) return undefined;
    const rest = from(i + said, j + read);
    if (rest === undefined) return undefined;
    return { edits: edits + rest.edits, used: [...Array.from({ length: read }, (_, k) => j + k), ...rest.used] };
  };
  const path = from(0, 0);
  return path === undefined ? undefined : finished(name, path.used, path.edits, false);
}

function better(a: Path, b: Path): boolean {
  return a.edits < b.edits || (a.edits === b.edits && a.used.length > b.used.length);
}

function anyOrder(typed: readonly string[], name: readonly string[]): Reading | undefined {
  const used: number[] = [];
  let edits = 0;
  for (const word of typed) {
    let nearest: { at: number; edits: number } | undefined;
    for (const [at, candidate] of name.entries()) {
      if (used.includes(at)) continue;
      const found = editsWithin(word, candidate);
      if (found !== undefined && found < (nearest?.edits ?? Number.POSITIVE_INFINITY)) nearest = { at, edits: found };
    }
    if (nearest === undefined) return undefined;
    used.push(nearest.at);
    edits += nearest.edits;
  }
  return finished(name, used, edits, false);
}

/** All words but the last typed in full from the start of the name, the last one begun with two letters or more. */
function half(typed: readonly string[], name: readonly string[]): Reading | undefined {
  const last = typed.at(-1) ?? '';
  const at = typed.length - 1;
  if (at === 0 || last.length < 2 || /\d/.test(last) || name[at]?.startsWith(last) !== true) return undefined;
  if (typed.slice(0, at).some((word, index) => word !== name[index])) return undefined;
  return finished(
    name,
    typed.map((_, index) => index),
    0,
    true,
  );
}

function finished(name: readonly string[], used: readonly number[], edits: number, isHalf: boolean): Reading {
  return {
    edits,
    left: name.filter((_, at) => !used.includes(at)),
    reachesEnd: used.includes(name.length - 1),
    isHalf,
  };
}

/** Edits between two words, where few enough to be one word misspelt: none in three letters or in a number. */
export function editsWithin(typed: string, word: string): number | undefined {
  if (typed === word) return 0;
  if (/\d/.test(typed) || /\d/.test(word)) return undefined;
  const shorter = Math.min(typed.length, word.length);
  const most = shorter <= 3 ? 0 : shorter <= 6 ? 1 : shorter <= 10 ? 2 : 3;
  if (Math.abs(typed.length - word.length) > most) return undefined;
  // People seldom miss the first letter; in a short word another first letter is another name.
  if (shorter <= 5 && typed[0] !== word[0] && !(typed[0] === word[1] && typed[1] === word[0])) return undefined;
  const edits = osaDistance(typed, word);
  return edits <= most ? edits : undefined;
}
