import type { ClaimId, ContinuityId } from '../../lore/ids.ts';
import type { Day } from '../../lore/time/bounds.ts';
import type { World } from '../world.ts';
import type { Moment } from './moments.ts';
import type { Bound, Edge, Network } from './network.ts';

/** A chain of claims longer than this explains nothing to a reader. */
export const LONGEST_CHAIN = 12;
/** Moments looked at from one claim before the search gives up; reaching it is told. */
export const MOST_MOMENTS = 20_000;

/**
 * A negative cycle through the origin: what is told not to lie before `day` must, by the chain of claims, lie at or
 * before something told not to lie after an earlier day.
 */
export interface Overrun {
  /** The timeline in which it shows: the deepest of those the claims stand in. */
  readonly continuity: ContinuityId;
  readonly isMixed: boolean;
  readonly at: Moment;
  readonly upper: Bound;
  readonly chain: readonly ClaimId[];
}

interface Step {
  readonly moment: Moment;
  readonly continuity: ContinuityId;
  readonly isMixed: boolean;
  readonly before: Step | null;
  readonly edge: Edge | null;
}

/** Bounds that do not count: another rule's matter, or not binding in the timeline in which they would show. */
export type Ignoring = (at: Moment, upper: Bound, continuity: ContinuityId) => boolean;

export interface SearchResult {
  readonly overruns: readonly Overrun[];
  readonly isCut: boolean;
}

/**
 * From one lower bound forward along "not after", the nearest upper bound it overruns in each timeline. A moment with
 * a bound of its own at least as late, told in this timeline or one it grows out of, carries the search no further:
 * what lies beyond is that bound's matter.
 */
export function overrunsFrom(
  world: World,
  network: Network,
  origin: Moment,
  lower: Pick<Bound, 'day' | 'continuity'>,
  isIgnored: Ignoring,
): SearchResult {
  const best = new Map<ContinuityId, Overrun>();
  const seen = new Set<string>();
  let ring: Step[] = [{ moment: origin, continuity: lower.continuity, isMixed: false, before: null, edge: null }];
  for (let length = 0; length < LONGEST_CHAIN && ring.length > 0; length += 1) {
    const found = new Map<ContinuityId, Overrun>();
    const next: Step[] = [];
    for (const step of ring) {
      const isStopped = meet(world, network, step, lower.day, isIgnored, best, found);
      if (isStopped || (step.moment !== origin && isOutdone(world, network, step, lower.day))) continue;
      for (const edge of network.leaving(step.moment)) {
        const after = follow(world, step, edge);
        if (after === null) continue;
        const key = `${after.moment}|${after.continuity}|${after.isMixed}`;
        if (seen.has(key)) continue;
        if (seen.size >= MOST_MOMENTS) return { overruns: [...best.values(), ...found.values()], isCut: true };
        seen.add(key);
        next.push(after);
      }
    }
    for (const [continuity, overrun] of found) if (!best.has(continuity)) best.set(continuity, overrun);
    ring = next;
  }
  return { overruns: [...best.values()], isCut: false };
}

/** Notes the bounds overrun at this moment; true where the search need not go on from here. */
function meet(
  world: World,
  network: Network,
  step: Step,
  day: Day,
  isIgnored: Ignoring,
  best: ReadonlyMap<ContinuityId, Overrun>,
  found: Map<ContinuityId, Overrun>,
): boolean {
  let isStopped = false;
  for (const upper of network.uppers(step.moment)) {
    if (upper.day >= day) continue;
    const deepest = deeper(world, step.continuity, upper.continuity);
    if (deepest === null || isIgnored(step.moment, upper, deepest)) continue;
    if (deepest === step.continuity) isStopped = true;
    if (best.has(deepest)) continue;
    const isMixed = step.isMixed || step.continuity !== upper.continuity;
    const overrun = { continuity: deepest, isMixed, at: step.moment, upper, chain: chainOf(step) };
    const known = found.get(deepest);
    if (known === undefined || isNearer(overrun, known)) found.set(deepest, overrun);
  }
  return isStopped;
}

function isNearer(a: Overrun, b: Overrun): boolean {
  if (a.isMixed !== b.isMixed) return b.isMixed;
  return a.upper.day - b.upper.day < 0 || (a.upper.day === b.upper.day && a.upper.claim < b.upper.claim);
}

function isOutdone(world: World, network: Network, step: Step, day: Day): boolean {
  return network
    .lowers(step.moment)
    .some((bound) => bound.day >= day && isHeardIn(world, step.continuity, bound.continuity));
}

/** Whether a timeline knows what another tells: it is the same, or grows out of it. */
export function isHeardIn(world: World, continuity: ContinuityId, told: ContinuityId): boolean {
  return continuity === told || world.continuities.kinship(told, continuity) === 'ancestor';
}

/** The claims along a path, each once. */
export function chainOf(step: Step): readonly ClaimId[] {
  const chain: ClaimId[] = [];
  for (let at: Step | null = step; at !== null; at = at.before) {
    const claim = at.edge?.claim ?? null;
    if (claim !== null && !chain.includes(claim)) chain.unshift(claim);
  }
  return chain;
}

/** One step further along the network; null where the timelines of both have nothing in common. */
export function follow(world: World, step: Step, edge: Edge): Step | null {
  if (edge.continuity === null) return { ...step, moment: edge.to, before: step, edge };
  const continuity = deeper(world, step.continuity, edge.continuity);
  if (continuity === null) return null;
  const isMixed = step.isMixed || edge.continuity !== step.continuity;
  return { moment: edge.to, continuity, isMixed, before: step, edge };
}

/** The deeper of two timelines of which one grows out of the other; null where neither does, or the branch came first. */
export function deeper(world: World, a: ContinuityId, b: ContinuityId): ContinuityId | null {
  if (a === b) return a;
  switch (world.continuities.kinship(a, b)) {
    case 'same':
    case 'descendant':
      return a;
    case 'ancestor':
      return b;
    case 'apart':
      return null;
  }
}

export type { Step };
