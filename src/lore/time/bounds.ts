/**
 * A whole number of days on a calendar's axis. Gregorian day 0 is 1970-01-01 (proleptic); an invented calendar
 * has an axis of its own with the same unit. Days of two calendars are never compared.
 */
export type Day = number;

/** How a claim's date bounds it: once, while it lasts, true then without bounding it, or not at all. */
export type DateKind = 'point' | 'state' | 'asof' | 'none';

/** From the first day to the last, both included. */
export interface Window {
  readonly min: Day;
  readonly max: Day;
}

/** A window whose ends may be free: null is no limit on that side. */
export interface OpenWindow {
  readonly min: Day | null;
  readonly max: Day | null;
}

/**
 * Four bounds: `sLo <= start <= sHi` and `eLo <= end <= eHi`, null where nothing bounds it.
 * They are the outer bounds of CIDOC-CRM P82 ("at some time within"), one pair for either end.
 */
export interface Bounds {
  readonly sLo: Day | null;
  readonly sHi: Day | null;
  readonly eLo: Day | null;
  readonly eHi: Day | null;
}

export const UNBOUNDED: Bounds = { sLo: null, sHi: null, eLo: null, eHi: null };

function less(a: Day | null, b: Day | null): boolean {
  return a !== null && b !== null && a < b;
}

function later(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.max(a, b);
}

function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

/** The same bounds with what "start <= end" adds: it ends no earlier than it may start, and the other way round. */
export function tightened(bounds: Bounds): Bounds {
  return { ...bounds, eLo: later(bounds.eLo, bounds.sLo), sHi: earlier(bounds.sHi, bounds.eHi) };
}

/**
 * Whether the two share time however the free bounds are filled in. Strict: spans that may merely touch do not
 * count. A year is a window of days, so touching is judged at the coarser of the two precisions by itself:
 * "until 2375" and "from 2375" touch, "until 2375" and "from 2374" overlap.
 */
export function mustOverlap(a: Bounds, b: Bounds): boolean {
  const x = tightened(a);
  const y = tightened(b);
  return less(x.sHi, y.eLo) && less(y.sHi, x.eLo);
}

/** Whether a ends before b starts, however the free bounds are filled in. */
export function mustPrecede(a: Bounds, b: Bounds): boolean {
  return less(a.eHi, b.sLo);
}

/** Whether "a ends, then or later b starts" is impossible: a is still there after b must have started. */
export function cannotPrecede(a: Bounds, b: Bounds): boolean {
  return less(tightened(b).sHi, tightened(a).eLo);
}

/** Whether the two share no time, however the free bounds are filled in. */
export function disjoint(a: Bounds, b: Bounds): boolean {
  return mustPrecede(a, b) || mustPrecede(b, a);
}

/** Everything the bounds allow, from the earliest start to the latest end. */
export function hullOf(bounds: Bounds): OpenWindow {
  return { min: bounds.sLo, max: bounds.eHi };
}

/** Whether two windows share no day. */
export function windowsDisjoint(a: OpenWindow, b: OpenWindow): boolean {
  return less(a.max, b.min) || less(b.max, a.min);
}

/** Whether every day of the inner window lies in the outer one. */
export function windowCovers(outer: OpenWindow, inner: OpenWindow): boolean {
  const fromThere = outer.min === null || (inner.min !== null && inner.min >= outer.min);
  const upToThere = outer.max === null || (inner.max !== null && inner.max <= outer.max);
  return fromThere && upToThere;
}
