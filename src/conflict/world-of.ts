import type { Citation } from '../lore/claim.ts';
import type { ContinuityTree } from '../lore/continuity.ts';
import type { AccountId, ClaimId, EntityId } from '../lore/ids.ts';
import type { PredicateCatalogue } from '../lore/predicate.ts';
import { type Fact, isCompared, qualifier } from './fact.ts';
import type { Source } from './source.ts';
import { type Being, CONTAINMENT, type Link, SUCCESSION_OF_STATES, type Teller, UNION, type World } from './world.ts';

/** What a world is made of beside its claims. */
export interface Frame {
  readonly continuities: ContinuityTree;
  readonly predicates: PredicateCatalogue;
  being(id: EntityId): Being | undefined;
  teller(id: AccountId): Teller | undefined;
  citations(claim: ClaimId): readonly Citation[];
}

/** The world the rules see: what contains what, and what came before what, is read from the claims. */
export function worldOf(frame: Frame, source: Source): World {
  const wholes = remembered((id: EntityId): readonly Link[] => [
    ...linksTo(source.bySubject(id, CONTAINMENT)),
    ...source
      .byObject(id, [UNION])
      .filter(isCompared)
      .map((fact) => ({ to: fact.subject, claim: fact.id })),
  ]);
  const forerunners = remembered((id: EntityId): readonly Link[] =>
    linksTo(source.bySubject(id, [SUCCESSION_OF_STATES])),
  );
  const isExempt = remembered((id: EntityId): boolean =>
    source.bySubject(id).some((fact) => qualifier(fact, 'exempt') !== undefined),
  );
  return {
    continuities: frame.continuities,
    predicates: frame.predicates,
    being: frame.being,
    teller: frame.teller,
    citations: frame.citations,
    wholes,
    forerunners,
    isExempt,
  };
}

function linksTo(facts: readonly Fact[]): readonly Link[] {
  return facts
    .filter(isCompared)
    .flatMap((fact) => (fact.object === null ? [] : [{ to: fact.object, claim: fact.id }]));
}

function remembered<T>(look: (id: EntityId) => T): (id: EntityId) => T {
  const known = new Map<EntityId, T>();
  return (id) => {
    const cached = known.get(id);
    if (cached !== undefined) return cached;
    const fresh = look(id);
    known.set(id, fresh);
    return fresh;
  };
}
