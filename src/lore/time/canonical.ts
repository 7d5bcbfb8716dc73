import type { Calendar } from './calendar.ts';
import { eraOf, markOf, numberIn } from './eras.ts';
import { isGregorian } from './gregorian.ts';
import { FIRST_SEASON } from './seasons.ts';
import type { End, Member, Moment, Tree } from './tree.ts';

/** The text that is stored, which reads back as the same tree: EDTF, or the calendar's own notation within its marks. */
export function canonicalText(tree: Tree, calendar: Calendar): string {
  if (tree.kind !== 'interval') return endText(tree, calendar);
  return `${endText(tree.start, calendar)}/${endText(tree.end, calendar)}`;
}

function endText(end: End, calendar: Calendar): string {
  switch (end.kind) {
    case 'open':
      return '..';
    case 'unknown':
      return '';
    case 'moment':
      return momentText(end.moment, calendar);
    case 'set': {
      const members = end.members.map((member) => memberText(member, calendar)).join(',');
      return end.every ? `{${members}}` : `[${members}]`;
    }
  }
}

function memberText(member: Member, calendar: Calendar): string {
  if (member.kind === 'one') return momentText(member.moment, calendar);
  const side = (moment: Moment | null) => (moment === null ? '' : momentText(moment, calendar));
  return `${side(member.from)}..${side(member.to)}`;
}

/** A moment as it stands in files: EDTF, or the calendar’s own notation. */
export function momentText(moment: Moment, calendar: Calendar): string {
  if (moment.literal !== null) return moment.literal.text;
  const { approximate, uncertain } = moment;
  const mark = approximate ? (uncertain ? '%' : '~') : uncertain ? '?' : '';
  return (isGregorian(calendar) ? edtfText(moment) : ownText(moment, calendar)) + mark;
}

function edtfText({ year, years, month, day, season }: Moment): string {
  const part = (number: number | null) => (number === null ? '' : `-${String(number).padStart(2, '0')}`);
  return yearText(year, years) + part(month ?? season) + part(day);
}

/** Four digits, or EDTF's `Y`; digits that are left open as X. */
function yearText(year: number, years: number): string {
  const masked = 'X'.repeat(Math.round(Math.log10(years)));
  // The lowest of the years -2379 to -2370 is the one furthest from 0, but both have the digits 237.
  const digits = String(Math.floor(Math.abs(year) / years)) + masked;
  const sign = year < 0 ? '-' : '';
  return digits.length > 4 && masked === '' ? `Y${sign}${digits}` : sign + digits.padStart(4, '0');
}

function ownText(moment: Moment, calendar: Calendar): string {
  const { year, years, month, day, season } = moment;
  const place = month === 0 ? calendar.outsideDays[(day ?? 0) - 1]?.name : calendar.months[(month ?? 0) - 1]?.name;
  const seasonName = season === null ? undefined : calendar.seasons[season - FIRST_SEASON]?.names[0];
  const dayText = day === null || month === 0 ? undefined : String(day);
  return [dayText, place ?? seasonName, eraYearText(calendar, year, years)]
    .filter((part) => part !== undefined)
    .join(' ');
}

function eraYearText(calendar: Calendar, year: number, years: number): string {
  // The middle, as the era may begin with 1 while a decade is counted from 0.
  const era = eraOf(calendar, year + Math.floor(years / 2));
  const lowest = Math.min(numberIn(era, year), numberIn(era, year + years - 1));
  const number =
    years === 1 ? String(lowest) : String(Math.floor(lowest / years)) + 'X'.repeat(Math.round(Math.log10(years)));
  if (era.unmarked) return number;
  return era.position === 'before' ? `${markOf(era)} ${number}` : `${number} ${markOf(era)}`;
}
