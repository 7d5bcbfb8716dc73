import type { ClaimId, ContinuityId, EntityId } from '../../lore/ids.ts';
import type { Day } from '../../lore/time/bounds.ts';
import type { Fact } from '../fact.ts';
import { isSpan } from '../fact.ts';
import type { Source } from '../source.ts';
import type { World } from '../world.ts';
import { emit, type Sink, type Spans } from './emit.ts';
import { endOf, type Moment, ownerOf, startOf } from './moments.ts';

/** `from` is not after `to`, because the claim says so; `claim` is null for what is true of any entity. */
export interface Edge {
  readonly from: Moment;
  readonly to: Moment;
  readonly isStrict: boolean;
  readonly claim: ClaimId | null;
  readonly continuity: ContinuityId | null;
}

/** A moment is not before (or not after) a day, because the claim says so. */
export interface Bound {
  readonly day: Day;
  readonly claim: ClaimId;
  readonly continuity: ContinuityId;
}

/** The network as a search sees it: what touches one moment, in an order that does not depend on where it is kept. */
export interface Network {
  leaving(moment: Moment): readonly Edge[];
  entering(moment: Moment): readonly Edge[];
  lowers(moment: Moment): readonly Bound[];
  uppers(moment: Moment): readonly Bound[];
}

/** Predicates that say of their subject when it began or ended, or what went before it. */
const OF_LIMITS: readonly string[] = [
  'born',
  'formed',
  'built',
  'died',
  'dissolved',
  'destroyed',
  'date',
  'existed',
  'founded_by',
  'formed_from',
  'successor_state_of',
];
const INTO_START: readonly string[] = ['mother', 'father', 'parent', 'caused_by', 'part_of', ...OF_LIMITS];
const OUT_OF_END: readonly string[] = ['part_of', 'died', 'dissolved', 'destroyed', 'date'];
const OUT_OF_END_AS_OBJECT: readonly string[] = ['successor_state_of'];
const ORDERING: readonly string[] = ['event', 'after', 'before', 'since'];

/** Edges and bounds remembered at a time: what a search walks over is forgotten some searches later. */
const MOST_KEPT = 200_000;

/** Looks up the dates of an event that are spans. */
export function spansIn(source: Source): Spans {
  return (event) => source.bySubject(event, ['date']).filter(isSpan);
}

/** The network around the moments that are asked about, read from the claims as it goes. */
export function lazyNetwork(world: World, source: Source): Network {
  const spans = spansIn(source);
  const endings = endingPredicates(world);
  const parts = new Map<Moment, Parts>();
  let kept = 0;
  const limits = [...OF_LIMITS, ...endings];

  const claimsFor = (moment: Moment, wanted: Wanted): readonly Fact[] => {
    const owner = ownerOf(moment);
    if (owner.kind === 'claim') {
      const fact = source.fact(owner.claim);
      return fact === undefined ? [] : [fact];
    }
    const { entity, isEnd } = owner;
    if (wanted === 'bounds') return source.bySubject(entity, limits);
    if (wanted === 'entering' && !isEnd) {
      return [...source.bySubject(entity, INTO_START), ...source.byQualifier(entity, ['before'])];
    }
    if (wanted === 'leaving' && isEnd) {
      return [
        ...source.bySubject(entity, [...OUT_OF_END, ...endings]),
        ...source.byObject(entity, OUT_OF_END_AS_OBJECT),
        ...source.byQualifier(entity, ['after']),
      ];
    }
    return [...source.bySubject(entity), ...source.byObject(entity), ...source.byQualifier(entity, ORDERING)];
  };

  const partsOf = (moment: Moment, wanted: Wanted): Parts => {
    const key = moment * 3 + (wanted === 'bounds' ? 0 : wanted === 'entering' ? 1 : 2);
    const known = parts.get(key);
    if (known !== undefined) return known;
    const fresh = emptyParts();
    const seen = new Set<ClaimId>();
    for (const fact of claimsFor(moment, wanted)) {
      if (seen.has(fact.id)) continue;
      seen.add(fact.id);
      emit(world, fact, spans, collector(fresh, fact, moment));
    }
    const owner = ownerOf(moment);
    if (owner.kind === 'entity') addLifetime(fresh, owner.entity, moment);
    sortParts(fresh);
    kept += fresh.leaving.length + fresh.entering.length + fresh.lowers.length + fresh.uppers.length;
    if (kept > MOST_KEPT) {
      parts.clear();
      kept = 0;
    }
    parts.set(key, fresh);
    return fresh;
  };
  return {
    leaving: (moment) => partsOf(moment, 'leaving').leaving,
    entering: (moment) => partsOf(moment, 'entering').entering,
    lowers: (moment) => partsOf(moment, 'bounds').lowers,
    uppers: (moment) => partsOf(moment, 'bounds').uppers,
  };
}

type Wanted = 'bounds' | 'entering' | 'leaving';

interface Parts {
  readonly leaving: Edge[];
  readonly entering: Edge[];
  readonly lowers: Bound[];
  readonly uppers: Bound[];
}

function emptyParts(): Parts {
  return { leaving: [], entering: [], lowers: [], uppers: [] };
}

function collector(parts: Parts, fact: Fact, moment: Moment): Sink {
  const { id: claim, continuity } = fact;
  return {
    edge: (from, to, isStrict) => {
      const edge = { from, to, isStrict, claim, continuity };
      if (from === moment) parts.leaving.push(edge);
      if (to === moment) parts.entering.push(edge);
    },
    lower: (at, day) => {
      if (at === moment) parts.lowers.push({ day, claim, continuity });
    },
    upper: (at, day) => {
      if (at === moment) parts.uppers.push({ day, claim, continuity });
    },
  };
}

function addLifetime(parts: Parts, entity: EntityId, moment: Moment): void {
  const edge = { from: startOf(entity), to: endOf(entity), isStrict: false, claim: null, continuity: null };
  if (moment === edge.from) parts.leaving.push(edge);
  else parts.entering.push(edge);
}

/** One order wherever the claims are kept: rules first, then by claim, then by the other moment. */
function byClaim(a: Edge, b: Edge): number {
  return (a.claim ?? 0) - (b.claim ?? 0) || a.to - b.to || a.from - b.from;
}

function sortParts(parts: Parts): void {
  parts.leaving.sort(byClaim);
  parts.entering.sort(byClaim);
  parts.lowers.sort((a, b) => a.claim - b.claim || a.day - b.day);
  parts.uppers.sort((a, b) => a.claim - b.claim || a.day - b.day);
}

/** Predicates that imply an ending: killed by implies died. */
function endingPredicates(world: World): readonly string[] {
  return world.predicates.all
    .filter((predicate) =>
      predicate.implies.some((implied) => implied === 'died' || implied === 'destroyed' || implied === 'dissolved'),
    )
    .map((predicate) => predicate.id);
}
