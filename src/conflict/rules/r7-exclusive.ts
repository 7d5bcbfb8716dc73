import type { ClaimId, EntityId } from '../../lore/ids.ts';
import { windowsDisjoint } from '../../lore/time/bounds.ts';
import type { Breach } from '../breach.ts';
import { type Fact, isDated, statedWindow } from '../fact.ts';
import { containment } from '../lattice.ts';
import { pairBreaches } from '../pairwise.ts';
import { valueText } from '../values.ts';
import type { World } from '../world.ts';
import type { SubjectRule } from './rule.ts';

/**
 * Predicates declared to shut each other out, of one subject and of objects of which one contains the other, at
 * overlapping times. What is undated is taken for the same time only of acts, and only between accounts: relations
 * come and go, and an account that tells both tells of two times.
 */
export const r7Exclusive: SubjectRule = {
  id: 'R7',
  class: 'conflict',
  find: (world, { subject, facts }) => {
    const told = facts.filter((fact) => fact.kind === 'entity' && fact.object !== null);
    const isOneWay = (fact: Fact) => world.predicates.get(fact.predicate)?.isSymmetric !== true;
    return exclusiveBreaches(world, told.filter(isOneWay), subject);
  },
};

/** The same between two that stand in relations which hold both ways. */
export function mutualBreaches(world: World, facts: readonly Fact[], subject: EntityId): readonly Breach[] {
  return exclusiveBreaches(world, facts, subject);
}

function exclusiveBreaches(world: World, facts: readonly Fact[], subject: EntityId): readonly Breach[] {
  const pairs = Map.groupBy(facts, (fact) => fact.predicate);
  const breaches: Breach[] = [];
  for (const id of [...pairs.keys()].sort()) {
    for (const other of [...pairs.keys()].sort()) {
      if (id >= other || !isExclusive(world, id, other)) continue;
      const both = [...(pairs.get(id) ?? []), ...(pairs.get(other) ?? [])];
      const first = both[0];
      if (first === undefined) continue;
      breaches.push(
        ...pairBreaches(world, both, {
          rule: 'R7',
          subject,
          predicate: first.predicate,
          key: other,
          severity: 3,
          value: (fact) => `${fact.predicate}${valueText(world, fact)}`,
          signature: (fact) => {
            const { min, max } = statedWindow(fact);
            return `${fact.predicate}${valueText(world, fact)}|${min}:${max}|${fact.account}`;
          },
          clash: (a, b) =>
            a.predicate !== b.predicate && groupLink(world, a, b) !== null && isSameTime(world, a, b) ? {} : null,
          because: (a, b) => groupLink(world, a, b) ?? [],
        }),
      );
    }
  }
  return breaches;
}

function isExclusive(world: World, a: string, b: string): boolean {
  return (
    (world.predicates.get(a)?.excludes.includes(b) ?? false) || (world.predicates.get(b)?.excludes.includes(a) ?? false)
  );
}

/** The claims by which one object lies within the other; null where neither does. */
function groupLink(world: World, a: Fact, b: Fact): readonly ClaimId[] | null {
  if (a.object === null || b.object === null) return null;
  if (a.subject === b.object && b.subject === a.object) return [];
  return containment(world, a.object, b.object);
}

function isSameTime(world: World, a: Fact, b: Fact): boolean {
  if (isDated(a) && isDated(b)) return !windowsDisjoint(statedWindow(a), statedWindow(b));
  const comesAndGoes = [a, b].some((fact) => world.predicates.get(fact.predicate)?.temporal === 'state');
  return !comesAndGoes && (a.account !== b.account || a.continuity !== b.continuity);
}
