import type { EntityId } from '../../lore/ids.ts';
import type { Predicate } from '../../lore/predicate.ts';
import { type Day, disjoint } from '../../lore/time/bounds.ts';
import { type Fact, isCompared, isSpan } from '../fact.ts';
import { isHappening, type World } from '../world.ts';
import { claimEnd, claimStart, endOf, type Moment, startOf } from './moments.ts';

/**
 * Takes the constraints a claim gives. Simple temporal network (Dechter, Meiri, Pearl 1991): every edge says that one
 * moment is not after another; only the bounds carry days. `isStrict` says "before" rather than "not after", which
 * matters where a cycle has no dates at all.
 */
export interface Sink {
  edge(from: Moment, to: Moment, isStrict: boolean): void;
  lower(moment: Moment, day: Day): void;
  upper(moment: Moment, day: Day): void;
}

const BEGINNINGS: ReadonlySet<string> = new Set(['born', 'formed', 'built']);
const ENDINGS: ReadonlySet<string> = new Set(['died', 'dissolved', 'destroyed']);
/** Acts whose object has to be there; a custom predicate binds its subject alone. */
const NEEDS_OBJECT: ReadonlySet<string> = new Set([
  'conquered',
  'captured',
  'liberated',
  'enslaved',
  'destroyed_target',
  'made_peace_with',
  'signed_treaty_with',
]);
const STATES_OF_BOTH: ReadonlySet<string> = new Set([
  'led_by',
  'commanded_by',
  'ruled_by',
  'member_of',
  'partner_of',
  'ally_of',
  'at_war_with',
  'enemy_of',
  'spouse',
  'controls',
  'owns',
]);
const AT_A_HAPPENING: ReadonlySet<string> = new Set(['participant', 'victor', 'location', 'led_by', 'commanded_by']);
const NO_ORDER: ReadonlySet<string> = new Set([
  'released',
  'author',
  'continuity_of',
  'described_as',
  'status',
  'title',
]);
/** What may be told of the dead and the fallen: to be named, remembered, avenged or accused needs no life. */
const POSTHUMOUS =
  /remember|commemorat|honou?r|mourn|bur(?:y|ied)|aveng|accus|legacy|inherit|named|worship|venerat|celebrat|depict|mention/;
const LASTS_NOT: ReadonlySet<string> = new Set(['work', 'continuity', 'office']);

/** The claims that date a happening as a span. */
export type Spans = (event: EntityId) => readonly Fact[];

/**
 * The constraints of one claim; none where it is not compared, or where its predicate orders nothing. That an entity
 * does not end before it begins is left to the network.
 */
export function emit(world: World, fact: Fact, spans: Spans, sink: Sink): void {
  const predicate = world.predicates.get(fact.predicate);
  if (predicate === undefined || !isCompared(fact) || NO_ORDER.has(fact.predicate)) return;
  const subject = world.being(fact.subject);
  if (subject === undefined || LASTS_NOT.has(subject.kind)) return;
  const time = timeOf(world, fact, predicate, spans, sink);
  if (time === null) return;
  for (const { name, entity } of fact.qualifiers) {
    if (entity !== null) orderBy(world, name, entity, time, sink);
  }
}

interface Time {
  readonly start: Moment;
  readonly end: Moment;
}

function timeOf(world: World, fact: Fact, predicate: Predicate, spans: Spans, sink: Sink): Time | null {
  const { subject, object, bounds } = fact;
  const id = fact.predicate;
  const own = { start: startOf(subject), end: endOf(subject) };
  if (fact.kind === 'none' || fact.kind === 'unknown') return null;
  if (BEGINNINGS.has(id)) return within(own.start, fact, sink);
  if (ENDINGS.has(id)) return within(own.end, fact, sink);
  if (predicate.implies.some((implied) => ENDINGS.has(implied))) {
    within(own.end, fact, sink);
    if (object !== null) {
      sink.edge(startOf(object), own.end, false);
      if (world.being(object)?.kind === 'person') sink.edge(own.end, endOf(object), false);
    }
    return { start: own.end, end: own.end };
  }
  if (id === 'date') {
    // A span outranks a single date that it holds: 967 beside 967 to 989 is no contradiction.
    const isOutranked = !isSpan(fact) && spans(subject).some((span) => !disjoint(span.bounds, bounds));
    if (bounds.sLo !== null && !isOutranked) sink.lower(own.start, bounds.sLo);
    if (bounds.sHi !== null) sink.upper(own.start, bounds.sHi);
    if (bounds.eLo !== null) sink.lower(own.end, bounds.eLo);
    if (bounds.eHi !== null && !isOutranked) sink.upper(own.end, bounds.eHi);
    return own;
  }
  if (id === 'existed') {
    if (fact.text !== 'yes') return null;
    if (bounds.sHi !== null) sink.upper(own.start, bounds.sHi);
    if (bounds.eLo !== null) sink.lower(own.end, bounds.eLo);
    return null;
  }
  if (object === null) return null;
  return timeOfRelation(world, fact, object, predicate, sink);
}

