import type { Calendar } from './calendar.ts';
import { endingEra, leadingEra } from './names.ts';
import { intervalOf } from './structure.ts';
import {
  dayMoment,
  firstOf,
  lastOf,
  type Member,
  type MomentTree,
  momentTree,
  oneOf,
  rangeOf,
  type SetTree,
  type Tree,
} from './tree.ts';

/** Reads a shorter text of the same kind. */
export type Reader = (text: string) => Tree | null;

type Side = MomentTree | SetTree;

const BETWEEN = /^(?:in\s+)?(?:or\s+)?(?:some\s?time\s+)?between\s+(.+)$/i;
const FROM = /^(?:from\s+)?(.+)$/i;
const AND = /\s+(?:and|or|&)\s+/gi;
const TO = /\s+(?:to|until|till|til|through|thru|up\s+to|[–—-])\s+|\s*[–—]\s*/gi;
const YEARS = /^(\d{3,6})-(\d{3,6})$/;
const SHORT_END = /^(\d{2,4})(\d{2})[–—](\d{2})$/;
const DAY_ONLY = /^(\d{1,2})(?:st|nd|rd|th)?$/;

/** Dates of two or more moments: "between A and B", "A to B", "A–B", "A or B", "A, B or C". */
export function readPair(text: string, calendar: Calendar, read: Reader): Tree | null {
  return readBetween(text, calendar, read) ?? readSpanOfTwo(text, calendar, read) ?? readChoice(text, calendar, read);
}

function readBetween(text: string, calendar: Calendar, read: Reader): Tree | null {
  const inside = BETWEEN.exec(text)?.[1];
  if (inside === undefined) return null;
  for (const [left, right] of splits(inside, AND)) {
    const sides = readSides(left, right, calendar, read);
    const from = sides === null ? null : firstOf(sides[0]);
    const to = sides === null ? null : lastOf(sides[1]);
    if (from !== null && to !== null) return rangeOf(from, to);
  }
  return null;
}

function readSpanOfTwo(text: string, calendar: Calendar, read: Reader): Tree | null {
  const inside = FROM.exec(text)?.[1] ?? text;
  const [, century, year, end] = SHORT_END.exec(inside) ?? [];
  if (century !== undefined && Number(end) > Number(year))
    return readSpanOfTwo(`${century}${year}-${century}${end}`, calendar, read);
  const [, first, second] = YEARS.exec(inside) ?? [];
  const pairs = first !== undefined && second !== undefined ? [[first, second] as const] : splits(inside, TO);
  for (const [left, right] of pairs) {
    const sides = readSides(left, right, calendar, read);
    if (sides !== null) return intervalOf(sides[0], sides[1]);
  }
  return null;
}

function readChoice(text: string, calendar: Calendar, read: Reader): Tree | null {
  if (!/\s+or\s+/i.test(text)) return null;
  const inside = text.replace(/^(?:in\s+)?(?:either\s+)?/i, '');
  for (const between of [/\s+or\s+/i, /\s*,\s*(?:or\s+)?|\s+or\s+/i]) {
    const parts = inside.split(between);
    const last = parts.at(-1) ?? '';
    const sides = parts.map((part) => readSides(part, last, calendar, read)?.[0] ?? null);
    if (sides.every((side) => side !== null)) return oneOf(sides.flatMap(membersOf));
  }
  return null;
}

function membersOf(side: Side): readonly Member[] {
  return side.kind === 'set' ? side.members : [{ kind: 'one', moment: side.moment }];
}

/** The ways to part a text at a separator, the first one first; a date has few, so that nonsense is not slow. */
function splits(text: string, separator: RegExp): readonly (readonly [string, string])[] {
  return [...text.matchAll(separator)]
    .slice(0, 4)
    .map((match) => [text.slice(0, match.index).trim(), text.slice(match.index + match[0].length).trim()] as const)
    .filter(([left, right]) => left !== '' && right !== '');
}

/** Both sides of a pair, where the first may leave to the second what they share: "263 or 264 AC", "3 to 5 May 1994". */
function readSides(left: string, right: string, calendar: Calendar, read: Reader): readonly [Side, Side] | null {
  const second = side(read(right));
  if (second === null) return null;
  const day = DAY_ONLY.exec(left)?.[1];
  const month = second.kind === 'moment' && second.moment.day !== null ? second.moment.month : null;
  if (day !== undefined && month !== null && second.kind === 'moment') {
    return [momentTree(dayMoment(second.moment.year, month, Number(day))), second];
  }
  const first = side(read(withEra(left, right, calendar))) ?? side(read(withYear(left, right, calendar)));
  return first === null ? null : [first, second];
}

function side(tree: Tree | null): Side | null {
  return tree === null || tree.kind === 'interval' ? null : tree;
}

/** The first text with the era of the second where it has none of its own. */
function withEra(left: string, right: string, calendar: Calendar): string {
  if (!/^\D*\d+(?:['’]?s)?$/.test(left) || leadingEra(left, calendar) !== null) return left;
  const ending = endingEra(right, calendar);
  if (ending !== null) return `${left} ${ending.mark}`;
  const mark = leadingEra(right, calendar);
  return mark === null ? left : left.replace(/(\d+)$/, `${mark} $1`);
}

/** The first text with the year of the second: "May" beside "June 1994". */
function withYear(left: string, right: string, calendar: Calendar): string {
  const ending = endingEra(right, calendar);
  const number = /-?\d+$/.exec(ending?.rest ?? right)?.[0];
  if (number === undefined) return left;
  const before = leadingEra(right, calendar);
  if (ending !== null) return `${left} ${number} ${ending.mark}`;
  return before === null ? `${left} ${number}` : `${left} ${before} ${number}`;
}
