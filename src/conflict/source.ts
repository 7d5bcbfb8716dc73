import type { ClaimId, EntityId } from '../lore/ids.ts';
import type { Fact } from './fact.ts';

/** Where rules look for the claims around an entity. Only live claims are seen, their entities after merges. */
export interface Source {
  fact(id: ClaimId): Fact | undefined;
  /** What is said of it; by these predicates alone if given. */
  bySubject(subject: EntityId, predicates?: readonly string[]): readonly Fact[];
  byObject(object: EntityId, predicates?: readonly string[]): readonly Fact[];
  /** Claims that name it in a qualifier of one of these names. */
  byQualifier(entity: EntityId, names: readonly string[]): readonly Fact[];
  /** Whether any claim at all says that it was before or after something. */
  hasBeforeOrAfter(): boolean;
}

/** A source over claims in memory, some hundred bytes for each. */
export function sourceOf(facts: readonly Fact[]): Source {
  const inOrder = [...facts].sort((a, b) => a.id - b.id);
  const subjects = shelved(inOrder, (fact) => fact.subject);
  const objects = shelved(inOrder, (fact) => fact.object);
  const named = new Map<EntityId, Fact[]>();
  let isOrdered = false;
  for (const fact of inOrder) {
    for (const { name, entity } of fact.qualifiers) {
      isOrdered ||= name === 'after' || name === 'before';
      if (entity === null) continue;
      const known = named.get(entity);
      if (known === undefined) named.set(entity, [fact]);
      else if (known.at(-1) !== fact) known.push(fact);
    }
  }
  return {
    fact: (id) => find(inOrder, id),
    bySubject: subjects,
    byObject: objects,
    byQualifier: (entity, names) =>
      (named.get(entity) ?? []).filter((fact) =>
        fact.qualifiers.some((each) => each.entity === entity && names.includes(each.name)),
      ),
    hasBeforeOrAfter: () => isOrdered,
  };
}

type Shelf = (entity: EntityId, predicates?: readonly string[]) => readonly Fact[];

/** Claims by an entity: places in one array, sorted by entity, and where each entity's begin. */
function shelved(facts: readonly Fact[], entityOf: (fact: Fact) => EntityId | null): Shelf {
  const highest = facts.reduce((most, fact) => Math.max(most, entityOf(fact) ?? 0), 0);
  const begins = new Int32Array(highest + 2);
  for (const fact of facts) {
    const entity = entityOf(fact);
    if (entity !== null) begins[entity + 1] = (begins[entity + 1] ?? 0) + 1;
  }
  for (let entity = 0; entity <= highest; entity += 1) {
    begins[entity + 1] = (begins[entity + 1] ?? 0) + (begins[entity] ?? 0);
  }
  const next = begins.slice();
  const places = new Int32Array(begins[highest + 1] ?? 0);
  for (const [place, fact] of facts.entries()) {
    const entity = entityOf(fact);
    if (entity === null) continue;
    places[next[entity] ?? 0] = place;
    next[entity] = (next[entity] ?? 0) + 1;
  }
  return (entity, predicates) => {
    const found: Fact[] = [];
    for (let at = begins[entity] ?? 0; at < (begins[entity + 1] ?? 0); at += 1) {
      const fact = facts[places[at] ?? 0];
      if (fact !== undefined && (predicates === undefined || predicates.includes(fact.predicate))) found.push(fact);
    }
    return found;
  };
}

/** By halving: a map of a million claims would weigh more than the claims. */
function find(inOrder: readonly Fact[], id: ClaimId): Fact | undefined {
  let [low, high] = [0, inOrder.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const fact = inOrder[middle];
    if (fact === undefined || fact.id === id) return fact;
    if (fact.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
