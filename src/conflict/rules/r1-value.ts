import { type Fact, isDated } from '../fact.ts';
import { isOtherEvent } from '../gate.ts';
import { succession } from '../lattice.ts';
import { pairBreaches } from '../pairwise.ts';
import { excludeEachOther, valueText } from '../values.ts';
import { keyOf, type SubjectRule } from './rule.ts';

/** One value ever, and two that differ with neither containing the other. */
export const r1Value: SubjectRule = {
  id: 'R1',
  class: 'conflict',
  find: (world, { subject, predicates }) =>
    [...predicates].flatMap(([id, group]) => {
      const predicate = world.predicates.get(id);
      if (predicate?.cardinality !== '1' || predicate.valueKind === 'date' || id === 'existed') return [];
      if (predicate.valueKind === 'quantity') return [];
      const told = group.filter((fact) => fact.kind === 'entity' || fact.kind === 'text' || fact.kind === 'yesno');
      return [...Map.groupBy(told, (fact) => keyOf(world, fact, predicate.key))].flatMap(([key, alike]) =>
        pairBreaches(world, alike, {
          rule: isFiling(world.being(subject)?.kind, alike, world) ? 'R14' : 'R1',
          subject,
          predicate: predicate.id,
          key,
          severity: 3,
          value: (fact) => valueText(world, fact),
          clash: (a, b) => (excludeEachOther(world, a, b) && !isToldTogether(a, b) ? {} : null),
          agrees: (own, inherited) => own.kind === inherited.kind && !excludeEachOther(world, own, inherited),
        }),
      );
    }),
};

/** Which timeline a work belongs to is a matter of filing, not of fact (R14). */
function isFiling(
  kind: string | undefined,
  facts: readonly Fact[],
  world: Parameters<SubjectRule['find']>[0],
): boolean {
  const first = facts.find((fact) => fact.object !== null)?.object ?? null;
  return kind === 'work' && first !== null && world.being(first)?.kind === 'continuity';
}

/** Two outcomes that one account tells in words are two parts of what it says. */
function isToldTogether(a: Fact, b: Fact): boolean {
  return a.kind === 'text' && b.kind === 'text' && a.account === b.account;
}

/**
 * One happening of which two tellings name, as its object, a state and the state that took that one's place: the two
 * were never there at once. It may be loose naming of one thing over time, so the flag is soft.
 */
export const r1Naming: SubjectRule = {
  id: 'R1n',
  class: 'conflict',
  find: (world, { subject, predicates }) =>
    [...predicates].flatMap(([id, group]) => {
      const predicate = world.predicates.get(id);
      if (predicate?.temporal !== 'repeatable' && predicate?.temporal !== 'point') return [];
      const told = group.filter((fact) => fact.kind === 'entity' && eventText(fact) !== '');
      if (told.length < 2 || new Set(told.map((fact) => fact.object)).size < 2) return [];
      return pairBreaches(world, told, {
        rule: 'R1n',
        subject,
        predicate: predicate.id,
        key: '',
        severity: 2,
        value: (fact) => valueText(world, fact),
        signature: (fact) => `${valueText(world, fact)}|${eventText(fact)}|${isDated(fact)}`,
        clash: (a, b) => {
          if (a.object === null || b.object === null || a.object === b.object) return null;
          if (!isSameHappening(a, b) || isOtherEvent(world, a, b)) return null;
          return succession(world, a.object, b.object) === null ? null : {};
        },
        because: (a, b) =>
          a.object === null || b.object === null ? [] : (succession(world, a.object, b.object) ?? []),
      });
    }),
};

function eventText(fact: Fact): string {
  return String(fact.qualifiers.find((each) => each.name === 'event')?.entity ?? '');
}

function isSameHappening(a: Fact, b: Fact): boolean {
  return eventText(a) !== '' && eventText(a) === eventText(b);
}
