import { fold } from '../../lore/fold.ts';
import { DETERMINERS, isWord, type Token } from './words.ts';

/** Words a name has at most. */
export const LONGEST_NAME = 8;

/** A capital, "the", or what stands behind a word that points: nothing else begins a name. */
export function mayBegin(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at];
  if (!isWord(word)) return false;
  const before = tokens[at - 1];
  return (
    word.isCapital || word.lower === 'the' || (isWord(before) && (DETERMINERS.has(before.lower) || before.isPossessive))
  );
}

/** Whether a name may reach from `at` to `to` where names are written with capitals at both ends. */
export function isCapitalised(tokens: readonly Token[], at: number, to: number): boolean {
  const [first, last] = [tokens[at], tokens[to]];
  if (!isWord(first) || !isWord(last) || !(last.isCapital || /^\d/.test(last.text))) return false;
  const next = tokens[at + 1];
  return first.isCapital || (to > at && isWord(next) && next.isCapital);
}

/** Every run of words that might be a name, folded, for one look into the lorebook; `onlyCapitals`: no "the ford". */
export function nameWindows(text: string, tokens: readonly Token[], onlyCapitals: boolean): readonly string[] {
  const texts: string[] = [];
  for (const [at, first] of tokens.entries()) {
    if (!mayBegin(tokens, at) || !isWord(first)) continue;
    for (let to = at; to < Math.min(tokens.length, at + LONGEST_NAME); to += 1) {
      const last = tokens[to];
      if (!isWord(last)) break;
      if (onlyCapitals && !isCapitalised(tokens, at, to)) continue;
      const folded = fold(text.slice(first.from, last.to));
      texts.push(folded);
      if (first.isCapital) texts.push(`the ${folded}`);
    }
  }
  return texts;
}
