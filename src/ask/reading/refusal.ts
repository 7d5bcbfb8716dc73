import { fold } from '../../lore/fold.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { NotUnderstood } from '../answer.ts';
import { FOREIGN, FUNCTION_WORDS } from '../words/lists.ts';

const LONGEST = 500;
const ASKING = /\b(?:who|whom|whose|what|which|when|where|why|how|did|does|was|were|is|are)\b/i;
const SECOND =
  /[?.!]\s+(?=\S)|\s(?:and|also|then)\s+(?=(?:who|whom|whose|what|when|where|why|how)\s+(?!(?:is|are)\s+who)\w+)/i;

/** What cannot be one question in the language questions are read in; null = it may be. */
export function refusalOf(
  question: string,
  text: string,
  reader: LoreReader,
): { readonly why: NotUnderstood; readonly parts: readonly string[] } | null {
  if (!/^en\b/i.test(reader.profile.language)) return { why: 'lorebook-language', parts: [] };
  if (question.length > LONGEST) return { why: 'too-long', parts: [] };
  if (!/[\p{L}\p{N}]/u.test(text)) return { why: 'empty', parts: [] };
  const parts = text.split(SECOND).map((part) => part.trim().replace(/[?.!]+$/, ''));
  const asking = parts.filter((part) => ASKING.test(part));
  if (asking.length > 1) return { why: 'two-questions', parts: asking.slice(0, 2).map((part) => `${part}?`) };
  return isForeign(text) ? { why: 'language', parts: [] } : null;
}

/** More small words of other languages than of English. */
function isForeign(text: string): boolean {
  const words = fold(text).split(' ');
  const foreign = words.filter((word) => FOREIGN.has(word) && !FUNCTION_WORDS.has(word)).length;
  const english = words.filter((word) => FUNCTION_WORDS.has(word)).length;
  return foreign >= 2 && foreign > english;
}
