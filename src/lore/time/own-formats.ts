import type { Calendar } from './calendar.ts';
import { eraNamed, type Named, nameKey, namesOf } from './names.ts';
import type { NumberToken, Token } from './tokens.ts';

/** Formats that the order of numbers and names alone does not tell: "{year}.{monthNumber}.{day}", "day {day} of {month} …". */
interface OwnFormat {
  readonly pattern: RegExp;
  readonly places: readonly string[];
}

const known = new WeakMap<Calendar, readonly OwnFormat[]>();

function ownFormats(calendar: Calendar): readonly OwnFormat[] {
  const found = known.get(calendar);
  if (found !== undefined) return found;
  const { day, month, outsideDay, read } = calendar.formats;
  const made = [day, month, outsideDay, ...read].filter(isPeculiar).map((format) => formatPattern(format, calendar));
  known.set(calendar, made);
  return made;
}

function isPeculiar(format: string): boolean {
  const between = format.replace(/\{(?!monthNumber)\w+\}/g, ' ').split(/[\s,]+/);
  return between.some((word) => !['', 'of', 'the'].includes(word.toLowerCase()));
}

/** The parts of a text that is written in one of the calendar's own formats, in an order that any reader knows. */
export function ownFormatTokens(text: string, calendar: Calendar): readonly Token[] | null {
  for (const { pattern, places } of ownFormats(calendar)) {
    const match = pattern.exec(text.toLowerCase());
    if (match !== null) return tokensIn(new Map(places.map((place, at) => [place, match[at + 1] ?? ''])), calendar);
  }
  return null;
}

function tokensIn(parts: ReadonlyMap<string, string>, calendar: Calendar): readonly Token[] | null {
  const number = parts.get('monthNumber');
  const name = parts.get('month') ?? parts.get('name');
  const named = namesOf(calendar).all.get(nameKey(name ?? ''));
  const place: Named | undefined = number === undefined ? named : { kind: 'month', month: Number(number) };
  const day = parts.get('day');
  const [, before = '', year = '', after = ''] = /^(\D*?)\s*(-?\d+)\s*(\D*)$/.exec(parts.get('year') ?? '') ?? [];
  const mark = before || after;
  const era = mark === '' ? null : eraNamed(mark, calendar);
  if (place === undefined || place.kind === 'weekday' || year === '' || (mark !== '' && era === null)) return null;
  const dayTokens = day === undefined ? [] : [plainNumber(day)];
  return [...dayTokens, place, plainNumber(year), ...(era === null ? [] : [{ kind: 'era', era } as const])];
}

/** As long as a year has to be, so that "3.4.12" in a format of its own needs no more digits. */
function plainNumber(digits: string): NumberToken {
  return { kind: 'number', value: Number(digits), digits: digits.length, masked: 0 };
}

function formatPattern(format: string, calendar: Calendar): OwnFormat {
  const places: string[] = [];
  const era = alternatives(namesFor(calendar, 'era'));
  const patterns: Readonly<Record<string, string>> = {
    day: '(\\d{1,4})(?:st|nd|rd|th)?',
    monthNumber: '(\\d{1,3})',
    month: `(${alternatives(namesFor(calendar, 'month'))})`,
    name: `(${alternatives(namesFor(calendar, 'outside'))})`,
    weekday: `(${alternatives(namesFor(calendar, 'weekday'))})`,
    year: `((?:${era}\\s*)?-?\\d{1,15}(?:\\s*${era})?)`,
  };
  const body = format
    .toLowerCase()
    .replaceAll('{monthnumber}', '{monthNumber}')
    .split(/(\{\w+\}|\s+)/)
    .map((part) => {
      const place = /^\{(\w+)\}$/.exec(part)?.[1] ?? '';
      const pattern = patterns[place];
      if (pattern === undefined) return /^\s+$/.test(part) ? '\\s+' : escaped(part);
      places.push(place);
      return pattern;
    });
  return { pattern: new RegExp(`^${body.join('')}$`), places };
}

function namesFor(calendar: Calendar, kind: Named['kind']): readonly string[] {
  return [...namesOf(calendar).all].filter(([, named]) => named.kind === kind).map(([key]) => key);
}

/** Longest first, so that "midwinter eve" is not read as "midwinter"; nothing matches where there are no names. */
function alternatives(names: readonly string[]): string {
  const patterns = [...names].sort((a, b) => b.length - a.length).map(escaped);
  return patterns.length === 0 ? '(?!)' : `(?:${patterns.join('|')})`;
}

function escaped(text: string): string {
  return text.replace(/[$()*+.?[\\\]^{|}/-]/g, '\\$&');
}
