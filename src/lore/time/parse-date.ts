import type { Calendar } from './calendar.ts';
import { readEdtfMoment } from './edtf-moment.ts';
import { isGregorian } from './gregorian.ts';
import { type LoreDate, placed } from './lore-date.ts';
import { readNamed } from './named-moment.ts';
import { readNumeric } from './numeric-moment.ts';
import { readPhrase, unknownEraIn } from './phrases.ts';
import { type Attempt, DATE_TEXT_LIMIT, type DateProblem, type DateResult, newAttempt } from './problem.ts';
import { readEra } from './spans.ts';
import { intervalOf, type MomentReader, readStructure } from './structure.ts';
import { DEFAULT_TOLERANCES, type Tolerances } from './tolerance.ts';
import { type End, momentTree, type Tree } from './tree.ts';

/**
 * Reads what files and people write: EDTF of levels 0 to 2 or the calendar's own notation, and the ways of prose
 * ("about 2374", "12 Thaw 302 AC", "between 2371 and 2375"). Never throws.
 */
export function parseDate(
  text: string,
  calendar: Calendar,
  tolerances: Tolerances = DEFAULT_TOLERANCES,
): DateResult<LoreDate> {
  if (text.length > DATE_TEXT_LIMIT) {
    return { ok: false, problem: { kind: 'date-too-long', text: text.slice(0, 40), limit: DATE_TEXT_LIMIT } };
  }
  const tidy = tidied(text);
  if (tidy === '') return { ok: false, problem: { kind: 'date-missing' } };
  const attempt = newAttempt();
  const tree = readTree(tidy, calendar, attempt);
  if (tree === null) return { ok: false, problem: attempt.problems[0] ?? notUnderstood(tidy, calendar) };
  return placed(tree, calendar, tolerances, tidy);
}

/**
 * A claim's columns `date` and `end` as one date: S/E. Null where both are empty. An end beside a date that already
 * has one is refused.
 */
export function joinDates(date: string | null, end: string | null, calendar: Calendar): DateResult<LoreDate | null> {
  const startText = tidied(date ?? '');
  const endText = tidied(end ?? '');
  if (endText === '') return startText === '' ? { ok: true, value: null } : parseDate(startText, calendar);
  const first = startText === '' ? null : parseSide(startText, calendar);
  if (first !== null && !first.ok) return first;
  const second = parseSide(endText, calendar);
  if (!second.ok) return second;
  const starting = first === null ? ({ kind: 'unknown' } as const) : startOf(first.value);
  const ending = endOf(second.value);
  if (starting === null || ending === null) {
    return { ok: false, problem: { kind: 'end-given-twice', text: startText, end: endText } };
  }
  return placed(intervalOf(starting, ending), calendar, DEFAULT_TOLERANCES, `${startText}/${endText}`);
}

function parseSide(text: string, calendar: Calendar): DateResult<End | Tree> {
  if (text === '..') return { ok: true, value: { kind: 'open' } };
  const read = parseDate(text, calendar);
  if (!read.ok) return read;
  return { ok: true, value: read.value.tree ?? { kind: 'unknown' } };
}

/** "since 2371" in `date` gives its start; a date with an end of its own gives none. */
function startOf(tree: End | Tree): End | null {
  if (tree.kind !== 'interval') return tree;
  return tree.end.kind === 'open' || tree.end.kind === 'unknown' ? tree.start : null;
}

/** "until 2375" in `end` gives its end. */
function endOf(tree: End | Tree): End | null {
  if (tree.kind !== 'interval') return tree;
  return tree.start.kind === 'open' || tree.start.kind === 'unknown' ? tree.end : null;
}

/** Spaces, the minus sign and hyphens in the forms that word processors make of them; dashes stay what they are. */
function tidied(text: string): string {
  if (/^[\d-]*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\s\u00A0\u2000-\u200B\u202F]+/g, ' ')
    .replace(/[\u2010\u2011\u2212]/g, '-')
    .replace(/^(\d+)\u2013(\d{2})\u2013(\d{2})$/, '$1-$2-$3')
    .trim();
}

function readTree(text: string, calendar: Calendar, attempt: Attempt): Tree | null {
  const numeric: MomentReader = (part) => {
    const moment = readNumeric(part, calendar);
    return moment === null ? null : momentTree(moment);
  };
  // 05/1994 is a month; EDTF has no years of two digits.
  const isStructure = !isGregorian(calendar) || !/^\d{1,2}\/\d/.test(text);
  const fast = isStructure ? readStructure(text, numeric) : null;
  if (fast !== null) return fast;
  const notation: MomentReader = (part) => {
    const written = numeric(part) ?? (isGregorian(calendar) ? readEdtfMoment(part) : null);
    if (written !== null) return written;
    const named = readNamed(part, calendar, attempt);
    return named === null ? null : momentTree(named);
  };
  const structured = isStructure ? readStructure(text, notation) : null;
  return structured ?? readPhrase(text, calendar, attempt) ?? readEra(text, calendar);
}

function notUnderstood(text: string, calendar: Calendar): DateProblem {
  const era = unknownEraIn(text, calendar);
  if (era === null) return { kind: 'date-not-understood', text, calendar: calendar.name };
  const eras = calendar.eras.map((known) => known.abbreviations[0] ?? known.name);
  return { kind: 'unknown-era', text, era, eras };
}
