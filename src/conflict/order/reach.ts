import type { ClaimId, ContinuityId } from '../../lore/ids.ts';
import type { Day } from '../../lore/time/bounds.ts';
import type { Fact } from '../fact.ts';
import type { World } from '../world.ts';
import { emit, type Spans } from './emit.ts';
import { endOf, type Moment, ownerOf, startOf } from './moments.ts';
import type { Edge, Network } from './network.ts';
import { isHeardIn, LONGEST_CHAIN, MOST_MOMENTS } from './search.ts';

export interface Reach {
  readonly moments: ReadonlySet<Moment>;
  readonly isCut: boolean;
}

/** The moments through which any path must go that a claim's constraints take part in. */
export function gatesOf(world: World, fact: Fact, spans: Spans): readonly Moment[] {
  const gates = new Set<Moment>();
  emit(world, fact, spans, {
    edge: (from, to) => void gates.add(ownerOf(to).kind === 'claim' ? to : from),
    lower: (moment) => void gates.add(moment),
    upper: (moment) => void gates.add(moment),
  });
  if (fact.predicate === 'date') gates.add(startOf(fact.subject)).add(endOf(fact.subject));
  return [...gates];
}

/**
 * The dated moments whose search forward comes by one of the gates: backward along the edges, for each timeline by
 * itself, no further than where every such search must have stopped.
 */
export function originsReaching(world: World, network: Network, gates: readonly Moment[]): Reach {
  const moments = new Set<Moment>(gates);
  let isCut = false;
  for (const { id } of world.continuities.all) {
    const reached = backward(world, network, gates, id, moments);
    isCut ||= reached;
  }
  return { moments, isCut };
}

function backward(
  world: World,
  network: Network,
  gates: readonly Moment[],
  continuity: ContinuityId,
  moments: Set<Moment>,
): boolean {
  const best = new Map<Moment, Day>(gates.map((gate) => [gate, Number.NEGATIVE_INFINITY]));
  let ring: readonly Moment[] = gates;
  for (let length = 0; length < LONGEST_CHAIN && ring.length > 0; length += 1) {
    const next = new Set<Moment>();
    for (const at of ring) {
      const least = best.get(at) ?? Number.NEGATIVE_INFINITY;
      for (const edge of network.entering(at)) {
        if (edge.continuity !== null && !isKin(world, continuity, edge.continuity)) continue;
        const { from } = edge;
        const own = network.lowers(from).filter((bound) => isHeardIn(world, continuity, bound.continuity));
        if (network.lowers(from).some((bound) => bound.continuity === continuity && bound.day > least))
          moments.add(from);
        if (
          network.uppers(from).some((bound) => bound.day <= least && isHeardIn(world, continuity, bound.continuity))
        ) {
          continue;
        }
        const threshold = own.reduce((most, bound) => Math.max(most, bound.day), least);
        const known = best.get(from);
        if (known !== undefined && known <= threshold) continue;
        if (best.size > MOST_MOMENTS) return true;
        best.set(from, threshold);
        next.add(from);
      }
    }
    ring = [...next];
  }
  return false;
}

function isKin(world: World, a: ContinuityId, b: ContinuityId): boolean {
  return world.continuities.kinship(a, b) !== 'apart';
}

/** Claims whose own "before" a claim's constraints may help to close into a loop. */
export function strictClaimsAround(world: World, network: Network, fact: Fact, spans: Spans): ReadonlySet<ClaimId> {
  const [froms, tos] = [new Set<Moment>(), new Set<Moment>()];
  const found = new Set<ClaimId>();
  const at = (moment: Moment): void => {
    froms.add(moment);
    tos.add(moment);
  };
  emit(world, fact, spans, {
    edge: (from, to, isStrict) => {
      froms.add(from);
      tos.add(to);
      if (isStrict) found.add(fact.id);
    },
    // Dates decide whether a loop is one of order or of dates.
    lower: at,
    upper: at,
  });
  if (fact.predicate === 'date') {
    at(startOf(fact.subject));
    at(endOf(fact.subject));
  }
  // A loop lies both ahead and behind: the smaller of the two neighbourhoods holds all of it.
  const ahead = spread(
    tos,
    (at) => network.leaving(at),
    (edge) => edge.to,
  );
  const behind = spread(
    froms,
    (at) => network.entering(at),
    (edge) => edge.from,
  );
  for (;;) {
    const [first, second] = [ahead.next(), behind.next()];
    const whole = first.done === true ? first.value : second.done === true ? second.value : null;
    if (whole === null) continue;
    for (const claim of whole) found.add(claim);
    return found;
  }
}

const MOST_AROUND = 1_500;

/** Widens step by step; returns the strict claims met once there is nothing further, or too much. */
function* spread(
  start: ReadonlySet<Moment>,
  edgesAt: (moment: Moment) => readonly Edge[],
  next: (edge: Edge) => Moment,
): Generator<null, ReadonlySet<ClaimId>> {
  const found = new Set<ClaimId>();
  const seen = new Set<Moment>(start);
  let ring: readonly Moment[] = [...start];
  for (let length = 0; length < LONGEST_CHAIN && ring.length > 0 && seen.size < MOST_AROUND; length += 1) {
    const further: Moment[] = [];
    for (const at of ring) {
      for (const edge of edgesAt(at)) {
        if (edge.isStrict && edge.claim !== null) found.add(edge.claim);
        const there = next(edge);
        if (seen.has(there)) continue;
        seen.add(there);
        further.push(there);
      }
      yield null;
    }
    ring = further;
  }
  return found;
}
