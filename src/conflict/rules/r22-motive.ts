import type { ClaimId, EntityId } from '../../lore/ids.ts';
import { type Fact, qualifier } from '../fact.ts';
import { containment, succession } from '../lattice.ts';
import { pairBreaches } from '../pairwise.ts';
import type { Source } from '../source.ts';
import type { Link, World } from '../world.ts';
import { byPredicate, keyOf, type SubjectRule } from './rule.ts';

export const CAUSES: readonly string[] = ['motive', 'caused_by'];

/**
 * Causes that name each side as the aggressor: one the subject or those who made it, the other somebody else.
 * Several causes as such contradict nobody; opposed aggressors do, softly.
 */
export function r22Motive(source: Source): SubjectRule {
  return {
    id: 'R22',
    class: 'conflict',
    find: (world, { subject, facts }) => {
      const blaming = facts.filter((fact) => CAUSES.includes(fact.predicate) && aggressorOf(fact) !== null);
      if (blaming.length < 2) return [];
      const parties = partiesOf(source, subject);
      return [...byPredicate(blaming)].flatMap(([id, told]) =>
        [...Map.groupBy(told, (fact) => keyOf(world, fact, ['event']))].flatMap(([key, alike]) =>
          pairBreaches(world, alike, {
            rule: 'R22',
            subject,
            predicate: id,
            key,
            severity: 2,
            value: (fact) => world.being(aggressorOf(fact) ?? subject)?.slug ?? '',
            clash: (a, b) => (opposition(world, subject, parties, a, b) === null ? null : {}),
            because: (a, b) => opposition(world, subject, parties, a, b) ?? [],
          }),
        ),
      );
    },
  };
}

/** Who stands on the side of the subject: those who founded it, and what it was formed from. */
function partiesOf(source: Source, subject: EntityId): readonly Link[] {
  return source
    .bySubject(subject, ['founded_by', 'formed_from'])
    .flatMap((fact) => (fact.object === null ? [] : [{ to: fact.object, claim: fact.id }]));
}

function aggressorOf(fact: Fact): EntityId | null {
  return qualifier(fact, 'aggressor')?.entity ?? null;
}

/** The claims by which the two aggressors stand on opposite sides; null where they do not. */
function opposition(
  world: World,
  subject: EntityId,
  parties: readonly Link[],
  a: Fact,
  b: Fact,
): readonly ClaimId[] | null {
  const [first, second] = [aggressorOf(a), aggressorOf(b)];
  if (first === null || second === null || kinship(world, first, second) !== null) return null;
  const ours = (id: EntityId): readonly ClaimId[] | null => {
    const own = kinship(world, id, subject);
    if (own !== null) return own;
    for (const party of parties) {
      const link = kinship(world, id, party.to);
      if (link !== null) return [party.claim, ...link];
    }
    return null;
  };
  const [isFirstOurs, isSecondOurs] = [ours(first), ours(second)];
  if ((isFirstOurs === null) !== (isSecondOurs === null)) return isFirstOurs ?? isSecondOurs;
  const struckBySecond = qualifier(a, 'victim')?.entity ?? null;
  const struckByFirst = qualifier(b, 'victim')?.entity ?? null;
  return (
    (struckByFirst === null ? null : kinship(world, first, struckByFirst)) ??
    (struckBySecond === null ? null : kinship(world, second, struckBySecond))
  );
}

function kinship(world: World, a: EntityId, b: EntityId): readonly ClaimId[] | null {
  return containment(world, a, b) ?? succession(world, a, b);
}
