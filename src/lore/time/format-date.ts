import type { DateKind } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import type { DateWords } from './date-words.ts';
import { eraOf } from './eras.ts';
import { momentPhrase, spanPhrase, type Wording } from './format-moment.ts';
import type { LoreDate } from './lore-date.ts';
import { momentAfter, momentBefore } from './neighbours.ts';
import { spanName } from './span-names.ts';
import type { End, IntervalTree, Member, Moment, SetTree, Tree } from './tree.ts';
import { momentsOf } from './tree.ts';

/** A date as people say it, never EDTF; one that did not parse as it was given. */
export function formatDate(date: LoreDate, calendar: Calendar, kind: DateKind, words: DateWords): string {
  if (date.tree === null) return date.text;
  const marksEras = momentsOf(date.tree).some((moment) => !eraOf(calendar, moment.year).unmarked);
  return treePhrase(date.tree, kind, { calendar, words, marksEras });
}

function treePhrase(tree: Tree, kind: DateKind, wording: Wording): string {
  const { words } = wording;
  if (tree.kind === 'interval') return intervalPhrase(tree, kind, wording);
  if (tree.kind === 'moment') {
    const phrase = momentPhrase(tree.moment, wording);
    return kind === 'asof' ? words.asOf(phrase) : phrase;
  }
  const phrase = setPhrase(tree, wording);
  // "as of before 2367" and "as of between …" are no English; the bound says it as well.
  const isRange = tree.members.length === 1 && tree.members[0]?.kind === 'range';
  return kind === 'asof' && !isRange ? words.asOf(phrase) : phrase;
}

function intervalPhrase({ start, end }: IntervalTree, kind: DateKind, wording: Wording): string {
  const { words } = wording;
  const first = endPhrase(start, wording);
  const last = endPhrase(end, wording);
  if (first !== null && last !== null) {
    if (kind === 'asof') return words.asOfUntil(first, last);
    return wholeCentury(start, end, wording) ?? words.span(first, last);
  }
  if (first !== null && kind === 'asof') return words.asOf(first);
  if (first !== null) return end.kind === 'open' ? words.from(first) : words.fromEndUnknown(first);
  if (last !== null) return words.until(last);
  return start.kind === 'open' && end.kind === 'open' ? words.always : words.unknownTime;
}

/** 2301/2400 is what a century is stored as by those who write intervals. */
function wholeCentury(start: End, end: End, wording: Wording): string | null {
  if (start.kind !== 'moment' || end.kind !== 'moment') return null;
  const name = spanName(start.moment, end.moment, wording.calendar);
  return name?.kind === 'century' && name.part === null ? spanPhrase(name, wording) : null;
}

/** An end of an interval; a half-open set there is "2409 or later", as "until after 2408" would read ill. */
function endPhrase(end: End, wording: Wording): string | null {
  if (end.kind === 'open' || end.kind === 'unknown') return null;
  if (end.kind === 'moment') return momentPhrase(end.moment, wording);
  const [only, ...others] = end.members;
  return only !== undefined && others.length === 0 && isHalfOpen(only)
    ? memberPhrase(only, wording)
    : setPhrase(end, wording);
}

function setPhrase({ members, every }: SetTree, wording: Wording): string {
  const { words } = wording;
  const [only, ...others] = members;
  if (only?.kind === 'range' && others.length === 0) {
    return every ? memberPhrase(only, wording) : rangePhrase(only.from, only.to, wording);
  }
  const phrases = members.map((member) => memberPhrase(member, wording));
  return every ? words.allOf(phrases) : words.oneOf(phrases);
}

function isHalfOpen(member: Member): boolean {
  return member.kind === 'range' && (member.from === null || member.to === null);
}

function memberPhrase(member: Member, wording: Wording): string {
  const { words } = wording;
  if (member.kind === 'one') return momentPhrase(member.moment, wording);
  const { from, to } = member;
  if (from === null) return to === null ? words.unknownTime : words.orEarlier(momentPhrase(to, wording));
  if (to === null) return words.orLater(momentPhrase(from, wording));
  return words.through(momentPhrase(from, wording), momentPhrase(to, wording));
}

/** Some time in a range: "the 24th century", "before 2367" for all up to 2366, "between 2371 and 2375". */
function rangePhrase(from: Moment | null, to: Moment | null, wording: Wording): string {
  const { calendar, words } = wording;
  if (from !== null && to !== null) {
    const name = spanName(from, to, calendar);
    if (name !== null) return spanPhrase(name, wording);
    return words.between(momentPhrase(from, wording), momentPhrase(to, wording));
  }
  if (from === null && to !== null && isPlain(to)) {
    return words.before(momentPhrase(momentAfter(to, calendar), wording));
  }
  if (to === null && from !== null && isPlain(from)) {
    return words.after(momentPhrase(momentBefore(from, calendar), wording));
  }
  return memberPhrase({ kind: 'range', from, to }, wording);
}

/** Whether the neighbour of a moment is said as easily as itself: "before about 2367" would change what is doubted. */
function isPlain(moment: Moment): boolean {
  return !moment.approximate && !moment.uncertain && moment.literal === null && moment.season === null;
}
