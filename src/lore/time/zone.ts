import { fold } from '../fold.ts';
import { fail, ok, type Result } from '../result.ts';
import { isTimeZone } from './local-day.ts';

export type ZoneProblem =
  | { readonly kind: 'no-such-zone'; readonly text: string }
  /** A mere offset: it knows no summer time. */
  | { readonly kind: 'offset'; readonly text: string }
  | { readonly kind: 'several-zones'; readonly text: string; readonly zones: readonly string[] };

/** Reads a time zone as people name it: `Europe/Berlin`, `europe/berlin`, `New York`, `UTC`. */
export function readZone(typed: string): Result<string, ZoneProblem> {
  const text = typed.trim();
  if (/^(UTC|GMT|Z)?\s*[+-]\s*\d/i.test(text)) return fail({ kind: 'offset', text });
  const name = text.replaceAll(/\s+/g, '_');
  const all = Intl.supportedValuesOf('timeZone');
  const listed = all.find((zone) => zone.toLowerCase() === name.toLowerCase());
  if (listed !== undefined) return ok(listed);
  if (/^(utc|gmt|z)$/i.test(name)) return ok('UTC');
  if (name.includes('/')) return isTimeZone(name) ? ok(name) : fail({ kind: 'no-such-zone', text });
  const wanted = fold(text);
  const cities = wanted === '' ? [] : all.filter((zone) => fold(zone.split('/').at(-1) ?? '') === wanted);
  const [only, second] = cities;
  if (second !== undefined) return fail({ kind: 'several-zones', text, zones: cities });
  if (only !== undefined) return ok(only);
  // Newer names of a zone ("Kolkata") are known without being listed.
  const areas = new Set(all.map((zone) => zone.split('/')[0] ?? ''));
  const newer = [...areas].map((area) => `${area}/${name}`).filter(isTimeZone);
  const [found] = newer;
  return found !== undefined && newer.length === 1 ? ok(found) : fail({ kind: 'no-such-zone', text });
}
