import { isVerbLike } from './clauses.ts';
import type { DateSpan } from './dates-in-text.ts';
import { type Item, lowerAt, markAt } from './scene.ts';
import { AUXILIARIES, CONJUNCTIONS, isAdverb } from './words.ts';

const MOST_BETWEEN = 6;

/**
 * The date of what the items `from` to `to` tell: the one inside or right behind them, else the one the sentence begins
 * with, else the one right before "when". A date that belongs to another clause is not taken.
 */
export function dateOf(items: readonly Item[], from: number, to: number): DateSpan | null {
  for (let at = from; at <= to; at += 1) {
    const inside = dateAt(items, at);
    if (inside !== null) return inside;
  }
  return behind(items, to) ?? fronted(items, from) ?? beforeWhen(items, from) ?? meanwhile(items, to);
}

function dateAt(items: readonly Item[], at: number): DateSpan | null {
  const item = items[at];
  return item?.kind === 'date' ? item.date : null;
}

/** "… in 940", "… at the ford in 940", never past another verb or clause. */
function behind(items: readonly Item[], to: number): DateSpan | null {
  for (let at = to + 1; at <= to + MOST_BETWEEN; at += 1) {
    const date = dateAt(items, at);
    if (date !== null) return date;
    const item = items[at];
    if (item === undefined || item.kind === 'mark') return null;
    const lower = lowerAt(items, at);
    if (lower === '') continue;
    if (isClauseWord(lower) || AUXILIARIES.has(lower) || (isVerbLike(lower) && !isAdverb(lower)) || /ing$/.test(lower))
      return null;
  }
  return null;
}

function isClauseWord(lower: string): boolean {
  return CONJUNCTIONS.has(lower) && lower !== 'as' && lower !== 'than';
}

/** "In 940, …", "In 940 the Marches …": no verb stands between the head of the sentence and the date. */
function fronted(items: readonly Item[], from: number): DateSpan | null {
  for (let at = 0; at < from; at += 1) {
    const lower = lowerAt(items, at);
    if (AUXILIARIES.has(lower) || SUBORDINATE.has(lower)) return null;
    if (at === 0 && /^(?:after|before)$/.test(lower)) return null;
    const date = dateAt(items, at);
    if (date === null) {
      if (lower !== '' && isVerbLike(lower) && at > 2 && !/s$/.test(lower)) return null;
      continue;
    }
    const others = items.slice(at + 1, from).some((item) => item.kind === 'date');
    return others || hasTurned(items, at + 1, from) ? null : date;
  }
  return null;
}
const SUBORDINATE = new Set(['although', 'though', 'because', 'while', 'when', 'if', 'unless', 'who', 'which']);

/** Another sentence in all but the full stop begins behind ";" or "but by then". */
function hasTurned(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some((item, at) => item.kind === 'mark' && markAt(items, from + at) === ';');
}

/** "suffered a setback in 940 when …". */
function beforeWhen(items: readonly Item[], from: number): DateSpan | null {
  return /^(?:when|as|while)$/.test(lowerAt(items, from - 1)) ? dateAt(items, from - 2) : null;
}

/** "…, while the others held the ford in 940": both at one time. */
function meanwhile(items: readonly Item[], to: number): DateSpan | null {
  const dates = items.flatMap((item, at) => (item.kind === 'date' ? [at] : []));
  const [only] = dates;
  if (dates.length !== 1 || only === undefined || only <= to) return null;
  return items.slice(to + 1, only).some((_, at) => lowerAt(items, to + 1 + at) === 'while')
    ? dateAt(items, only)
    : null;
}
