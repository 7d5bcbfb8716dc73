import {
  type End,
  type IntervalTree,
  isSameMoment,
  type Member,
  type MomentTree,
  type SetTree,
  type Tree,
} from './tree.ts';

/** Reads what stands between the marks of EDTF: one moment, or the set that it stands for. */
export type MomentReader = (text: string) => MomentTree | SetTree | null;

/**
 * The marks of EDTF around moments of any notation: `S/E`, `S/..`, `/E`, `[a,b]`, `[a..b]`, `[..b]`, `{…}`.
 * One thing more than EDTF has: an end of an interval may be a set, `2350/[2409..]`.
 */
export function readStructure(text: string, readMoment: MomentReader): Tree | null {
  const slash = slashOf(text);
  if (slash === null) return text === '..' ? null : readSide(text, readMoment);
  const start = readEnd(text.slice(0, slash).trim(), readMoment);
  const end = readEnd(text.slice(slash + 1).trim(), readMoment);
  return start === null || end === null ? null : intervalOf(start, end);
}

/** S/S is S: it says no more. (The package refuses it.) */
export function intervalOf(start: End, end: End): IntervalTree | MomentTree | SetTree {
  const isSame = start.kind === 'moment' && end.kind === 'moment' && isSameMoment(start.moment, end.moment);
  return isSame ? start : { kind: 'interval', start, end };
}

/** The place of the only slash outside brackets. */
function slashOf(text: string): number | null {
  const first = text.indexOf('/');
  return first === -1 || text.includes('/', first + 1) ? null : first;
}

function readEnd(text: string, readMoment: MomentReader): End | null {
  if (text === '') return { kind: 'unknown' };
  if (text === '..') return { kind: 'open' };
  return readSide(text, readMoment);
}

function readSide(text: string, readMoment: MomentReader): MomentTree | SetTree | null {
  const open = text[0];
  const close = text.at(-1);
  if (open === '[' && close === ']') return readSet(text.slice(1, -1), false, readMoment);
  if (open === '{' && close === '}') return readSet(text.slice(1, -1), true, readMoment);
  return readMoment(text);
}

function readSet(inside: string, every: boolean, readMoment: MomentReader): SetTree | null {
  const members: Member[] = [];
  for (const part of inside.split(',')) {
    const member = readMember(part.trim(), readMoment);
    if (member === null) return null;
    members.push(...member);
  }
  return { kind: 'set', every, members };
}

function readMember(text: string, readMoment: MomentReader): readonly Member[] | null {
  const dots = text.indexOf('..');
  if (dots === -1) {
    const tree = readMoment(text);
    if (tree === null) return null;
    return tree.kind === 'set' ? tree.members : [{ kind: 'one', moment: tree.moment }];
  }
  const before = text.slice(0, dots).trim();
  const after = text.slice(dots + 2).trim();
  const from = before === '' ? null : asMoment(readMoment(before));
  const to = after === '' ? null : asMoment(readMoment(after));
  // A side that is written but not read spoils the set; both sides left out say nothing.
  if ((before !== '' && from === null) || (after !== '' && to === null)) return null;
  return from === null && to === null ? null : [{ kind: 'range', from, to }];
}

function asMoment(tree: MomentTree | SetTree | null): MomentTree['moment'] | null {
  return tree?.kind === 'moment' ? tree.moment : null;
}
