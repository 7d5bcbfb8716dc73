import { Date as EdtfDate, type EdtfNode, parse } from 'edtf';
import { dayNumber, monthWindow, startOfYear } from './axis.ts';
import type { Window } from './bounds.ts';
import { GREGORIAN } from './gregorian.ts';
import {
  dayMoment,
  doubted,
  type Moment,
  type MomentTree,
  momentTree,
  monthMoment,
  type Precision,
  rangeOf,
  type SetTree,
  seasonMoment,
  yearsMoment,
} from './tree.ts';

const EDTF_LETTERS = /^[\dXYESTZ~?%:+.-]+$/;
const MS_PER_DAY = 86_400_000;
/** The package's bit masks: four digits of the year, then the month, then the day. */
const MONTH_BITS = 48;
const DAY_BITS = 192;

/**
 * An EDTF moment of levels 0 to 2 through the package `edtf`, as a parser only: its `min` and `max` know nothing of
 * `~`, of unknown ends and of ranges in sets, so they are asked for masked dates (156X-12-25) alone.
 */
export function readEdtfMoment(text: string): MomentTree | SetTree | null {
  if (!EDTF_LETTERS.test(text)) return null;
  const node = parsed(text);
  if (node === null) return null;
  const numbers = node.values.filter((value) => typeof value === 'number');
  const [first = 0, second = 0] = numbers;
  switch (node.type) {
    case 'Date':
      return momentTree(fromDate(node, numbers));
    case 'Season':
      return momentTree(seasonMoment(first, second));
    case 'Year':
      return fromYear(first, node.significant);
    case 'Decade':
      return momentTree(yearsMoment(first * 10, 10));
    case 'Century':
      return momentTree(yearsMoment(first * 100, 100));
    default:
      return null;
  }
}

function parsed(text: string): EdtfNode | null {
  try {
    return parse(text);
  } catch {
    // The package throws for whatever is not EDTF, which is an expected outcome here.
    return null;
  }
}

function has(mask: boolean | number | undefined): boolean {
  return mask === true || (typeof mask === 'number' && mask > 0);
}

function fromDate(node: EdtfNode, numbers: readonly number[]): Moment {
  const [year = 0, monthFromZero, day] = numbers;
  const doubt = { approximate: has(node.approximate), uncertain: has(node.uncertain) };
  const isPartlyMarked = [node.approximate, node.uncertain].some((mask) => typeof mask === 'number' && mask > 0);
  const month = monthFromZero === undefined ? null : monthFromZero + 1;
  const plain =
    month === null ? yearsMoment(year, 1) : day === undefined ? monthMoment(year, month) : dayMoment(year, month, day);
  // A time of day is not kept: claims know days.
  if (numbers.length > 3) return doubted(plain, doubt);
  if (!has(node.unspecified)) {
    if (!isPartlyMarked) return doubted(plain, doubt);
    const window = gregorianWindow(plain);
    const literal = { text: new EdtfDate(node).edtf, window, widensBy: markedPart(node.approximate, plain.precision) };
    return doubted({ ...plain, literal }, doubt);
  }
  const masked = new EdtfDate(node);
  const window = { min: Math.floor(masked.min / MS_PER_DAY), max: Math.floor(masked.max / MS_PER_DAY) };
  const precision = maskedPrecision(node.unspecified ?? 0);
  const literal = { text: masked.edtf, window, widensBy: precision };
  const knownMonth = precision === 'month' ? month : null;
  return doubted({ ...plain, precision, month: knownMonth, day: null, literal }, doubt);
}

/** The smallest part that a mark stands on: 2004-06-~11 is about the day, 2004~-06-11 about the year. */
function markedPart(mask: boolean | number | undefined, precision: Precision): Precision {
  if (typeof mask !== 'number') return precision;
  if ((mask & DAY_BITS) > 0) return 'day';
  return (mask & MONTH_BITS) > 0 ? 'month' : 'year';
}

function maskedPrecision(mask: number): Precision {
  if (mask === DAY_BITS) return 'month';
  return (mask & 15) === 0 && (mask & MONTH_BITS) === MONTH_BITS ? 'year' : 'other';
}

function gregorianWindow({ year, month, day }: Moment): Window {
  if (month !== null && day !== null) {
    const found = dayNumber(GREGORIAN, { year, month, day });
    if (found !== null) return { min: found, max: found };
  }
  const found = month === null ? null : monthWindow(GREGORIAN, year, month);
  return found ?? { min: startOfYear(GREGORIAN, year), max: startOfYear(GREGORIAN, year + 1) - 1 };
}

/** 1950S2: a year of which so many digits are significant, 1900 to 1999. The package drops that. */
function fromYear(year: number, significant: number | undefined): MomentTree | SetTree {
  const digits = String(Math.abs(year)).length;
  if (significant === undefined || significant >= digits) return momentTree(yearsMoment(year, 1));
  const count = 10 ** (digits - significant);
  const low = year < 0 ? Math.ceil(year / count) * count - count + 1 : Math.floor(year / count) * count;
  if (count <= 1000 && year >= 0 && year <= 9999) return momentTree(yearsMoment(low, count));
  return rangeOf(yearsMoment(low, 1), yearsMoment(low + count - 1, 1));
}
