import { fold } from '../../lore/fold.ts';
import { isUnspaced } from '../find/scripts.ts';

/** No script that runs words together lies below this. */
const MAYBE_UNSPACED = /[\u0e00-\uffff]/;

/** The words of a text as the index holds them: folded; characters of scripts without spaces stand alone. */
export function wordsOf(text: string): readonly string[] {
  return tokensOf(fold(text));
}

/** The same for text that is folded already. */
export function tokensOf(folded: string): readonly string[] {
  if (folded === '') return [];
  if (!MAYBE_UNSPACED.test(folded)) return folded.split(' ');
  return folded.split(' ').flatMap((word) => (hasUnspaced(word) ? [...word] : word));
}

function hasUnspaced(word: string): boolean {
  for (let at = 0; at < word.length; at += 1) if (isUnspaced(word.charCodeAt(at))) return true;
  return false;
}
