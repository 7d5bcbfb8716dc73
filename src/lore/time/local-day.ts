import type { OurDay } from './world-today.ts';

/** Formatters are costly to make; there are a few hundred zones. */
const formats = new Map<string, Intl.DateTimeFormat>();

/** A moment as the clocks of a time zone show it. */
export interface LocalTime extends OurDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** Clocks are set at quarters of an hour, so that what they are ahead of UTC holds for a whole quarter. */
const QUARTER_MS = 15 * 60 * 1000;
const MOST_KEPT = 500;
/** By zone and quarter. */
const offsets = new Map<string, Map<number, number>>();

/** Throws RangeError for a zone that does not exist: zones are checked where they are set. */
export function localTime(atMs: number, zone: string): LocalTime {
  const shown = new Date(atMs + zoneOffset(atMs, zone));
  return {
    year: shown.getUTCFullYear(),
    month: shown.getUTCMonth() + 1,
    day: shown.getUTCDate(),
    hour: shown.getUTCHours(),
    minute: shown.getUTCMinutes(),
    second: shown.getUTCSeconds(),
  };
}

/** How far the clocks of a zone are ahead of UTC at that moment, in milliseconds. `Intl` is slow to say, so it is kept. */
export function zoneOffset(atMs: number, zone: string): number {
  const quarter = Math.floor(atMs / QUARTER_MS);
  let ofZone = offsets.get(zone);
  if (ofZone === undefined) {
    ofZone = new Map();
    offsets.set(zone, ofZone);
  }
  const known = ofZone.get(quarter);
  if (known !== undefined) return known;
  const found = shownAt(quarter * QUARTER_MS, zone) - quarter * QUARTER_MS;
  if (ofZone.size >= MOST_KEPT) ofZone.clear();
  ofZone.set(quarter, found);
  return found;
}

/** What the clocks show, as if it were UTC. */
function shownAt(atMs: number, zone: string): number {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(atMs)) {
    if (type in shown) shown[type as keyof typeof shown] = Number(value);
  }
  return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second);
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
