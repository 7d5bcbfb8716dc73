import type { Window } from './bounds.ts';

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century' | 'other';

/** One moment as it was written, before any widening. Plain data: years are axis years, `month` 0 is outside months. */
export interface Moment {
  readonly precision: Precision;
  /** The lowest year it covers, and how many: 1, 10 for a decade, 100 for a century. */
  readonly year: number;
  readonly years: number;
  readonly month: number | null;
  readonly day: number | null;
  /** ISO 8601-2 code from 21 on: 21 to 24 are the first four seasons of the calendar. */
  readonly season: number | null;
  readonly approximate: boolean;
  readonly uncertain: boolean;
  /** An EDTF form that has no parts of this kind (156X-12-25, 2004~-06-11): its own text and days. */
  readonly literal: Literal | null;
}

export interface Literal {
  readonly text: string;
  readonly window: Window;
  /** The part that `~` stands on, which says how far it widens. */
  readonly widensBy: Precision;
}

export interface MomentTree {
  readonly kind: 'moment';
  readonly moment: Moment;
}

/** A moment, or a range with an open end where it is null. */
export type Member =
  | { readonly kind: 'one'; readonly moment: Moment }
  | { readonly kind: 'range'; readonly from: Moment | null; readonly to: Moment | null };

/** `every`: all of them, EDTF `{…}`; otherwise one of them, EDTF `[…]`. */
export interface SetTree {
  readonly kind: 'set';
  readonly every: boolean;
  readonly members: readonly Member[];
}

/** "open" is written "..", "unknown" is left empty. */
export type End = { readonly kind: 'open' } | { readonly kind: 'unknown' } | MomentTree | SetTree;

export interface IntervalTree {
  readonly kind: 'interval';
  readonly start: End;
  readonly end: End;
}

export type Tree = MomentTree | SetTree | IntervalTree;

const PLAIN = { month: null, day: null, season: null, approximate: false, uncertain: false, literal: null };

export function yearsMoment(year: number, years: number): Moment {
  const precision = years === 1 ? 'year' : years === 10 ? 'decade' : years === 100 ? 'century' : 'other';
  return { ...PLAIN, precision, year, years };
}

export function monthMoment(year: number, month: number): Moment {
  return { ...PLAIN, precision: 'month', year, years: 1, month };
}

export function dayMoment(year: number, month: number, day: number): Moment {
  return { ...PLAIN, precision: 'day', year, years: 1, month, day };
}

export function seasonMoment(year: number, season: number): Moment {
  return { ...PLAIN, precision: 'season', year, years: 1, season };
}

export function momentTree(moment: Moment): MomentTree {
  return { kind: 'moment', moment };
}

export function oneOf(members: readonly Member[]): SetTree {
  return { kind: 'set', every: false, members };
}

export function rangeOf(from: Moment | null, to: Moment | null): SetTree {
  return oneOf([{ kind: 'range', from, to }]);
}

/** Whether both are the same moment, with the same doubt about it. */
export function isSameMoment(a: Moment, b: Moment): boolean {
  return (
    a.year === b.year &&
    a.years === b.years &&
    a.month === b.month &&
    a.day === b.day &&
    a.season === b.season &&
    a.approximate === b.approximate &&
    a.uncertain === b.uncertain &&
    a.literal?.text === b.literal?.text
  );
}

export interface Doubt {
  readonly approximate?: boolean;
  readonly uncertain?: boolean;
}

/** The moment with a further doubt; one that it already bears stays. */
export function doubted(moment: Moment, doubt: Doubt): Moment {
  return {
    ...moment,
    approximate: moment.approximate || (doubt.approximate ?? false),
    uncertain: moment.uncertain || (doubt.uncertain ?? false),
  };
}

function doubtedMember(member: Member, doubt: Doubt): Member {
  if (member.kind === 'one') return { kind: 'one', moment: doubted(member.moment, doubt) };
  const side = (moment: Moment | null) => (moment === null ? null : doubted(moment, doubt));
  return { kind: 'range', from: side(member.from), to: side(member.to) };
}

function doubtedEnd(end: End, doubt: Doubt): End {
  if (end.kind === 'moment') return momentTree(doubted(end.moment, doubt));
  if (end.kind === 'set') return { ...end, members: end.members.map((member) => doubtedMember(member, doubt)) };
  return end;
}

/** "about …" and "perhaps …" over a whole date reach every moment in it. */
export function doubtedTree(tree: Tree, doubt: Doubt): Tree {
  if (tree.kind === 'moment') return momentTree(doubted(tree.moment, doubt));
  if (tree.kind === 'set') return { ...tree, members: tree.members.map((member) => doubtedMember(member, doubt)) };
  return { kind: 'interval', start: doubtedEnd(tree.start, doubt), end: doubtedEnd(tree.end, doubt) };
}

function momentsOfMember(member: Member): readonly Moment[] {
  if (member.kind === 'one') return [member.moment];
  return [member.from, member.to].filter((moment) => moment !== null);
}

/** Every moment in a date, in the order written. */
export function momentsOf(tree: Tree | End): readonly Moment[] {
  if (tree.kind === 'moment') return [tree.moment];
  if (tree.kind === 'set') return tree.members.flatMap(momentsOfMember);
  if (tree.kind === 'interval') return [...momentsOf(tree.start), ...momentsOf(tree.end)];
  return [];
}

/** The moment a date begins with, null where that is open. */
export function firstOf(tree: MomentTree | SetTree | null): Moment | null {
  if (tree === null || tree.kind === 'moment') return tree?.moment ?? null;
  const [first] = tree.members;
  return first?.kind === 'one' ? first.moment : (first?.from ?? null);
}

/** The moment a date ends with, null where that is open. */
export function lastOf(tree: MomentTree | SetTree | null): Moment | null {
  if (tree === null || tree.kind === 'moment') return tree?.moment ?? null;
  const last = tree.members.at(-1);
  return last?.kind === 'one' ? last.moment : (last?.to ?? null);
}
