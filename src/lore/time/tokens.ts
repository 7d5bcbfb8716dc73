import type { Calendar } from './calendar.ts';
import { eraNamed, type Named, nameKey, namesOf } from './names.ts';

export interface NumberToken {
  readonly kind: 'number';
  readonly value: number;
  /** How many digits were written: 3 for 015. */
  readonly digits: number;
  /** How many X follow them. */
  readonly masked: number;
}

export type Token = NumberToken | Exclude<Named, { kind: 'weekday' }>;

const NUMBER = /^(-?)(\d{1,15})(x{0,3})(?:st|nd|rd|th)?$/;
const NUMBER_THEN_NAME = /^(-?\d{1,15})(\D+)$/;
const NAME_THEN_NUMBER = /^([^\d-]+)(\d{1,15})$/;
const EMPTY_WORDS: ReadonlySet<string> = new Set(['of', 'the', 'year', '']);

/** The numbers and names of a text in order, or null where anything else stands in it. */
export function tokensOf(text: string, calendar: Calendar): readonly Token[] | null {
  const words = text
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .split(/[\s,]+/);
  const tokens: Token[] = [];
  for (let at = 0; at < words.length; ) {
    const name = longestName(words, at, calendar);
    if (name !== null) {
      if (name.named.kind !== 'weekday') tokens.push(name.named);
      at += name.words;
      continue;
    }
    const word = words[at] ?? '';
    const parts = EMPTY_WORDS.has(word) ? [] : tokensOfWord(word, calendar);
    if (parts === null) return null;
    tokens.push(...parts);
    at += 1;
  }
  return tokens;
}

function longestName(words: readonly string[], at: number, calendar: Calendar): { named: Named; words: number } | null {
  const names = namesOf(calendar);
  for (let count = Math.min(names.words, words.length - at); count > 0; count -= 1) {
    const named = names.all.get(nameKey(words.slice(at, at + count).join(' ')));
    if (named !== undefined) return { named, words: count };
  }
  return null;
}

/** "302", "15th", "30x", "302ac", "ac302". */
function tokensOfWord(word: string, calendar: Calendar): readonly Token[] | null {
  const [, sign, digits, masks] = NUMBER.exec(word) ?? [];
  if (digits !== undefined) return [numberToken(`${sign}${digits}`, masks ?? '')];
  const [, number, after] = NUMBER_THEN_NAME.exec(word) ?? [];
  const [, before, followed] = NAME_THEN_NUMBER.exec(word) ?? [];
  const era = eraNamed(after ?? before ?? '', calendar);
  if (era === null) return null;
  if (number !== undefined) return [numberToken(number, ''), { kind: 'era', era }];
  return followed === undefined ? null : [{ kind: 'era', era }, numberToken(followed, '')];
}

function numberToken(digits: string, masks: string): NumberToken {
  const length = digits.startsWith('-') ? digits.length - 1 : digits.length;
  return { kind: 'number', value: Number(digits), digits: length, masked: masks.length };
}
