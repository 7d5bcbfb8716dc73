import type { EntityId } from '../lore/ids.ts';
import type { Predicate } from '../lore/predicate.ts';
import { pairScope } from './check.ts';
import { type Fact, qualifier } from './fact.ts';
import { familiesOf } from './families.ts';
import { endOf, startOf } from './order/moments.ts';
import { type Network, spansIn } from './order/network.ts';
import { gatesOf, originsReaching, strictClaimsAround } from './order/reach.ts';
import { EXISTED } from './rules/r6-existence.ts';
import { ringPredicates, ringRelation } from './rules/r9-cycles.ts';
import { TAKING_PART } from './rules/r11-presence.ts';
import { PARENTS } from './rules/r12-life.ts';
import { CAUSES } from './rules/r22-motive.ts';
import { type Scope, scopeText } from './scopes.ts';
import type { Source } from './source.ts';
import { CONTAINMENT, SUCCESSION_OF_STATES, UNION, type World } from './world.ts';

/** Further parts of a whole than these are not followed; a larger reshaping calls for a rebuild. */
const MOST_PARTS = 2_000;
const MOST_OF_RING = 2_000;

export interface TouchedCorners {
  readonly scopes: readonly Scope[];
  readonly isCut: boolean;
}

/** Details by which a claim speaks of an entity that is neither its subject nor its value. */
export const NAMING: readonly string[] = ['event', 'after', 'before', 'since', 'office', 'aggressor', 'victim'];

/** Every corner whose breaches can change when these claims come, go or change, or these entities are other than they were. */
export function cornersOf(
  world: World,
  source: Source,
  network: Network,
  facts: readonly Fact[],
  entities: Iterable<EntityId>,
): TouchedCorners {
  const scopes = new Map<string, Scope>();
  const add = (scope: Scope | null): void => {
    if (scope !== null) scopes.set(scopeText(scope), scope);
  };
  const spans = spansIn(source);
  const gates = new Set<number>([...entities].flatMap((entity) => [startOf(entity), endOf(entity)]));
  for (const fact of facts) {
    ownCorners(world, source, fact, add);
    ringCorners(world, source, fact, add);
    lifeCorners(source, fact, add);
    for (const event of eventsOf(fact)) {
      for (const since of source.byQualifier(event, ['since'])) add(subjectScope(world, since));
    }
    const isSuccession = fact.predicate === SUCCESSION_OF_STATES;
    for (const part of reshaped(source, fact)) valueCorners(world, source, part, isSuccession, add);
    for (const gate of gatesOf(world, fact, spans)) gates.add(gate);
    if (!source.hasBeforeOrAfter()) continue;
    for (const claim of strictClaimsAround(world, network, fact, spans)) add({ kind: 'loop', claim });
  }
  const reach = originsReaching(world, network, [...gates]);
  for (const moment of reach.moments) add({ kind: 'overrun', moment });
  return { scopes: [...scopes.values()], isCut: reach.isCut };
}

type Add = (scope: Scope | null) => void;

function subjectScope(world: World, fact: Fact): Scope {
  return { kind: 'subject', subject: fact.subject, family: familiesOf(world.predicates).of(fact.predicate) };
}

function holderScope(world: World, fact: Fact): Scope | null {
  const isHeld = world.predicates.get(fact.predicate)?.cardinality === '1o@t';
  return isHeld && fact.object !== null ? { kind: 'holder', held: fact.object, predicate: fact.predicate } : null;
}

function ownCorners(world: World, source: Source, fact: Fact, add: Add): void {
  add(subjectScope(world, fact));
  add(holderScope(world, fact));
  add(pairScope(world, fact));
  const office = qualifier(fact, 'office')?.entity ?? null;
  if (fact.predicate === 'succeeded_by' && office !== null) {
    for (const { id, cardinality } of world.predicates.all) {
      if (cardinality === '1o@t') add({ kind: 'holder', held: office, predicate: id });
    }
  }
  for (const entity of [fact.subject, fact.object]) {
    if (entity === null) continue;
    if (fact.predicate === EXISTED || source.bySubject(entity, [EXISTED]).length > 0)
      add({ kind: 'existence', entity });
  }
  if (fact.predicate === 'founded_by' || fact.predicate === UNION) causeCorners(world, fact.subject, add);
}

function causeCorners(world: World, subject: EntityId, add: Add): void {
  for (const cause of CAUSES) add({ kind: 'subject', subject, family: familiesOf(world.predicates).of(cause) });
}

