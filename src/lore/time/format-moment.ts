import { civilDay, dayNumber, weekDay } from './axis.ts';
import type { Calendar, Era } from './calendar.ts';
import type { DateWords } from './date-words.ts';
import { eraOf, markOf, numberIn } from './eras.ts';
import { seasonIndex, seasonMonths } from './seasons.ts';
import type { SpanName } from './span-names.ts';
import { dayMoment, type Moment } from './tree.ts';

/** What wording a date needs throughout. */
export interface Wording {
  readonly calendar: Calendar;
  readonly words: DateWords;
  /** Whether an era that is usually left out is named too, as another one stands in the same date. */
  readonly marksEras: boolean;
}

/** One moment as people say it, its doubts included: "15 May 1994", "perhaps about the 2370s". */
export function momentPhrase(moment: Moment, wording: Wording): string {
  const { words } = wording;
  const plain = plainPhrase(moment, wording);
  const about = moment.approximate ? words.about(plain) : plain;
  return moment.uncertain ? words.perhaps(about) : about;
}

function plainPhrase(moment: Moment, wording: Wording): string {
  const { calendar, words } = wording;
  const { year, years, month, day, season, literal, precision } = moment;
  if (literal !== null && precision === 'other') {
    const first = civilDay(calendar, literal.window.min);
    const last = civilDay(calendar, literal.window.max);
    const name = (civil: typeof first) => dayPhrase(dayMoment(civil.year, civil.month, civil.day), wording);
    return words.between(name(first), name(last));
  }
  if (season !== null) return seasonPhrase(year, season, wording);
  if (month !== null) return day === null ? monthPhrase(year, month, wording) : dayPhrase(moment, wording);
  if (years === 1) return yearPhrase(year, wording);
  const era = eraOf(calendar, year + Math.floor(years / 2));
  const first = numberIn(era, year);
  const last = numberIn(era, year + years - 1);
  const lowest = Math.min(first, last);
  // The 2300s are a century; the ten years from 2300 and the thousand from 2000 have no short name.
  const isNamed = years === 10 ? lowest % 100 !== 0 : years === 100 && lowest % 1000 !== 0;
  if (isNamed && lowest % years === 0) return words.theSpan(withEra(words.years(String(lowest)), era, wording));
  return words.through(String(Math.max(first, era.firstYear)), withEra(String(last), era, wording));
}

/** A named span: "the late 24th century", "early 2371". */
export function spanPhrase(span: SpanName, wording: Wording): string {
  const { words } = wording;
  if (span.kind === 'era') return words.theSpan(span.era.name);
  if (span.kind === 'moment') return words.part(span.part, plainPhrase(span.moment, wording), false);
  const label = span.kind === 'century' ? words.century(span.ordinal) : words.years(String(span.number));
  const name = withEra(label, span.era, wording);
  return span.part === null ? words.theSpan(name) : words.part(span.part, name, true);
}

function yearPhrase(year: number, wording: Wording): string {
  const era = eraOf(wording.calendar, year);
  return withEra(String(numberIn(era, year)), era, wording);
}

function withEra(number: string, era: Era, wording: Wording): string {
  if (era.unmarked && !wording.marksEras) return number;
  return era.position === 'before' ? `${markOf(era)} ${number}` : `${number} ${markOf(era)}`;
}

function seasonPhrase(year: number, code: number, wording: Wording): string {
  const { calendar, words } = wording;
  const at = seasonIndex(calendar, code);
  const name = at === null ? undefined : calendar.seasons[at]?.names[0];
  if (name !== undefined) return words.season(name, yearPhrase(year, wording));
  const months = seasonMonths(calendar, code);
  const first = calendar.months[(months?.from ?? 1) - 1]?.name ?? '';
  return words.through(first, monthPhrase(year, months?.to ?? calendar.months.length, wording));
}

function filled(format: string, values: Readonly<Record<string, string>>): string {
  return format.replace(/\{(\w+)\}/g, (place, name: string) => values[name] ?? place);
}

function monthPhrase(year: number, month: number, wording: Wording): string {
  const { months, formats } = wording.calendar;
  const name = months[month - 1]?.name ?? '';
  return filled(formats.month, { month: name, monthNumber: String(month), year: yearPhrase(year, wording) });
}

function dayPhrase(moment: Moment, wording: Wording): string {
  const { calendar } = wording;
  const { months, outsideDays, formats } = calendar;
  const { year } = moment;
  const month = moment.month ?? 1;
  const day = moment.day ?? 1;
  const yearText = yearPhrase(year, wording);
  if (month === 0) return filled(formats.outsideDay, { name: outsideDays[day - 1]?.name ?? '', year: yearText });
  const number = dayNumber(calendar, { year, month, day });
  const at = number === null ? null : weekDay(calendar, number);
  const weekday = at === null ? '' : (calendar.week?.days[at] ?? '');
  const values = { day: String(day), month: months[month - 1]?.name ?? '', monthNumber: String(month), weekday };
  return filled(formats.day, { ...values, year: yearText });
}
