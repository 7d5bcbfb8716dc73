import type { Fresh } from './fresh.ts';
import { countPart, decodePart, PART_BYTES } from './id-part.ts';
import type { ListHead, Postings } from './postings.ts';

/** Bytes of postings read for one query: the rarest pieces tell most, the commonest are left unread beyond this. */
const BUDGET_BYTES = 220_000;
/** A part that was not read yet is taken to be this long: all but the last are full. */
const PART_GUESS = PART_BYTES * 0.9;
const MOST_PIECES = 255;

/** How many pieces of a query each id holds. Shared by all queries: read a tally before the next one is made. */
export interface Tally {
  /** At most `want` ids with the most pieces; among equals those that hold the rarest piece. */
  best(want: number): number[];
  /** The same among `ids` alone. */
  bestOf(ids: readonly number[], want: number): number[];
}

let counts = new Uint8Array(0);
/** Ids in the order in which they were met a second time. */
let again = new Uint32Array(1 << 14);

/**
 * Counts the ids of all postings of `codes`, the rarest first, until the budget is spent, and those of fresh entities;
 * `mostId` is the highest id.
 */
export function tally(
  postings: Postings,
  codes: readonly number[],
  mostId: number,
  fresh: readonly Fresh[] = [],
  budget = BUDGET_BYTES,
): Tally {
  if (mostId >= counts.length) counts = new Uint8Array(Math.ceil((mostId + 1) * 1.25));
  counts.fill(0, 0, mostId + 1);
  const lists = postings.heads(codes.slice(0, MOST_PIECES)).toSorted((a, b) => bytesOf(a) - bytesOf(b));
  const read: Uint8Array[] = [];
  let spent = 0;
  for (const list of lists) {
    spent += bytesOf(list);
    if (spent > budget && read.length > 0) break;
    read.push(...postings.parts(list));
  }
  makeRoom(read.reduce((sum, ids) => sum + ids.length, 0) / 2 + fresh.length);
  let met = 0;
  for (const ids of read) met = countPart(ids, counts, again, met);
  met = countFresh(fresh, new Set(codes), met);
  return {
    best: (want) => pick(met >= want ? again.subarray(0, met) : firstMet(read, want, again.subarray(0, met)), want),
    bestOf: pick,
  };
}

function bytesOf(list: ListHead): number {
  return list.ids?.length ?? (list.others + 1) * PART_GUESS;
}

function countFresh(fresh: readonly Fresh[], wanted: ReadonlySet<number>, met: number): number {
  let noted = met;
  for (const { id, codes } of fresh) {
    let held = 0;
    for (const code of codes) if (wanted.has(code)) held += 1;
    counts[id] = Math.min(held, MOST_PIECES);
    if (held > 0) again[noted++] = id;
  }
  return noted;
}

function makeRoom(ids: number): void {
  if (again.length <= ids) again = new Uint32Array(Math.ceil(ids * 1.25) + 1);
}

/** `met`, and ids met once, the rarest piece first, until there are `want`. */
function firstMet(lists: readonly Uint8Array[], want: number, met: Uint32Array): number[] {
  const ids = [...met];
  for (const list of lists) {
    for (const id of decodePart(list)) {
      if (ids.length >= want) return ids;
      if (counts[id] === 1) ids.push(id);
    }
  }
  return ids;
}

function pick(ids: Uint32Array | readonly number[], want: number): number[] {
  const having = new Uint32Array(MOST_PIECES + 1);
  const length = ids.length;
  for (let at = 0; at < length; at += 1) {
    const held = counts[ids[at] ?? 0] ?? 0;
    having[held] = (having[held] ?? 0) + 1;
  }
  let lowest = MOST_PIECES;
  for (let sum = having[lowest] ?? 0; lowest > 1 && sum + (having[lowest - 1] ?? 0) <= want; lowest -= 1) {
    sum += having[lowest - 1] ?? 0;
  }
  const above: number[] = [];
  const level: number[] = [];
  for (let at = 0; at < length; at += 1) {
    const id = ids[at] ?? 0;
    const held = counts[id] ?? 0;
    if (held >= lowest) above.push(id);
    else if (held === lowest - 1 && held > 0 && level.length < want) level.push(id);
  }
  return above.concat(level.slice(0, Math.max(0, want - above.length)));
}