/** Everything that the relation leads to from its object, where that comes back to its subject. */
function ringCorners(world: World, source: Source, fact: Fact, add: Add): void {
  const relation = ringRelation(world, fact.predicate);
  if (relation === null || fact.object === null) return;
  const predicates = ringPredicates(world, relation);
  const reached = new Set<EntityId>([fact.object]);
  const open = [fact.object];
  for (let at = open.pop(); at !== undefined && reached.size < MOST_OF_RING; at = open.pop()) {
    for (const { object } of source.bySubject(at, predicates)) {
      if (object === null || reached.has(object)) continue;
      reached.add(object);
      open.push(object);
    }
  }
  if (!reached.has(fact.subject)) return;
  for (const entity of reached) add({ kind: 'ring', relation, entity });
}

const LIFE: readonly string[] = ['born', 'died', 'killed_by', 'species', ...PARENTS];

function lifeCorners(source: Source, fact: Fact, add: Add): void {
  const life = (person: EntityId | null): void => add(person === null ? null : { kind: 'life', person });
  if (LIFE.includes(fact.predicate)) life(fact.subject);
  if (fact.predicate === 'born') for (const child of source.byObject(fact.subject, PARENTS)) life(child.subject);
  if (fact.predicate === 'count_of') for (const one of source.byObject(fact.subject, ['species'])) life(one.subject);
  if (TAKING_PART.includes(fact.predicate)) life(fact.object);
  const events = fact.predicate === 'location' ? [fact.subject] : eventsOf(fact);
  for (const event of events) for (const part of source.bySubject(event, TAKING_PART)) life(part.object);
}

/** The happenings a claim dates. */
function eventsOf(fact: Fact): readonly EntityId[] {
  const event = qualifier(fact, 'event')?.entity ?? null;
  return [...(fact.predicate === 'date' ? [fact.subject] : []), ...(event === null ? [] : [event])];
}

/** The entities of which a claim changes what contains them, or what they followed. */
function reshaped(source: Source, fact: Fact): ReadonlySet<EntityId> {
  const parts = new Set<EntityId>();
  if (fact.object === null) return parts;
  const start: EntityId[] = [];
  if (CONTAINMENT.includes(fact.predicate)) start.push(fact.subject);
  if (fact.predicate === UNION) start.push(fact.object);
  if (fact.predicate === SUCCESSION_OF_STATES) start.push(fact.subject, fact.object);
  const isSuccession = fact.predicate === SUCCESSION_OF_STATES;
  for (let at = start.pop(); at !== undefined && parts.size < MOST_PARTS; at = start.pop()) {
    if (parts.has(at)) continue;
    parts.add(at);
    if (isSuccession) {
      start.push(...source.byObject(at, [SUCCESSION_OF_STATES]).map(({ subject }) => subject));
      start.push(...source.bySubject(at, [SUCCESSION_OF_STATES]).flatMap(({ object }) => object ?? []));
      continue;
    }
    start.push(...source.byObject(at, CONTAINMENT).map(({ subject }) => subject));
    start.push(...source.bySubject(at, [UNION]).flatMap(({ object }) => object ?? []));
  }
  return parts;
}

/** Corners in which the entity is one of the values compared: acts alone ask which state followed which. */
function valueCorners(world: World, source: Source, entity: EntityId, isSuccession: boolean, add: Add): void {
  for (const fact of source.byObject(entity, comparedPredicates(world, isSuccession))) {
    add(subjectScope(world, fact));
    add(pairScope(world, fact));
    if (fact.predicate === 'founded_by' || fact.predicate === UNION) causeCorners(world, fact.subject, add);
    if (fact.predicate === 'location') lifeCorners(source, fact, add);
  }
  const held = world.predicates.all.filter(({ cardinality }) => cardinality === '1o@t').map(({ id }) => id);
  for (const fact of source.bySubject(entity, held)) add(holderScope(world, fact));
  for (const fact of source.byQualifier(entity, ['aggressor', 'victim'])) add(subjectScope(world, fact));
  causeCorners(world, entity, add);
}

function comparedPredicates(world: World, isSuccession: boolean): readonly string[] {
  const { all } = world.predicates;
  const shutOut = new Set(all.flatMap(({ excludes }) => excludes));
  const isCompared = ({ id, cardinality, excludes, temporal }: Predicate): boolean =>
    cardinality !== 'n' ||
    excludes.length > 0 ||
    shutOut.has(id) ||
    (isSuccession && (temporal === 'repeatable' || temporal === 'point'));
  return all.filter(isCompared).map(({ id }) => id);
}
