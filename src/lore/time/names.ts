import type { Calendar, Era } from './calendar.ts';
import { isGregorian } from './gregorian.ts';
import { FIRST_SEASON } from './seasons.ts';

/** What a calendar's names look like in a text, made once for each calendar. */
export interface Names {
  /** A year with its era on either side: groups eraBefore, number, masked, eraAfter. */
  readonly year: string;
  /** An era's name, without a group. */
  readonly era: string;
  readonly templates: readonly RegExp[];
  readonly eras: ReadonlyMap<string, Era>;
  readonly months: ReadonlyMap<string, number>;
  /** From 1, in the calendar's order. */
  readonly outsideDays: ReadonlyMap<string, number>;
  /** ISO 8601-2 codes. */
  readonly seasons: ReadonlyMap<string, number>;
}

/** Ways to write a day, a month or a season that every calendar has; its own formats come before them. */
const TEMPLATES = [
  '{day} {month} {year}',
  '{month} {day} {year}',
  '{year} {month} {day}',
  '{month} {year}',
  '{year} {month}',
  '{name} {year}',
  '{season} {year}',
  '{year}',
];

const known = new WeakMap<Calendar, Names>();

export function namesOf(calendar: Calendar): Names {
  const found = known.get(calendar);
  if (found !== undefined) return found;
  const made = makeNames(calendar);
  known.set(calendar, made);
  return made;
}

/** Letter case and the dots of "B.C." do not tell names apart. */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll('.', '');
}

function makeNames(calendar: Calendar): Names {
  const eras = new Map(calendar.eras.flatMap((era) => [era.name, ...era.abbreviations].map((n) => [nameKey(n), era])));
  const months = new Map(
    calendar.months.flatMap((month, at) => [month.name, month.short ?? month.name].map((n) => [nameKey(n), at + 1])),
  );
  const outsideDays = new Map(calendar.outsideDays.map((day, at) => [nameKey(day.name), at + 1]));
  const seasons = new Map(
    calendar.seasons.flatMap((season, at) => season.names.map((name) => [nameKey(name), FIRST_SEASON + at])),
  );
  if (isGregorian(calendar)) months.set('sept', 9);
  const era = alternatives([...eras.keys()], true);
  const year = `(?:(?<eraBefore>${era})\\s*)?(?<number>-?\\d{1,3}(?:,\\d{3})+|-?\\d{1,15})(?<masked>X{0,3})(?:\\s*(?:of\\s+(?:the\\s+)?)?(?<eraAfter>${era}))?`;
  const digits = String(Math.max(...calendar.months.map((month) => month.days + calendar.leapRules.length))).length;
  const places: Readonly<Record<string, string>> = {
    day: `(?<day>\\d{1,${digits}})(?:st|nd|rd|th)?`,
    month: `(?<month>${alternatives([...months.keys()])})`,
    monthNumber: `(?<monthNumber>\\d{1,3})`,
    name: `(?<name>${alternatives([...outsideDays.keys()])})`,
    season: `(?<season>${alternatives([...seasons.keys()])})`,
    weekday: `(?:${alternatives((calendar.week?.days ?? []).map(nameKey))})`,
    year,
  };
  const { day, month, outsideDay, read } = calendar.formats;
  const templates = [...new Set([day, month, outsideDay, ...read, ...TEMPLATES])].map((template) =>
    templatePattern(template, places),
  );
  return { year, era, templates, eras, months, outsideDays, seasons };
}

/** Longest first, so that "Midwinter Eve" is not read as "Midwinter"; nothing matches where there are no names. */
function alternatives(names: readonly string[], isEra = false): string {
  if (names.length === 0) return '(?!)';
  const patterns = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => {
      if (isEra && /^\p{L}{1,6}$/u.test(name)) return `${[...name].join('\\.?')}\\.?`;
      return `${escaped(name).replace(/\s+/g, '\\s+')}\\.?`;
    });
  return `(?:${patterns.join('|')})(?![\\p{L}\\p{N}])`;
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
}

/** A space in a template stands for spaces, a comma, "of" or "of the year". */
function templatePattern(template: string, places: Readonly<Record<string, string>>): RegExp {
  const used = new Set<string>();
  const body = template
    .trim()
    .split(/(\{\w+\}|,?\s+)/)
    .map((part) => {
      if (/^,?\s+$/.test(part)) return '(?:\\s*,\\s*|\\s+)(?:of\\s+)?(?:the\\s+)?(?:year\\s+)?';
      const place = part.startsWith('{') ? part.slice(1, -1) : null;
      // A place named twice in a format can be read only once.
      if (place === null || used.has(place)) return escaped(part);
      used.add(place);
      return places[place] ?? escaped(part);
    })
    .join('');
  const weekday =
    template.includes('{day}') && !template.includes('{weekday}') ? `(?:${places.weekday}\\s*,?\\s*)?` : '';
  return new RegExp(`^(?:the\\s+)?${weekday}${body}$`, 'iu');
}