function timeOfRelation(world: World, fact: Fact, object: EntityId, predicate: Predicate, sink: Sink): Time | null {
  const id = fact.predicate;
  const own = { start: startOf(fact.subject), end: endOf(fact.subject) };
  const isEvent = isHappening(world.being(fact.subject));
  switch (id) {
    case 'mother':
    case 'father':
    case 'parent':
      // That nobody is their own ancestor is looked for along parents alone (R9), without the whole of time around.
      sink.edge(startOf(object), own.start, false);
      if (id === 'mother') sink.edge(own.start, endOf(object), false);
      return null;
    case 'founded_by':
      sink.edge(startOf(object), own.start, false);
      sink.edge(own.start, endOf(object), false);
      return within(own.start, fact, sink);
    case 'formed_from':
      sink.edge(startOf(object), own.start, false);
      return within(own.start, fact, sink);
    case 'successor_state_of':
      sink.edge(endOf(object), own.start, false);
      return within(own.start, fact, sink);
    case 'caused_by':
      sink.edge(startOf(object), isEvent ? own.end : own.start, false);
      return null;
    case 'part_of':
      if (!isEvent || !isHappening(world.being(object))) return null;
      sink.edge(startOf(object), own.start, false);
      sink.edge(own.end, endOf(object), false);
      return null;
    case 'succeeded_by': {
      const at = act(fact, sink);
      sink.edge(own.start, at.start, false);
      during(object, at, sink);
      return at;
    }
  }
  if (isEvent && AT_A_HAPPENING.has(id)) {
    const at = act(fact, sink);
    during(fact.subject, at, sink);
    // A happening may be placed where something once stood.
    if (id !== 'location' && !LASTS_NOT.has(world.being(object)?.kind ?? '')) during(object, at, sink);
    return at;
  }
  if (predicate.temporal === 'timeless' || predicate.temporal === 'asof' || isEvent) return null;
  if (!predicate.isBase && POSTHUMOUS.test(id)) return null;
  const time = predicate.temporal === 'state' ? state(fact, sink) : act(fact, sink);
  during(fact.subject, time, sink);
  const needsObject = predicate.temporal === 'state' ? STATES_OF_BOTH.has(id) : NEEDS_OBJECT.has(id);
  if (needsObject && !LASTS_NOT.has(world.being(object)?.kind ?? '')) during(object, time, sink);
  return time;
}

/** An act is one moment, somewhere in its window. */
function act(fact: Fact, sink: Sink): Time {
  return within(claimStart(fact.id), fact, sink);
}

function within(moment: Moment, { bounds }: Fact, sink: Sink): Time {
  if (bounds.sLo !== null) sink.lower(moment, bounds.sLo);
  if (bounds.eHi !== null) sink.upper(moment, bounds.eHi);
  return { start: moment, end: moment };
}

function state(fact: Fact, sink: Sink): Time {
  const { bounds } = fact;
  const [start, end] = [claimStart(fact.id), claimEnd(fact.id)];
  if (bounds.sLo !== null) sink.lower(start, bounds.sLo);
  if (bounds.sHi !== null) sink.upper(start, bounds.sHi);
  if (bounds.eLo !== null) sink.lower(end, bounds.eLo);
  if (bounds.eHi !== null) sink.upper(end, bounds.eHi);
  sink.edge(start, end, false);
  return { start, end };
}

function during(entity: EntityId, time: Time, sink: Sink): void {
  sink.edge(startOf(entity), time.start, false);
  sink.edge(time.end, endOf(entity), false);
}

/** "After", "before" and "ever since" in prose; of something that lasts, the weaker of the two readings. */
function orderBy(world: World, name: string, entity: EntityId, time: Time, sink: Sink): void {
  const isEvent = isHappening(world.being(entity));
  if (name === 'event' && isEvent) {
    sink.edge(startOf(entity), time.start, false);
    sink.edge(time.end, endOf(entity), false);
  }
  if (name === 'after') sink.edge(isEvent ? endOf(entity) : startOf(entity), time.start, true);
  if (name === 'before') sink.edge(time.end, isEvent ? startOf(entity) : endOf(entity), true);
  if (name === 'since') {
    sink.edge(startOf(entity), time.start, false);
    if (isEvent) sink.edge(time.start, endOf(entity), false);
  }
}
