import type { OpenWindow } from '../../lore/time/bounds.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { namesOf } from '../../lore/time/names.ts';
import { yearWindow } from '../../lore/time/reading-dates.ts';
import type { Token } from '../words/tokens.ts';
import type { TimeMention, TimeRelation } from './reading.ts';

const SPAN_WORDS = new Set(
  'early mid late middle end start beginning first second last half part century centuries decade year years circa about around ad bc ce bce st nd rd th of the'.split(
    ' ',
  ),
);
const BEFORE = new Set(['before', 'until', 'till', 'by', 'to']);
const AFTER = new Set(['after', 'since', 'from', 'following', 'past']);
const WIDEST = 6;

interface Dated {
  readonly from: number;
  readonly to: number;
  readonly window: OpenWindow;
}

/** The times a question names, read by the lorebook's calendar. */
export function timesIn(
  tokens: readonly Token[],
  calendar: Calendar,
  isTaken: (at: number) => boolean,
): { readonly times: readonly TimeMention[]; readonly isEither: boolean } {
  const names = new Set([...namesOf(calendar).all.keys()].flatMap((name) => name.split(' ')));
  const canJoin = (at: number): boolean => {
    const token = tokens[at];
    if (token === undefined || isTaken(at)) return false;
    return /\d/.test(token.folded) || names.has(token.folded) || SPAN_WORDS.has(token.folded);
  };
  const dated: Dated[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (!/\d/.test(tokens[at]?.folded ?? '') || isTaken(at) || dated.some((one) => one.from <= at && at <= one.to))
      continue;
    const found = longest(tokens, at, calendar, canJoin, (dated.at(-1)?.to ?? -1) + 1);
    if (found !== null) dated.push(found);
  }
  return related(tokens, dated);
}

function longest(
  tokens: readonly Token[],
  at: number,
  calendar: Calendar,
  canJoin: (at: number) => boolean,
  lowest: number,
): Dated | null {
  let first = at;
  while (at - first < 4 && first - 1 >= lowest && canJoin(first - 1)) first -= 1;
  let last = at;
  while (last - at < 4 && canJoin(last + 1)) last += 1;
  const windows: [number, number][] = [];
  for (let from = first; from <= at; from += 1) {
    for (let to = last; to >= at; to -= 1) if (to - from < WIDEST) windows.push([from, to]);
  }
  windows.sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  for (const [from, to] of windows) {
    const text = tokens
      .slice(from, to + 1)
      .map((token) => token.text)
      .join(' ');
    if (/^(?:of|the end|the start)\b/i.test(text)) continue;
    const read = yearWindow(text, calendar);
    if (read.ok) return { from, to, window: { min: read.value.min, max: read.value.max } };
  }
  return null;
}

function related(
  tokens: readonly Token[],
  dated: readonly Dated[],
): { readonly times: readonly TimeMention[]; readonly isEither: boolean } {
  const [first, second] = dated;
  if (first === undefined) return { times: [], isEither: false };
  const typed = (from: number, to: number): string =>
    tokens
      .slice(from, to + 1)
      .map((token) => token.text)
      .join(' ');
  const before = (one: Dated): string => skipThe(tokens, one.from);
  if (second !== undefined) {
    const between = tokens
      .slice(first.to + 1, second.from)
      .map((token) => token.folded)
      .join(' ');
    const opens = before(first);
    const isListed = between === '' && tokens[first.to]?.endsClause === true;
    const isSpan =
      !isListed &&
      /^(?:and|to|until|till|through)?$/.test(between) &&
      (opens === 'between' || opens === 'from' || between !== 'and');
    if (isSpan) {
      const span = { min: first.window.min, max: second.window.max };
      return {
        times: [{ from: first.from, to: second.to, typed: typed(first.from, second.to), span, relation: 'between' }],
        isEither: false,
      };
    }
  }
  const times = dated.map((one): TimeMention => {
    const { span, relation } = bounded(before(one), one.window);
    return { from: one.from, to: one.to, typed: typed(one.from, one.to), span, relation };
  });
  const isEither =
    dated.length > 1 && tokens.slice(first.to + 1, dated.at(-1)?.from).some((token) => token.folded === 'or');
  return { times, isEither };
}

function skipThe(tokens: readonly Token[], from: number): string {
  const word = tokens[from - 1]?.folded ?? '';
  return word === 'the' || word === 'year' ? skipThe(tokens, from - 1) : word;
}

function bounded(word: string, window: OpenWindow): { readonly span: OpenWindow; readonly relation: TimeRelation } {
  if (BEFORE.has(word)) {
    const isInside = word !== 'before';
    const edge = isInside ? window.max : window.min === null ? null : window.min - 1;
    return { span: { min: null, max: edge }, relation: 'before' };
  }
  if (AFTER.has(word)) {
    const isInside = word === 'since' || word === 'from';
    const edge = isInside ? window.min : window.max === null ? null : window.max + 1;
    return { span: { min: edge, max: null }, relation: 'after' };
  }
  return { span: window, relation: 'in' };
}
