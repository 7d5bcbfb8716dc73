import type { ClaimId, ContinuityId } from '../../lore/ids.ts';
import type { Day } from '../../lore/time/bounds.ts';
import type { Fact } from '../fact.ts';
import type { World } from '../world.ts';
import { emit, type Spans } from './emit.ts';
import { endOf, type Moment, ownerOf, startOf } from './moments.ts';
import type { Edge, Network } from './network.ts';
import { isHeardIn, LONGEST_CHAIN, MOST_MOMENTS } from './search.ts';
import { isDecided, LONGEST_LOOP } from './strict.ts';

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
 * The dated moments whose search forward comes by one of the gates and can find anything there: backward along the
 * edges, for each timeline by itself, no further than where every such search must have stopped; and of those only
 * the ones dated later than the earliest end that lies ahead of the gates.
 */
export function originsReaching(world: World, network: Network, gates: readonly Moment[]): Reach {
  const moments = new Set<Moment>();
  let isCut = false;
  for (const { id } of world.continuities.all) {
    const latest = new Map<Moment, Day>();
    const note = (moment: Moment, day: Day): void => {
      latest.set(moment, Math.max(day, latest.get(moment) ?? Number.NEGATIVE_INFINITY));
    };
    for (const gate of gates)
      for (const bound of network.lowers(gate)) if (bound.continuity === id) note(gate, bound.day);
    isCut = backward(world, network, gates, id, note) || isCut;
    if (latest.size === 0) continue;
    const least = earliestAhead(world, network, gates, id, Math.max(...latest.values()));
    for (const [moment, day] of latest) if (day > least) moments.add(moment);
  }
  return { moments, isCut };
}

function backward(
  world: World,
  network: Network,
  gates: readonly Moment[],
  continuity: ContinuityId,
  note: (moment: Moment, day: Day) => void,
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
        const lowers = network.lowers(from);
        for (const bound of lowers) if (bound.continuity === continuity && bound.day > least) note(from, bound.day);
        if (
          network.uppers(from).some((bound) => bound.day <= least && isHeardIn(world, continuity, bound.continuity))
        ) {
          continue;
        }
        const heard = lowers.filter((bound) => isHeardIn(world, continuity, bound.continuity));
        const threshold = heard.reduce((most, bound) => Math.max(most, bound.day), least);
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

const MOST_AHEAD_OF_GATES = 2_000;

/** The earliest upper bound that a search carrying at most this day can meet from the gates on. */
function earliestAhead(
  world: World,
  network: Network,
  gates: readonly Moment[],
  continuity: ContinuityId,
  day: Day,
): Day {
  let earliest = Number.POSITIVE_INFINITY;
  const seen = new Set<Moment>(gates);
  for (const at of seen) {
    for (const upper of network.uppers(at)) earliest = Math.min(earliest, upper.day);
    const lowers = gates.includes(at) ? [] : network.lowers(at);
    if (lowers.some((bound) => bound.day >= day && isHeardIn(world, continuity, bound.continuity))) continue;
    for (const { to, continuity: told } of network.leaving(at)) {
      if (told === null || isKin(world, continuity, told)) seen.add(to);
    }
    if (seen.size > MOST_AHEAD_OF_GATES) return Number.NEGATIVE_INFINITY;
  }
  return earliest;
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
  // A loop lies both behind and ahead. Little lies before most beginnings, so that way is tried first.
  const behind: Direction = {
    edgesAt: (moment) => network.entering(moment),
    next: (edge) => edge.from,
    isDecided: (moment) => [...froms].every((gate) => isDecided(network, moment, gate)),
    most: FEW_AROUND,
  };
  const ahead: Direction = {
    edgesAt: (moment) => network.leaving(moment),
    next: (edge) => edge.to,
    isDecided: (moment) => [...tos].every((gate) => isDecided(network, gate, moment)),
    most: MOST_AROUND,
  };
  for (const claim of spread(froms, behind) ?? spread(tos, ahead) ?? []) found.add(claim);
  return found;
}

const FEW_AROUND = 80;
const MOST_AROUND = 400;

interface Direction {
  edgesAt(moment: Moment): readonly Edge[];
  next(edge: Edge): Moment;
  /** Dates alone already keep it apart from where the spread began. */
  isDecided(moment: Moment): boolean;
  readonly most: number;
}

/** The strict claims in a neighbourhood; null where it is too large. */
function spread(start: ReadonlySet<Moment>, direction: Direction): ReadonlySet<ClaimId> | null {
  const found = new Set<ClaimId>();
  const seen = new Set<Moment>(start);
  let ring: readonly Moment[] = [...start];
  for (let length = 0; length < LONGEST_LOOP && ring.length > 0; length += 1) {
    const further: Moment[] = [];
    for (const at of ring) {
      for (const edge of direction.edgesAt(at)) {
        if (edge.isStrict && edge.claim !== null) found.add(edge.claim);
        const there = direction.next(edge);
        if (seen.has(there)) continue;
        if (seen.size >= direction.most) return null;
        seen.add(there);
        if (!direction.isDecided(there)) further.push(there);
      }
    }
    ring = further;
  }
  return found;
}
