import type { ClaimId, ContinuityId } from '../../lore/ids.ts';
import type { Fact } from '../fact.ts';
import type { World } from '../world.ts';
import { emit, type Spans } from './emit.ts';
import type { Moment } from './moments.ts';
import type { Edge, Network } from './network.ts';
import { chainOf, follow, type Step } from './search.ts';

/** Steps of a loop without dates; a reader follows no more, and undated claims hang together far and wide. */
export const LONGEST_LOOP = 6;
/** Undated chains spread widely; beyond this many moments the search gives up. */
const MOST_MOMENTS_OF_CYCLE = 2_000;

/** Claims that put something before itself, without any date: after X, which comes after Y, which comes after it. */
export interface Loop {
  readonly continuity: ContinuityId;
  readonly isMixed: boolean;
  readonly claims: readonly ClaimId[];
}

/** Where a claim says "before", not merely "no later than". */
export function strictEdgesOf(world: World, fact: Fact, spans: Spans): readonly Edge[] {
  const edges: Edge[] = [];
  emit(world, fact, spans, {
    edge: (from, to, isStrict) => {
      if (isStrict) edges.push({ from, to, isStrict, claim: fact.id, continuity: fact.continuity });
    },
    lower: () => {},
    upper: () => {},
  });
  return edges;
}

/**
 * The shortest loops, one for each timeline, that a claim's own "before" closes: from its earlier moment back to its
 * later one, for little lies before most moments and much after them.
 */
export function loopsThrough(world: World, network: Network, edge: Edge): readonly Loop[] {
  if (edge.continuity === null) return [];
  const first: Step = { moment: edge.to, continuity: edge.continuity, isMixed: false, before: null, edge: null };
  const started = backwards(world, first, edge);
  if (started === null) return [];
  const loops = new Map<ContinuityId, Loop>();
  const seen = new Set<string>();
  let ring: Step[] = [started];
  for (let length = 0; length < LONGEST_LOOP && ring.length > 0; length += 1) {
    const next: Step[] = [];
    for (const step of ring) {
      if (step.moment === edge.to) {
        if (!loops.has(step.continuity)) {
          const claims = chainOf(step).toReversed();
          loops.set(step.continuity, { continuity: step.continuity, isMixed: step.isMixed, claims });
        }
        continue;
      }
      for (const entering of network.entering(step.moment)) {
        const earlier = backwards(world, step, entering);
        if (earlier === null) continue;
        const key = `${earlier.moment}|${earlier.continuity}|${earlier.isMixed}`;
        if (isDecidedByDates(network, earlier)) continue;
        if (seen.has(key) || seen.size >= MOST_MOMENTS_OF_CYCLE) continue;
        seen.add(key);
        next.push(earlier);
      }
    }
    ring = next;
  }
  return [...loops.values()];
}

function backwards(world: World, step: Step, edge: Edge): Step | null {
  return follow(world, step, { ...edge, from: edge.to, to: edge.from });
}

/** Where dates already keep two moments of the chain apart, the loop shows as an overrun of those dates. */
function isDecidedByDates(network: Network, last: Step): boolean {
  for (let at = last.before; at !== null; at = at.before) {
    if (isDecided(network, last.moment, at.moment) || isDecided(network, at.moment, last.moment)) return true;
  }
  return false;
}

/** Whether the earlier moment must by its own dates lie before the later one begins. */
export function isDecided(network: Network, earlier: Moment, later: Moment): boolean {
  const uppers = network.uppers(earlier);
  return uppers.length > 0 && network.lowers(later).some((lower) => uppers.some((upper) => lower.day > upper.day));
}
