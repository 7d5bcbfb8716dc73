import type { ClaimId, ContinuityId } from '../../lore/ids.ts';
import type { Fact } from '../fact.ts';
import type { World } from '../world.ts';
import { emit, type Spans } from './emit.ts';
import type { Moment } from './moments.ts';
import type { Edge, Network } from './network.ts';
import { chainOf, follow, LONGEST_CHAIN, type Step } from './search.ts';

/** Undated chains spread widely; beyond this many moments the search gives up. */
const MOST_MOMENTS_OF_CYCLE = 5_000;

/** Claims that put something before itself, without any date: after X, which comes after Y, which comes after it. */
export interface Loop {
  readonly continuity: ContinuityId;
  readonly isMixed: boolean;
  readonly claims: readonly ClaimId[];
}

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

/** The shortest loops, one for each timeline, that a claim's own "before" closes. */
export function loopsThrough(world: World, network: Network, edge: Edge): readonly Loop[] {
  if (edge.continuity === null) return [];
  const first: Step = { moment: edge.from, continuity: edge.continuity, isMixed: false, before: null, edge: null };
  const started = follow(world, first, edge);
  if (started === null) return [];
  const loops = new Map<ContinuityId, Loop>();
  const seen = new Set<string>();
  let ring: Step[] = [started];
  for (let length = 0; length < LONGEST_CHAIN && ring.length > 0; length += 1) {
    const next: Step[] = [];
    for (const step of ring) {
      if (step.moment === edge.from) {
        const known = loops.get(step.continuity);
        if (known === undefined) {
          loops.set(step.continuity, { continuity: step.continuity, isMixed: step.isMixed, claims: chainOf(step) });
        }
        continue;
      }
      for (const leaving of network.leaving(step.moment)) {
        const after = follow(world, step, leaving);
        if (after === null || isDecidedByDates(network, edge.from, after.moment)) continue;
        const key = `${after.moment}|${after.continuity}|${after.isMixed}`;
        if (seen.has(key) || seen.size >= MOST_MOMENTS_OF_CYCLE) continue;
        seen.add(key);
        next.push(after);
      }
    }
    ring = next;
  }
  return [...loops.values()];
}

/** Where dates already forbid that the two are one moment, the loop shows as an overrun of those dates. */
function isDecidedByDates(network: Network, a: Moment, b: Moment): boolean {
  const [first, second] = [network.lowers(a), network.lowers(b)];
  return (
    second.some((lower) => network.uppers(a).some((upper) => lower.day > upper.day)) ||
    first.some((lower) => network.uppers(b).some((upper) => lower.day > upper.day))
  );
}
