import type { EntityId } from '../lore/ids.ts';
import type { Breach } from './breach.ts';
import { type Fact, isCompared } from './fact.ts';
import { familiesOf } from './families.ts';
import { suspects } from './order/latest.ts';
import { lazyNetwork, spansIn } from './order/network.ts';
import { residualOf } from './residual.ts';
import { EXISTED } from './rules/r6-existence.ts';
import { ringRelation } from './rules/r9-cycles.ts';
import { TAKING_PART } from './rules/r11-presence.ts';
import { checkHolders, checkScope, checkSubject, type Scope, scopeText } from './scopes.ts';
import type { Source } from './source.ts';
import type { World } from './world.ts';

/** Breaches with the corner each was found in, and whether some search was cut short. */
export interface CheckedAll {
  readonly corners: ReadonlyMap<string, readonly Breach[]>;
  readonly isCut: boolean;
}

/** More order breaches than this are a broken import; the rest is told of as not looked at. */
const MOST_ORIGINS = 20_000;
/** An edit that touches more corners than this is checked with everything else. */
export const MOST_SCOPES = 20_000;

/** Checks all claims: the corners that hold anything to compare, one after another. */
export function checkAll(world: World, source: Source, facts: readonly Fact[]): CheckedAll {
  const corners = new Map<string, readonly Breach[]>();
  const keep = (scope: Scope, breaches: readonly Breach[]): void => {
    if (breaches.length > 0) corners.set(scopeText(scope), breaches);
  };
  checkPairs(world, source, facts, keep);
  const network = lazyNetwork(world, source);
  let isCut = false;
  const check = (scope: Scope): void => {
    const checked = checkScope(world, source, network, scope);
    isCut ||= checked.isCut;
    keep(scope, checked.breaches);
  };
  for (const scope of rareScopes(world, facts)) check(scope);
  const { origins, loops } = suspects(world, facts, spansIn(source));
  for (const moment of origins.slice(0, MOST_ORIGINS)) check({ kind: 'overrun', moment });
  for (const fact of loops.slice(0, MOST_ORIGINS)) check({ kind: 'loop', claim: fact.id });
  isCut ||= origins.length > MOST_ORIGINS || loops.length > MOST_ORIGINS;
  return { corners, isCut };
}

function checkPairs(
  world: World,
  source: Source,
  facts: readonly Fact[],
  keep: (scope: Scope, breaches: readonly Breach[]) => void,
): void {
  const families = familiesOf(world.predicates);
  const isHeld = new Map(world.predicates.all.map(({ id, cardinality }) => [id as string, cardinality === '1o@t']));
  const held = new Map<string, Set<EntityId>>();
  const seen = new Set<EntityId>();
  for (const { subject } of facts) {
    if (seen.has(subject)) continue;
    seen.add(subject);
    const byFamily = new Map<string, Fact[]>();
    for (const fact of source.bySubject(subject)) {
      const family = families.of(fact.predicate);
      const group = byFamily.get(family);
      if (group === undefined) byFamily.set(family, [fact]);
      else group.push(fact);
      if (fact.object !== null && isHeld.get(fact.predicate) === true) {
        const holders = held.get(fact.predicate) ?? new Set();
        held.set(fact.predicate, holders.add(fact.object));
      }
    }
    for (const [family, group] of byFamily) {
      keep({ kind: 'subject', subject, family }, checkSubject(world, source, subject, group));
    }
  }
  for (const [predicate, things] of held) {
    for (const thing of things) {
      const holders = source.byObject(thing, [predicate]);
      keep({ kind: 'holder', held: thing, predicate }, checkHolders(world, source, thing, holders));
    }
  }
}

/** Corners of the rules that few claims concern. */
function* rareScopes(world: World, facts: readonly Fact[]): Generator<Scope> {
  const [denied, persons] = [new Set<EntityId>(), new Set<EntityId>()];
  const pairs = new Map<string, Scope>();
  const rings = new Map<string, [number, number][]>();
  for (const fact of facts) {
    if (!isCompared(fact)) continue;
    if (fact.predicate === EXISTED && fact.text === 'no') denied.add(fact.subject);
    if (fact.predicate === 'born') persons.add(fact.subject);
    if (fact.object === null) continue;
    if (TAKING_PART.includes(fact.predicate) && world.being(fact.object)?.kind === 'person') persons.add(fact.object);
    const relation = ringRelation(world, fact.predicate);
    if (relation !== null) {
      const edges = rings.get(relation) ?? [];
      edges.push([fact.subject, fact.object]);
      rings.set(relation, edges);
    }
    const pair = pairScope(world, fact);
    if (pair !== null) pairs.set(scopeText(pair), pair);
  }
  for (const entity of denied) yield { kind: 'existence', entity };
  for (const person of persons) yield { kind: 'life', person };
  yield* pairs.values();
  for (const [relation, edges] of rings) {
    for (const entity of residualOf(edges)) yield { kind: 'ring', relation, entity: entity as EntityId };
  }
}

/** The corner of two that stand in a relation which holds both ways and shuts another out. */
export function pairScope(world: World, fact: Fact): Scope | null {
  const predicate = world.predicates.get(fact.predicate);
  if (fact.object === null || predicate?.isSymmetric !== true || predicate.excludes.length === 0) return null;
  const [a, b] = fact.subject < fact.object ? [fact.subject, fact.object] : [fact.object, fact.subject];
  return { kind: 'pair', a, b };
}
