import type { Calendar } from '../../lore/time/calendar.ts';
import { namesOf } from '../../lore/time/names.ts';
import { parseDate } from '../../lore/time/parse-date.ts';
import { isWord, type Token } from './words.ts';

/** A date a sentence names: tokens `from` to `to` (the words before it, "in", "as of", among them). */
export interface DateSpan {
  readonly from: number;
  readonly to: number;
  /** As claims hold it: the lorebook's notation. */
  readonly date: string;
  /** As it stood. */
  readonly text: string;
  /** "As of", "at least as late as": a state at that time, not a beginning. */
  readonly isAsOf: boolean;
  /** "until": an end. */
  readonly isEnd: boolean;
  /** "since", "from": a beginning of what goes on. */
  readonly isStart: boolean;
}

const INSIDE = new Set(
  'early mid late later middle end beginning first second last half part century centuries decade year years circa ca about around approximately roughly ad bc ce bce st nd rd th of the summer winter spring autumn fall season'.split(
    ' ',
  ),
);
const BEFORE = new Set(
  'in on during at by since from until till before after about around circa between as of late early to prior or sometime year'.split(
    ' ',
  ),
);
const BETWEEN = new Set(['to', 'until', 'till', 'and', 'or', '–', '—', '-', '/', 'through']);
const LONGEST = 9;
const AS_OF = /^(?:as\s+of|at\s+least\s+as\s+late\s+as|as\s+late\s+as|still\s+in)\b/i;

const calendarWords = new WeakMap<Calendar, ReadonlySet<string>>();

/** Words of the names of months, days, eras. */
function wordsOfCalendar(calendar: Calendar): ReadonlySet<string> {
  const known = calendarWords.get(calendar);
  if (known !== undefined) return known;
  const words = new Set([...namesOf(calendar).all.keys()].flatMap((name) => name.split(' ')));
  calendarWords.set(calendar, words);
  return words;
}

/** Dates in a sentence by the lorebook's calendar; the longest reading wins. A bare number needs words that make it a date. */
export function datesIn(text: string, tokens: readonly Token[], calendar: Calendar): readonly DateSpan[] {
  const names = wordsOfCalendar(calendar);
  const found: DateSpan[] = [];
  let lowest = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined || at < lowest || !isWord(token) || !/\d/.test(token.text)) continue;
    const span = longest(text, tokens, at, lowest, calendar, names);
    if (span === null) continue;
    found.push(span);
    lowest = span.to + 1;
  }
  return found;
}

function longest(
  text: string,
  tokens: readonly Token[],
  at: number,
  lowest: number,
  calendar: Calendar,
  names: ReadonlySet<string>,
): DateSpan | null {
  const canJoin = (index: number): boolean => {
    const token = tokens[index];
    if (token === undefined) return false;
    if (!isWord(token)) return false;
    return /\d/.test(token.text) || names.has(token.lower) || INSIDE.has(token.lower);
  };
  let first = at;
  while (first - 1 >= lowest && at - first < 5 && canJoin(first - 1)) first -= 1;
  let last = at;
  while (last + 1 < tokens.length && last - at < 5 && canJoin(last + 1)) last += 1;
  const joint = tokens[last + 1];
  const joins = joint !== undefined && BETWEEN.has(isWord(joint) ? joint.lower : joint.mark);
  if (joins && canJoin(last + 2)) {
    last += 2;
    while (last + 1 < tokens.length && last - at < LONGEST && canJoin(last + 1)) last += 1;
  }
  for (let to = last; to >= at; to -= 1) {
    for (let from = first; from <= at; from += 1) {
      const span = spanOf(text, tokens, from, to, lowest, calendar);
      if (span !== null) return span;
    }
  }
  return null;
}

function spanOf(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  lowest: number,
  calendar: Calendar,
): DateSpan | null {
  const [first, last] = [tokens[from], tokens[to]];
  if (first === undefined || last === undefined || !isWord(last) || last.isPossessive) return null;
  if (
    isWord(first) &&
    /^(?:of|the|end|part|half|st|nd|rd|th)$/.test(first.lower) &&
    from !== to &&
    first.lower !== 'the'
  )
    return null;
  const written = text.slice(first.from, last.to);
  const bare = written.replace(/^the\s+/i, '');
  if (/^\d[\d.]*$/.test(bare) && (bare !== written || !isYearLike(written, tokens, from, to))) return null;
  const plain = pairOr(written, text, tokens, from, calendar);
  if (!plain.ok || plain.value.tree === null) return null;
  let start = from;
  let best = plain.value;
  // "prior to", "since", "between": words before it that change what it says.
  let before = from - 1;
  for (let steps = 0; steps < 5 && before >= lowest; steps += 1, before -= 1) {
    const token = tokens[before];
    if (token === undefined || !isWord(token) || !isDateWord(token.lower)) break;
    const read = parseDate(text.slice(token.from, last.to), calendar);
    if (read.ok && read.value.tree !== null) [start, best] = [before, read.value];
  }
  const lead = text.slice(tokens[start]?.from ?? 0, last.to);
  const wider = text.slice(Math.max(0, (tokens[start]?.from ?? 0) - 24), last.to);
  const asOf =
    AS_OF.test(lead) ||
    /\b(?:as of|at least as late as|as late as)\s*\S*$/i.test(wider.slice(0, wider.length - lead.length).trim());
  return {
    from: start,
    to,
    date: asOf ? plain.value.text : best.text,
    text: lead,
    isAsOf: asOf,
    isEnd: /^(?:until|till|up to)\b/i.test(lead),
    isStart: /^(?:since|from|ever since)\b/i.test(lead) || /\bonwards?$/i.test(lead),
  };
}

/** "1250 and 1260" is a date behind "between" only. */
function pairOr(written: string, text: string, tokens: readonly Token[], from: number, calendar: Calendar) {
  const lead = tokens[from - 1];
  const isLed = isWord(lead) && /^(?:between|from)$/.test(lead.lower);
  return parseDate(isLed ? `${text.slice(lead.from, lead.to)} ${written}` : written, calendar);
}

function isDateWord(lower: string): boolean {
  return BEFORE.has(lower) || INSIDE.has(lower) || lower === 'least' || lower === 'ever';
}

/** "In 940," and "(940)" are years; "12 ships" and "the 3" are none. */
function isYearLike(written: string, tokens: readonly Token[], from: number, to: number): boolean {
  if (!/^\d{1,5}$/.test(written)) return false;
  const before = tokens[from - 1];
  const after = tokens[to + 1];
  const isLed =
    isWord(before) &&
    /^(?:in|by|since|until|till|from|before|after|around|about|circa|during|year|of|to|between)$/.test(before.lower);
  const followed = isWord(after) && !after.isCapital && !AFTER_YEAR.test(after.lower);
  if (written.length >= 4 && !written.startsWith('0')) return isLed || !followed;
  return isLed && !followed;
}
const AFTER_YEAR =
  /^(?:and|or|but|when|while|as|the|he|she|it|they|by|with|at|in|on|to|until|after|before|during|following|from|a|an|his|her|their|its|was|were|is|had|has|for|under|against|near|who|which|that|because|thanks|through|of|agents|over)$/;
