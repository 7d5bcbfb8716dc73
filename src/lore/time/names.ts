import type { Calendar, Era } from './calendar.ts';
import { isGregorian } from './gregorian.ts';
import { FIRST_SEASON } from './seasons.ts';

/** What a name of a calendar stands for. A week day adds nothing to a date. */
export type Named =
  | { readonly kind: 'month'; readonly month: number }
  /** From 1, in the calendar's order. */
  | { readonly kind: 'outside'; readonly day: number }
  /** ISO 8601-2 code. */
  | { readonly kind: 'season'; readonly season: number }
  | { readonly kind: 'era'; readonly era: Era }
  | { readonly kind: 'weekday' };

interface Names {
  readonly all: ReadonlyMap<string, Named>;
  /** The most words one of them has. */
  readonly words: number;
}

const known = new WeakMap<Calendar, Names>();

/** A calendar's names by their keys, made once for each calendar. */
export function namesOf(calendar: Calendar): Names {
  const found = known.get(calendar);
  if (found !== undefined) return found;
  const all = new Map(namedBy(calendar).map(([name, named]) => [nameKey(name), named]));
  const words = Math.max(...[...all.keys()].map((key) => key.split(' ').length));
  const made = { all, words };
  known.set(calendar, made);
  return made;
}

/** Letter case and the dots of "B.C." do not tell names apart. */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll('.', '').replace(/\s+/g, ' ');
}

/** Later entries win: a month's name means the month, whatever else bears it. */
function namedBy(calendar: Calendar): readonly (readonly [string, Named])[] {
  return [
    ...(calendar.week?.days ?? []).map((name) => [name, { kind: 'weekday' }] as const),
    ...calendar.eras.flatMap((era) =>
      [era.name, ...era.abbreviations].map((name) => [name, { kind: 'era', era }] as const),
    ),
    ...calendar.seasons.flatMap((season, at) =>
      season.names.map((name) => [name, { kind: 'season', season: FIRST_SEASON + at }] as const),
    ),
    ...calendar.outsideDays.map((day, at) => [day.name, { kind: 'outside', day: at + 1 }] as const),
    ...calendar.months.flatMap((month, at) =>
      [month.name, month.short ?? month.name].map((name) => [name, { kind: 'month', month: at + 1 }] as const),
    ),
    ...(isGregorian(calendar) ? [['Sept', { kind: 'month', month: 9 }] as const] : []),
  ];
}

/** The era that goes by that name or short form. */
export function eraNamed(name: string, calendar: Calendar): Era | null {
  const found = namesOf(calendar).all.get(nameKey(name));
  return found?.kind === 'era' ? found.era : null;
}

/** A text parted from the era it ends with ("264 AC"; "3018 of the Third Age"), or null where it ends with none. */
export function endingEra(text: string, calendar: Calendar): { readonly rest: string; readonly mark: string } | null {
  const words = text.split(' ');
  for (let count = Math.min(namesOf(calendar).words, words.length - 1); count > 0; count -= 1) {
    const mark = words.slice(-count).join(' ');
    if (eraNamed(mark, calendar) !== null) {
      const rest = words.slice(0, -count).join(' ');
      return { rest: rest.replace(/,?(?: of)?(?: the)?$/i, ''), mark };
    }
  }
  const glued = /^(.*\d)(\D+)$/.exec(text);
  const [, rest = '', mark = ''] = glued ?? [];
  return glued !== null && eraNamed(mark, calendar) !== null ? { rest, mark } : null;
}

/** A text parted from the era it begins with ("the LA 300s"), or null where it begins with none. */
export function beginningEra(
  text: string,
  calendar: Calendar,
): { readonly rest: string; readonly mark: string } | null {
  const words = text.replace(/^the /i, '').split(' ');
  for (let count = Math.min(namesOf(calendar).words, words.length - 1); count > 0; count -= 1) {
    const mark = words.slice(0, count).join(' ');
    if (eraNamed(mark, calendar) !== null) return { rest: words.slice(count).join(' '), mark };
  }
  return null;
}

/** The era that stands right before the text's last number ("12 Thaw TA 302"), or null. */
export function leadingEra(text: string, calendar: Calendar): string | null {
  const words = /^(.*\D)\s*\d+$/.exec(text)?.[1]?.trim().split(' ') ?? [];
  for (let count = Math.min(namesOf(calendar).words, words.length); count > 0; count -= 1) {
    const mark = words.slice(-count).join(' ');
    if (eraNamed(mark, calendar) !== null) return mark;
  }
  return null;
}
