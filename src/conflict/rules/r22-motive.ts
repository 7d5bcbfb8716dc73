import type { EntityId } from '../../lore/ids.ts';
import { type Fact, qualifier } from '../fact.ts';
import { generalises, isSuccession } from '../lattice.ts';
import { pairBreaches } from '../pairwise.ts';
import type { World } from '../world.ts';
import { byPredicate, groupBy, keyOf, type SubjectRule } from './rule.ts';

/** Who stands on the side of each subject: read by the caller from who founded it and from what. */
export interface Sides {
  partiesOf(subject: EntityId): readonly EntityId[];
}

/**
 * Causes that name each side as the aggressor: one the subject or those who made it, the other somebody else.
 * Several causes as such contradict nobody; opposed aggressors do, softly.
 */
export function r22Motive({ partiesOf }: Sides): SubjectRule {
  return {
    id: 'R22',
    class: 'conflict',
    find: (world, { subject, facts }) =>
      [...byPredicate(facts)].flatMap(([id, all]) => {
        const predicate = world.predicates.get(id);
        const told = all.filter((fact) => aggressorOf(fact) !== null);
        if (predicate === undefined || told.length < 2) return [];
        const ours = [subject, ...partiesOf(subject)];
        return [...groupBy(told, (fact) => keyOf(world, fact, ['event']))].flatMap(([key, alike]) =>
          pairBreaches(world, alike, {
            rule: 'R22',
            subject,
            predicate: predicate.id,
            key,
            severity: 2,
            value: (fact) => world.being(aggressorOf(fact) ?? subject)?.slug ?? '',
            clash: (a, b) => (areOpposed(world, ours, a, b) ? {} : null),
          }),
        );
      }),
  };
}

function aggressorOf(fact: Fact): EntityId | null {
  return qualifier(fact, 'aggressor')?.entity ?? null;
}

function areOpposed(world: World, ours: readonly EntityId[], a: Fact, b: Fact): boolean {
  const [first, second] = [aggressorOf(a), aggressorOf(b)];
  if (first === null || second === null || isOneSide(world, first, second)) return false;
  const isOurs = (id: EntityId) => ours.some((party) => isOneSide(world, id, party));
  if (isOurs(first) !== isOurs(second)) return true;
  const victims = [qualifier(a, 'victim')?.entity ?? null, qualifier(b, 'victim')?.entity ?? null];
  return (
    (victims[1] !== null && victims[1] !== undefined && isOneSide(world, first, victims[1])) ||
    (victims[0] !== null && victims[0] !== undefined && isOneSide(world, second, victims[0]))
  );
}

function isOneSide(world: World, a: EntityId, b: EntityId): boolean {
  return generalises(world, a, b) || isSuccession(world, a, b);
}
