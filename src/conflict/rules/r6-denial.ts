import { windowsDisjoint } from '../../lore/time/bounds.ts';
import { type Fact, isDated, statedWindow } from '../fact.ts';
import { pairBreaches } from '../pairwise.ts';
import { valueText } from '../values.ts';
import { keyOf, type SubjectRule } from './rule.ts';

/** "There is none" beside a value. Silence denies nothing, and an explicit "unknown" contradicts nobody. */
export const r6Denial: SubjectRule = {
  id: 'R6',
  class: 'conflict',
  find: (world, { subject, facts }) => {
    if (!facts.some((fact) => fact.kind === 'none')) return [];
    const told = facts.filter((fact) => fact.kind !== 'unknown');
    return [...Map.groupBy(told, (fact) => fact.predicate)].flatMap(([id, group]) => {
      const predicate = world.predicates.get(id);
      if (predicate === undefined || id === 'described_as') return [];
      const names = predicate.key.filter((name) => name !== 'object');
      return [...Map.groupBy(group, (fact) => keyOf(world, fact, names))].flatMap(([key, alike]) =>
        pairBreaches(world, alike, {
          rule: 'R6',
          subject,
          predicate: predicate.id,
          key,
          severity: 3,
          value: (fact) => valueText(world, fact),
          signature: (fact) => `${valueText(world, fact)}|${windowText(fact)}`,
          clash: (a, b) => ((a.kind === 'none') !== (b.kind === 'none') && isSameTime(a, b) ? { denied: true } : null),
          agrees: (own, inherited) => (own.kind === 'none') === (inherited.kind === 'none'),
        }),
      );
    });
  },
};

function windowText(fact: Fact): string {
  const { min, max } = statedWindow(fact);
  return `${min}:${max}`;
}

/** An undated denial holds always; a dated one clashes with what is told of the same time. */
function isSameTime(a: Fact, b: Fact): boolean {
  const [denial, value] = a.kind === 'none' ? [a, b] : [b, a];
  if (!isDated(denial)) return true;
  return isDated(value) && !windowsDisjoint(statedWindow(denial), statedWindow(value));
}
