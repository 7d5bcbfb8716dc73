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

/** A source over claims in memory. */
export function sourceOf(facts: readonly Fact[]): Source {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const bySubject = new Map<EntityId, Fact[]>();
  const byObject = new Map<EntityId, Fact[]>();
  const byNamed = new Map<EntityId, Fact[]>();
  const add = (index: Map<EntityId, Fact[]>, id: EntityId, fact: Fact): void => {
    const known = index.get(id);
    if (known === undefined) index.set(id, [fact]);
    else if (known.at(-1) !== fact) known.push(fact);
  };
  for (const fact of [...facts].sort((a, b) => a.id - b.id)) {
    add(bySubject, fact.subject, fact);
    if (fact.object !== null) add(byObject, fact.object, fact);
    for (const { entity } of fact.qualifiers) if (entity !== null) add(byNamed, entity, fact);
  }
  const of = (facts: readonly Fact[], predicates?: readonly string[]): readonly Fact[] =>
    predicates === undefined ? facts : facts.filter((fact) => predicates.includes(fact.predicate));
  const isOrdered = facts.some((fact) => fact.qualifiers.some(({ name }) => name === 'after' || name === 'before'));
  return {
    hasBeforeOrAfter: () => isOrdered,
    fact: (id) => byId.get(id),
    bySubject: (subject, predicates) => of(bySubject.get(subject) ?? [], predicates),
    byObject: (object, predicates) => of(byObject.get(object) ?? [], predicates),
    byQualifier: (entity, names) =>
      (byNamed.get(entity) ?? []).filter((fact) =>
        fact.qualifiers.some((each) => each.entity === entity && names.includes(each.name)),
      ),
  };
}
