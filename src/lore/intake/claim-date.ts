import { calendarFor } from '../our-world.ts';
import type { Predicate, ValueKind } from '../predicate.ts';
import { ok, type Result } from '../result.ts';
import { type Bounds, type DateKind, type Day, UNBOUNDED } from '../time/bounds.ts';
import type { Calendar } from '../time/calendar.ts';
import { boundsOf, windowOf } from '../time/date-bounds.ts';
import type { LoreDate } from '../time/lore-date.ts';
import { joinDates, parseDate } from '../time/parse-date.ts';
import type { ClaimCells, RowFault, RowNote } from './claim-columns.ts';

const DATE_KINDS = ['point', 'state', 'asof', 'none'] as const;

export interface RowDate {
  /** Canonical text; as written where it did not parse; null = undated. */
  readonly date: string | null;
  readonly dateKind: DateKind;
  readonly bounds: Bounds;
  readonly extent: { readonly first: Day | null; readonly last: Day | null };
}

/** Reads when a claim holds: columns `date`, `end` and `date_kind`, or the value itself where that is a date. */
export function dateOfRow(
  cells: ClaimCells,
  predicate: Predicate,
  valueKind: ValueKind,
  context: { readonly calendar: Calendar; readonly account: { readonly now: string | null } },
  notes: RowNote[],
): Result<RowDate, RowFault> {
  const date = cells.date?.trim() ?? '';
  const end = cells.end?.trim() ?? '';
  const isValue = valueKind === 'date';
  if (isValue && date !== '' && date !== cells.value?.trim()) notes.push({ kind: 'date-beside-value', text: date });
  const [start, until] = isValue ? [cells.value?.trim() ?? '', ''] : [date, end];
  const given = cells.date_kind?.trim().toLowerCase() ?? '';
  const known = DATE_KINDS.find((kind) => kind === given);
  if (given !== '' && known === undefined) {
    return { ok: false, problem: { kind: 'not-one-of', column: 'date_kind', text: given, allowed: DATE_KINDS } };
  }
  const hasDate = start !== '' || until !== '';
  const dateKind = known ?? usualKind(predicate, hasDate);
  return ok(dated(start, until, dateKind, { ...context, predicate: predicate.id }, notes));
}

/** The kind a predicate's dates have: "asof" may stand without a date, the others not. */
export function usualKind(predicate: Predicate, hasDate: boolean): DateKind {
  if (predicate.temporal === 'asof') return 'asof';
  if (!hasDate) return 'none';
  switch (predicate.temporal) {
    case 'point':
    case 'repeatable':
      return 'point';
    case 'state':
      return 'state';
    case 'timeless':
      return 'asof';
  }
}

/** What a date is read against: the world's calendar, unless what is dated is of our own world. */
interface Dating {
  readonly calendar: Calendar;
  readonly account: { readonly now: string | null };
  readonly predicate: string;
}

function dated(
  start: string,
  end: string,
  dateKind: DateKind,
  { calendar, account, predicate }: Dating,
  notes: RowNote[],
): RowDate {
  if (start === '' && end === '') {
    // "As of" without a date is the account's own present.
    const now = dateKind === 'asof' && account.now !== null ? parseDate(account.now, calendar) : null;
    const present = now?.ok === true ? now.value : null;
    return { date: null, dateKind, bounds: boundsOf(present, dateKind), extent: { first: null, last: null } };
  }
  const read = joinDates(
    start === '' ? null : start,
    end === '' ? null : end,
    calendarFor(predicate, start === '' ? end : start, calendar),
  );
  if (!read.ok || read.value === null) {
    const text = end === '' ? start : `${start}/${end}`;
    notes.push({ kind: 'date-kept-as-text', text });
    return { date: text, dateKind, bounds: UNBOUNDED, extent: { first: null, last: null } };
  }
  return { date: read.value.text, dateKind, bounds: boundsOf(read.value, dateKind), extent: extentOf(read.value) };
}

/** What a date that is kept already bounds in a calendar: nothing, where the calendar cannot read it. */
export function datedAgain(
  date: string | null,
  dateKind: DateKind,
  context: Dating,
): Pick<RowDate, 'bounds' | 'extent'> {
  if (date === null) return dated('', '', dateKind, context, []);
  const read = parseDate(date, calendarFor(context.predicate, date, context.calendar));
  return read.ok
    ? { bounds: boundsOf(read.value, dateKind), extent: extentOf(read.value) }
    : { bounds: UNBOUNDED, extent: { first: null, last: null } };
}

function extentOf(date: LoreDate): RowDate['extent'] {
  const { min, max } = windowOf(date);
  return { first: min, last: max };
}
