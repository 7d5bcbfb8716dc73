import type { EntityId, PredicateId } from '../../lore/ids.ts';
import type { Breach } from '../breach.ts';
import type { Fact } from '../fact.ts';
import type { World } from '../world.ts';

/** All that is said of one subject by predicates that can contradict each other. */
export interface SubjectGroup {
  readonly subject: EntityId;
  readonly facts: readonly Fact[];
  /** The same claims by predicate. */
  readonly predicates: ReadonlyMap<PredicateId, readonly Fact[]>;
}

/** A rule over what is said of one subject. */
export interface SubjectRule {
  readonly id: string;
  readonly class: Breach['class'];
  find(world: World, group: SubjectGroup): readonly Breach[];
}

/** What is said of who held one thing, and, for an office, who succeeded whom in it. */
export interface HolderGroup {
  readonly held: EntityId;
  readonly facts: readonly Fact[];
  readonly successions: readonly Fact[];
}

export interface HolderRule {
  readonly id: string;
  readonly class: Breach['class'];
  find(world: World, group: HolderGroup): readonly Breach[];
}

/** Claims by predicate, in the order in which the predicates first come. */
export function byPredicate(facts: readonly Fact[]): ReadonlyMap<PredicateId, readonly Fact[]> {
  return Map.groupBy(facts, (fact) => fact.predicate);
}

/** The part of a claim that must be equal before it is compared, beyond its subject: named qualifiers, folded. */
export function keyOf(world: World, fact: Fact, names: readonly string[]): string {
  const parts: string[] = [];
  for (const name of names) {
    if (name === 'subject') continue;
    if (name === 'object') {
      parts.push(fact.object === null ? '' : (world.being(fact.object)?.slug ?? String(fact.object)));
      continue;
    }
    const detail = fact.qualifiers.find((each) => each.name === name);
    const entity = detail?.entity ?? null;
    parts.push(entity === null ? (detail?.text ?? '').toLowerCase().trim() : (world.being(entity)?.slug ?? ''));
  }
  return parts.join('+');
}
