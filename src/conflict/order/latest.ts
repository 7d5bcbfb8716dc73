import type { Fact } from '../fact.ts';
import type { World } from '../world.ts';
import { emit, type Spans } from './emit.ts';
import { endOf, type Moment, startOf } from './moments.ts';

/** Constraints in growing typed arrays: some four for each claim. */
class Columns {
  size = 0;
  from = new Int32Array(1024);
  to = new Int32Array(1024);

  push(from: number, to: number): void {
    if (this.size === this.from.length) {
      this.from = grown(this.from);
      this.to = grown(this.to);
    }
    this.from[this.size] = from;
    this.to[this.size] = to;
    this.size += 1;
  }
}

function grown(column: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

/** Bounds of moments, in two growing columns. */
class Bounds {
  size = 0;
  moments = new Int32Array(1024);
  days = new Float64Array(1024);

  push(moment: Moment, day: number): void {
    if (this.size === this.moments.length) {
      this.moments = grown(this.moments);
      const larger = new Float64Array(this.days.length * 2);
      larger.set(this.days);
      this.days = larger;
    }
    this.moments[this.size] = moment;
    this.days[this.size] = day;
    this.size += 1;
  }
}

export interface Suspects {
  /** Moments with a lower bound later than the latest day that anything they precede allows. */
  readonly origins: readonly Moment[];
  /** Claims whose undated "before" may close a loop. */
  readonly loops: readonly Fact[];
}

/**
 * Which corners of the whole network can be inconsistent at all: the latest day each moment may lie on, relaxed along
 * every edge from a queue until nothing changes (Bellman and Ford, with the origin as the source; Dechter, Meiri,
 * Pearl 1991). Timelines are not told apart here, so this names too many, never too few; the search then explains.
 */
export function suspects(world: World, facts: readonly Fact[], spans: Spans): Suspects {
  const columns = new Columns();
  const uppers = new Bounds();
  const lowers = new Bounds();
  const strict: [Fact, Moment, Moment][] = [];
  let entities = 0;
  let highest = 0;
  const note = (moment: Moment): void => {
    if (moment > highest) highest = moment;
    if (moment % 4 < 2) entities = Math.max(entities, Math.floor(moment / 4));
  };
  for (const fact of facts) {
    emit(world, fact, spans, {
      edge: (from, to, isStrict) => {
        note(from);
        note(to);
        columns.push(from, to);
        if (isStrict) strict.push([fact, from, to]);
      },
      lower: (moment, day) => {
        note(moment);
        lowers.push(moment, day);
      },
      upper: (moment, day) => {
        note(moment);
        uppers.push(moment, day);
      },
    });
  }
  for (let entity = 1; entity <= entities; entity += 1) columns.push(startOf(entity as never), endOf(entity as never));
  const entering = enteringEdges(columns, highest + 4);
  const latest = relax(entering, uppers, highest + 4);
  const origins = new Set<Moment>();
  for (let at = 0; at < lowers.size; at += 1) {
    const moment = lowers.moments[at] ?? 0;
    if ((lowers.days[at] ?? 0) > (latest[moment] ?? Number.POSITIVE_INFINITY)) origins.add(moment);
  }
  return { origins: [...origins].sort((a, b) => a - b), loops: loopingClaims(columns, entering, strict) };
}

interface Entering {
  readonly head: Int32Array;
  readonly sources: Int32Array;
}

/** Entering edges of each moment, in one array sorted by where they end. */
function enteringEdges(columns: Columns, size: number): Entering {
  const head = new Int32Array(size + 1);
  for (let at = 0; at < columns.size; at += 1) {
    const to = columns.to[at] ?? 0;
    head[to + 1] = (head[to + 1] ?? 0) + 1;
  }
  for (let at = 0; at < size; at += 1) head[at + 1] = (head[at + 1] ?? 0) + (head[at] ?? 0);
  const next = head.slice();
  const sources = new Int32Array(columns.size);
  for (let at = 0; at < columns.size; at += 1) {
    const to = columns.to[at] ?? 0;
    const place = next[to] ?? 0;
    sources[place] = columns.from[at] ?? 0;
    next[to] = place + 1;
  }
  return { head, sources };
}

function relax({ head, sources }: Entering, uppers: Bounds, size: number): Float64Array {
  const latest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  // From the earliest bound on, so that few moments are relaxed twice.
  const queue = new Uint32Array(uppers.size).map((_, at) => at);
  queue.sort((a, b) => (uppers.days[a] ?? 0) - (uppers.days[b] ?? 0));
  for (const place of queue) {
    const origin = uppers.moments[place] ?? 0;
    const day = uppers.days[place] ?? 0;
    if (day >= (latest[origin] ?? Number.POSITIVE_INFINITY)) continue;
    latest[origin] = day;
    const open = [origin];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (let source = head[at] ?? 0; source < (head[at + 1] ?? 0); source += 1) {
        const before = sources[source] ?? 0;
        if ((latest[before] ?? 0) <= day) continue;
        latest[before] = day;
        open.push(before);
      }
    }
  }
  return latest;
}

/** Strict edges whose ends are both left when everything that cannot lie on a cycle is peeled off. */
function loopingClaims(
  columns: Columns,
  { head, sources }: Entering,
  strict: readonly [Fact, Moment, Moment][],
): readonly Fact[] {
  if (strict.length === 0) return [];
  const size = head.length - 1;
  const leaving = new Int32Array(size);
  for (let at = 0; at < columns.size; at += 1) {
    const from = columns.from[at] ?? 0;
    leaving[from] = (leaving[from] ?? 0) + 1;
  }
  const isPeeled = new Uint8Array(size);
  const open: number[] = [];
  for (let at = 0; at < size; at += 1) if (leaving[at] === 0) open.push(at);
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    isPeeled[at] = 1;
    for (let place = head[at] ?? 0; place < (head[at + 1] ?? 0); place += 1) {
      const before = sources[place] ?? 0;
      leaving[before] = (leaving[before] ?? 0) - 1;
      if (leaving[before] === 0) open.push(before);
    }
  }
  const looping = strict.filter(([, from, to]) => isPeeled[from] !== 1 && isPeeled[to] !== 1).map(([fact]) => fact);
  return [...new Set(looping)];
}
