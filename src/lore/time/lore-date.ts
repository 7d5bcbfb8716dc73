import type { Window } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import { canonicalText } from './canonical.ts';
import { momentProblem, momentWindow } from './moment-window.ts';
import type { DateProblem, DateResult } from './problem.ts';
import type { Tolerances } from './tolerance.ts';
import { type End, type Moment, momentsOf, type Precision, type Tree } from './tree.ts';

/**
 * What is known of a side: 'open' is written "..", 'unknown' is left empty. 'or-later' and 'or-earlier' are an
 * interval's end that is itself such a set, `2350/[2409..]`: its window is the one named.
 */
export type Edge = 'known' | 'unknown' | 'open' | 'or-later' | 'or-earlier';

/** A date as claims hold it. Plain data; reading `text` again with the same calendar and tolerances gives the same. */
export interface LoreDate {
  /** Canonical: EDTF for Gregorian dates, the calendar's own notation otherwise; as given if it did not parse. */
  readonly text: string;
  readonly shape: 'instant' | 'interval' | 'set' | 'unparsed';
  /**
   * For an instant both are its window; for an interval those of its start and its end; for a set those of its
   * first and its last member. Null = open or unknown. All are wider where `~` stands.
   */
  readonly start: Window | null;
  readonly end: Window | null;
  readonly startOpen: Edge;
  readonly endOpen: Edge;
  /** Of the coarsest moment in it. */
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** The windows of a set's members, empty for other shapes and where a side is open: the hull has holes. */
  readonly members: readonly Window[];
  /** What was read, for those who word it; null if it did not parse. */
  readonly tree: Tree | null;
}

const FINE_TO_COARSE: readonly Precision[] = ['day', 'month', 'season', 'year', 'decade', 'century', 'other'];

/** A date that did not parse: kept as it was given, bounding nothing. */
export function unparsedDate(text: string): LoreDate {
  const sides = { start: null, end: null, startOpen: 'unknown', endOpen: 'unknown' } as const;
  const doubts = { precision: 'other', approximate: false, uncertain: false } as const;
  return { text, shape: 'unparsed', ...sides, ...doubts, members: [], tree: null };
}

interface Sides {
  readonly start: Window | null;
  readonly end: Window | null;
  readonly startOpen: Edge;
  readonly endOpen: Edge;
}

/** Puts a tree on the calendar's axis, or says why it has no place there. */
export function placed(tree: Tree, calendar: Calendar, tolerances: Tolerances, given: string): DateResult<LoreDate> {
  const moments = momentsOf(tree);
  for (const moment of moments) {
    const problem = momentProblem(moment, calendar, given);
    if (problem !== null) return { ok: false, problem };
  }
  const windowOf = (moment: Moment) => momentWindow(moment, calendar, tolerances);
  const sides = sidesOf(tree, windowOf);
  if (isBackwards(tree, sides, windowOf)) return backwards(given);
  return {
    ok: true,
    value: {
      text: canonicalText(tree, calendar),
      shape: tree.kind === 'moment' ? 'instant' : tree.kind,
      ...sides,
      precision: coarsest(moments),
      approximate: moments.some((moment) => moment.approximate),
      uncertain: moments.some((moment) => moment.uncertain),
      members: tree.kind === 'set' ? memberWindows(tree, windowOf) : [],
      tree,
    },
  };
}

function backwards(text: string): { readonly ok: false; readonly problem: DateProblem } {
  return { ok: false, problem: { kind: 'date-backwards', text } };
}

type WindowOf = (moment: Moment) => Window;

function sidesOf(tree: Tree, windowOf: WindowOf): Sides {
  if (tree.kind === 'moment') {
    const window = windowOf(tree.moment);
    return { start: window, end: window, startOpen: 'known', endOpen: 'known' };
  }
  if (tree.kind === 'set') return setSides(tree, windowOf);
  const start = endSide(tree.start, windowOf);
  const end = endSide(tree.end, windowOf);
  return { start: start.window, end: end.window, startOpen: start.edge, endOpen: end.edge };
}

function setSides(tree: Extract<Tree, { kind: 'set' }>, windowOf: WindowOf): Sides {
  const ranges = tree.members.map((member) =>
    member.kind === 'one' ? { from: member.moment, to: member.moment } : { from: member.from, to: member.to },
  );
  const froms = ranges.map(({ from }) => from && windowOf(from));
  const tos = ranges.map(({ to }) => to && windowOf(to));
  const start = froms.includes(null) ? null : hull(froms, (a, b) => a.min <= b.min);
  const end = tos.includes(null) ? null : hull(tos, (a, b) => a.max >= b.max);
  return { start, end, startOpen: start === null ? 'open' : 'known', endOpen: end === null ? 'open' : 'known' };
}

/** The one of the windows that comes first by the given order. */
function hull(windows: readonly (Window | null)[], isBetter: (a: Window, b: Window) => boolean): Window | null {
  return windows.reduce(
    (best, window) => (best === null || (window !== null && isBetter(window, best)) ? window : best),
    null,
  );
}

function endSide(end: End, windowOf: WindowOf): { readonly window: Window | null; readonly edge: Edge } {
  if (end.kind === 'open' || end.kind === 'unknown') return { window: null, edge: end.kind };
  if (end.kind === 'moment') return { window: windowOf(end.moment), edge: 'known' };
  const { start, end: last } = setSides(end, windowOf);
  if (start !== null && last !== null) return { window: { min: start.min, max: last.max }, edge: 'known' };
  return start === null
    ? { window: last, edge: last === null ? 'open' : 'or-earlier' }
    : { window: start, edge: 'or-later' };
}

function memberWindows(tree: Extract<Tree, { kind: 'set' }>, windowOf: WindowOf): readonly Window[] {
  const windows = tree.members.map((member) => {
    if (member.kind === 'one') return windowOf(member.moment);
    if (member.from === null || member.to === null) return null;
    return { min: windowOf(member.from).min, max: windowOf(member.to).max };
  });
  return windows.every((window) => window !== null) ? windows : [];
}

/** Whether an end lies before its start, in an interval or in a range of a set. */
function isBackwards(tree: Tree, { start, end, startOpen, endOpen }: Sides, windowOf: WindowOf): boolean {
  if (tree.kind === 'interval') {
    if (startOpen === 'or-earlier' || endOpen === 'or-later') return rangesBackwards(tree, windowOf);
    return (start !== null && end !== null && end.max < start.min) || rangesBackwards(tree, windowOf);
  }
  return rangesBackwards(tree, windowOf);
}

function rangesBackwards(tree: Tree, windowOf: WindowOf): boolean {
  const sets = tree.kind === 'interval' ? [tree.start, tree.end] : [tree];
  return sets.some(
    (set) =>
      set.kind === 'set' &&
      set.members.some(
        (member) =>
          member.kind === 'range' &&
          member.from !== null &&
          member.to !== null &&
          windowOf(member.to).max < windowOf(member.from).min,
      ),
  );
}

function coarsest(moments: readonly Moment[]): Precision {
  const at = moments.map((moment) => FINE_TO_COARSE.indexOf(moment.precision));
  return FINE_TO_COARSE[Math.max(...at)] ?? 'other';
}
