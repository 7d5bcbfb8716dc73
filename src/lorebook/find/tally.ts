import type { FirstPart, Postings } from './postings.ts';

/** Bytes of postings read for one query: the rarest pieces tell most, the commonest are left unread beyond this. */
const BUDGET_BYTES = 130_000;
/** A part that was not read yet is taken to be this long. */
const PART_GUESS = 3_000;

/** How many pieces of a query each id holds. Shared by all queries: read a tally before the next one is made. */
export interface Tally {
  /** At most `want` ids with the most pieces; among equals those that hold the rarest piece. */
  best(want: number): number[];
  /** The same among `ids` alone. */
  bestOf(ids: readonly number[], want: number): number[];
}

let counts = new Uint8Array(0);
let touched = new Uint32Array(1 << 16);
let size = 0;

/** Counts the ids of all postings of `codes`, the rarest first, until the budget is spent. `mostId` is the highest id there is. */
export function tally(postings: Postings, codes: readonly number[], mostId: number, budget = BUDGET_BYTES): Tally {
  clearCounts(mostId);
  const lists = codes.flatMap((code) => postings.first(code) ?? []).sort((a, b) => bytesOf(a) - bytesOf(b));
  let read = 0;
  for (const list of lists) {
    read += bytesOf(list);
    if (read > budget && list !== lists[0]) break;
    count(list.ids);
    for (const ids of postings.others(list)) count(ids);
  }
  return { best, bestOf };
}

function bytesOf(list: FirstPart): number {
  return list.ids.length + list.others * PART_GUESS;
}

function clearCounts(mostId: number): void {
  for (let at = 0; at < size; at += 1) counts[touched[at] ?? 0] = 0;
  size = 0;
  if (mostId >= counts.length) counts = new Uint8Array(Math.ceil((mostId + 1) * 1.25));
}

function count(bytes: Uint8Array): void {
  const end = bytes.length;
  if (touched.length < size + end) {
    const grown = new Uint32Array((size + end) * 2);
    grown.set(touched);
    touched = grown;
  }
  let id = 0;
  let at = 0;
  while (at < end) {
    let byte = bytes[at++] ?? 0;
    let step = byte & 0x7f;
    for (let shift = 7; byte >= 0x80; shift += 7) {
      byte = bytes[at++] ?? 0;
      step |= (byte & 0x7f) << shift;
    }
    id += step;
    const held = counts[id] ?? 0;
    if (held === 0) touched[size++] = id;
    counts[id] = held + 1;
  }
}

function best(want: number): number[] {
  return pick(touched.subarray(0, size), want);
}

function bestOf(ids: readonly number[], want: number): number[] {
  return pick(ids, want);
}

function pick(ids: Uint32Array | readonly number[], want: number): number[] {
  const having = new Uint32Array(256);
  for (const id of ids) {
    const held = counts[id] ?? 0;
    having[held] = (having[held] ?? 0) + 1;
  }
  let lowest = 255;
  for (let sum = having[255] ?? 0; lowest > 1 && sum + (having[lowest - 1] ?? 0) <= want; lowest -= 1) {
    sum += having[lowest - 1] ?? 0;
  }
  const above: number[] = [];
  const level: number[] = [];
  for (const id of ids) {
    const held = counts[id] ?? 0;
    if (held >= lowest) above.push(id);
    else if (held === lowest - 1 && held > 0 && level.length < want) level.push(id);
  }
  return above.concat(level.slice(0, Math.max(0, want - above.length)));
}
