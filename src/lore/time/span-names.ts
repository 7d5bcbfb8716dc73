import type { Calendar, Era } from './calendar.ts';
import { eraOf, eraSpan, numberIn } from './eras.ts';
import { eraYears } from './named-moment.ts';
import { partOfMonth, partOfYears, type SpanPart } from './parts-of-span.ts';
import { type Moment, rangeOf } from './tree.ts';

/** What people call a range of moments. Years, centuries and decades are told by their number in an era. */
export type SpanName =
  | { readonly kind: 'era'; readonly era: Era }
  | { readonly kind: 'century'; readonly era: Era; readonly ordinal: number; readonly part: SpanPart | null }
  | { readonly kind: 'decade'; readonly era: Era; readonly number: number; readonly part: SpanPart | null }
  | { readonly kind: 'moment'; readonly moment: Moment; readonly part: SpanPart };

const PARTS: readonly SpanPart[] = ['early', 'mid', 'late', 'first-half', 'second-half'];

/** The name of a range that reading such a name would give: [2301..2400] is the 24th century. Null where it has none. */
export function spanName(from: Moment, to: Moment, calendar: Calendar): SpanName | null {
  if (from.precision !== to.precision || from.literal !== null || from.season !== null) return null;
  const wanted = JSON.stringify(rangeOf(from, to));
  const partIn = (range: (part: SpanPart) => unknown) => PARTS.find((part) => JSON.stringify(range(part)) === wanted);
  if (from.precision === 'year') return yearsName(from, to, calendar, partIn);
  const { year, month } = from;
  if (from.precision === 'month') {
    const part = partIn((asked) => partOfYears(year, 1, asked, calendar));
    const whole = { ...from, precision: 'year', month: null, approximate: false } as const;
    return part === undefined ? null : { kind: 'moment', moment: whole, part };
  }
  if (from.precision !== 'day' || month === null || month < 1) return null;
  const part = partIn((asked) => partOfMonth(year, month, asked, calendar));
  const whole = { ...from, precision: 'month', day: null, approximate: false } as const;
  return part === undefined ? null : { kind: 'moment', moment: whole, part };
}

function yearsName(
  from: Moment,
  to: Moment,
  calendar: Calendar,
  partIn: (range: (part: SpanPart) => unknown) => SpanPart | undefined,
): SpanName | null {
  const era = eraOf(calendar, from.year);
  const number = numberIn(era, from.year);
  const isExact = !from.approximate && !to.approximate && !from.uncertain && !to.uncertain;
  const whole = eraSpan(era);
  if (isExact && whole.min === from.year && whole.max === to.year) return { kind: 'era', era };
  const nameOf = (start: number, count: number): SpanPart | null | undefined => {
    const low = eraYears(era, start, count).year;
    if (isExact && from.year === low && to.year === low + count - 1) return null;
    return partIn((part) => partOfYears(low, count, part, calendar));
  };
  const ordinal = Math.ceil(number / 100);
  const ofCentury = nameOf((ordinal - 1) * 100 + 1, 100);
  if (ofCentury !== undefined) return { kind: 'century', era, ordinal, part: ofCentury };
  const decade = Math.floor(number / 10) * 10;
  const ofDecade = nameOf(decade, 10);
  return ofDecade === undefined ? null : { kind: 'decade', era, number: decade, part: ofDecade };
}
