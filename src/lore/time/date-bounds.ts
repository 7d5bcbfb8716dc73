import { type Bounds, type DateKind, type Day, type OpenWindow, UNBOUNDED, type Window } from './bounds.ts';
import type { LoreDate } from './lore-date.ts';

/** The whole window of a date, from the earliest day it allows to the latest; null where a side is free. */
export function windowOf(date: LoreDate): OpenWindow {
  return {
    min: date.startOpen === 'or-earlier' ? null : (date.start?.min ?? null),
    max: date.endOpen === 'or-later' ? null : (date.end?.max ?? null),
  };
}

/**
 * What a claim's date bounds, by its kind. D is the window of a date that is no interval.
 * - point: it starts and ends in D; a span starts in S and ends in E.
 * - state: S/E as it says; D alone means at some time within it (CIDOC-CRM P82): no later start, no earlier end.
 * - asof: it was so in D, which bounds nothing else; with an end given, it also ended then.
 * - none, or a date that did not parse: nothing.
 */
export function boundsOf(date: LoreDate | null, kind: DateKind): Bounds {
  if (date === null || kind === 'none' || date.shape === 'unparsed') return UNBOUNDED;
  if (date.shape === 'interval') return intervalBounds(date, kind);
  const { min, max } = windowOf(date);
  if (kind === 'point') return { sLo: min, sHi: max, eLo: min, eHi: max };
  if (isOfEvery(date)) return { sLo: null, sHi: date.start?.max ?? null, eLo: date.end?.min ?? null, eHi: null };
  return { sLo: null, sHi: max, eLo: min, eHi: null };
}

/** `{2371,2375}` says that it held in each, so that it reaches from the first into the last. */
function isOfEvery(date: LoreDate): boolean {
  return date.tree?.kind === 'set' && date.tree.every;
}

function intervalBounds(date: LoreDate, kind: DateKind): Bounds {
  const { start, end, startOpen, endOpen } = date;
  const ending = { eLo: lowOf(end, endOpen), eHi: highOf(end, endOpen) };
  if (kind !== 'asof') return { sLo: lowOf(start, startOpen), sHi: highOf(start, startOpen), ...ending };
  const then = lowOf(start, startOpen);
  const eLo = then === null || ending.eLo === null ? (ending.eLo ?? then) : Math.max(then, ending.eLo);
  return { sLo: null, sHi: highOf(start, startOpen) ?? ending.eHi, eLo, eHi: ending.eHi };
}

function lowOf(window: Window | null, edge: LoreDate['startOpen']): Day | null {
  return edge === 'or-earlier' ? null : (window?.min ?? null);
}

function highOf(window: Window | null, edge: LoreDate['startOpen']): Day | null {
  return edge === 'or-later' ? null : (window?.max ?? null);
}
