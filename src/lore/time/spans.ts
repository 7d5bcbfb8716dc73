import type { Calendar, Era } from './calendar.ts';
import { defaultEra, eraSpan } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import { eraRange, eraYears } from './named-moment.ts';
import { beginningEra, endingEra, eraNamed } from './names.ts';
import { partOfMonth, partOfYears, type SpanPart } from './parts-of-span.ts';
import { type MomentTree, momentTree, rangeOf, type SetTree, yearsMoment } from './tree.ts';

const PARTS: readonly (readonly [pattern: RegExp, part: SpanPart])[] = [
  [/^(?:the\s+)?early[\s-]+(?:part\s+of\s+)?(.+)$/i, 'early'],
  [/^(?:the\s+)?(?:mid|middle)[\s-]*(?:of\s+)?(.+)$/i, 'mid'],
  [/^(?:the\s+)?(?:late|later)[\s-]+(?:part\s+of\s+)?(.+)$/i, 'late'],
  [/^(?:the\s+)?first\s+half\s+of\s+(.+)$/i, 'first-half'],
  [/^(?:the\s+)?(?:second|last|latter)\s+half\s+of\s+(.+)$/i, 'second-half'],
];

/** Spans that have no digits of their own: centuries, decades, and the early, middle and late part of things. */
export function readSpan(
  text: string,
  calendar: Calendar,
  readAgain: (text: string) => MomentTree | SetTree | null,
): MomentTree | SetTree | null {
  const whole = readCentury(text, calendar) ?? readDecade(text, calendar);
  if (whole !== null) return whole;
  for (const [pattern, part] of PARTS) {
    const rest = pattern.exec(text)?.[1];
    const tree = rest === undefined ? null : readAgain(rest);
    if (tree !== null) return partOf(tree, part, calendar);
  }
  return null;
}

/** An age named alone, "in the Age of Stone": some time within it. */
export function readEra(text: string, calendar: Calendar): SetTree | null {
  const era = isGregorian(calendar) ? null : eraNamed(text.replace(/^(?:(?:in|during) )?(?:the )?/i, ''), calendar);
  if (era === null) return null;
  const { min, max } = eraSpan(era);
  const side = (year: number) => (Number.isFinite(year) ? yearsMoment(year, 1) : null);
  return rangeOf(side(min), side(max));
}

function partOf(tree: MomentTree | SetTree, part: SpanPart, calendar: Calendar): SetTree | null {
  if (tree.kind === 'moment') {
    const { year, years, month, day, season, literal } = tree.moment;
    if (day !== null || season !== null || literal !== null) return null;
    return month === null ? partOfYears(year, years, part, calendar) : partOfMonth(year, month, part, calendar);
  }
  const [range, ...others] = tree.members;
  if (range?.kind !== 'range' || range.from === null || range.to === null || others.length > 0) return null;
  if (range.from.precision !== 'year' || range.to.precision !== 'year') return null;
  return partOfYears(range.from.year, range.to.year - range.from.year + 1, part, calendar);
}

/** The 24th century is 2301 to 2400, not 23XX. */
function readCentury(text: string, calendar: Calendar): SetTree | null {
  const { rest, era } = withoutEra(text, calendar);
  const ordinal = Number(/^(?:the )?(\d{1,5})(?:st|nd|rd|th)[ -]+(?:century|cent\.?)$/i.exec(rest)?.[1] ?? 0);
  return ordinal < 1 ? null : eraRange(era, (ordinal - 1) * 100 + 1, 100);
}

/** "the 2370s" is a decade, "the 2300s" a century. */
function readDecade(text: string, calendar: Calendar): MomentTree | SetTree | null {
  const { rest, era } = withoutEra(text, calendar);
  const digits = /^(?:the )?(\d{1,6}0)['’]?s$/i.exec(rest)?.[1];
  if (digits === undefined) return null;
  const number = Number(digits);
  const count = number > 0 && number % 100 === 0 ? 100 : 10;
  // EDTF counts from a year 0, so that 490s BC is no -049X.
  if (isGregorian(calendar) && era.direction === 'backward') return eraRange(era, number, count);
  return momentTree(eraYears(era, number, count));
}

function withoutEra(text: string, calendar: Calendar): { readonly rest: string; readonly era: Era } {
  const parted = endingEra(text, calendar) ?? beginningEra(text, calendar);
  const era = parted === null ? null : eraNamed(parted.mark, calendar);
  return parted === null || era === null ? { rest: text, era: defaultEra(calendar) } : { rest: parted.rest, era };
}
