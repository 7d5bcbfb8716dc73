import type { OurDay } from './world-today.ts';

/** Formatters are costly to make; there are a few hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clocks of a time zone show it. */
export interface LocalTime extends OurDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Throws RangeError for a zone that does not exist: zones are checked where they are set. */
export function localTime(atMs: number, zone: string): LocalTime {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(atMs)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value);
  }
  return shown;
}

/** Whether `Intl` knows the zone by name; "UTC" counts, although no list of zones names it, a mere offset does not. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(zone, made);
  return made;
}
