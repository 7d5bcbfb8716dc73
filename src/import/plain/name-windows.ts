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

/** Every run of words that might be a name, folded, for one look into the lorebook. */
export function nameWindows(text: string, tokens: readonly Token[]): readonly string[] {
  const texts: string[] = [];
  for (const [at, first] of tokens.entries()) {
    if (!mayBegin(tokens, at) || !isWord(first)) continue;
    for (let to = at; to < Math.min(tokens.length, at + LONGEST_NAME); to += 1) {
      const last = tokens[to];
      if (!isWord(last)) break;
      const folded = fold(text.slice(first.from, last.to));
      texts.push(folded);
      if (first.isCapital) texts.push(`the ${folded}`);
    }
  }
  return texts;
}
