import { windowsDisjoint } from '../../lore/time/bounds.ts';
import { type Fact, isDated, statedWindow } from '../fact.ts';
import { pairBreaches } from '../pairwise.ts';
import { valueText } from '../values.ts';
import { isHappening, type World } from '../world.ts';
import { keyOf, type SubjectRule } from './rule.ts';

/** Counts of one thing whose ranges share no number, at times that are told as the same. */
export const r5Quantity: SubjectRule = {
  id: 'R5',
  class: 'conflict',
  find: (world, { subject, predicates }) =>
    [...predicates].flatMap(([id, all]) => {
      const predicate = world.predicates.get(id);
      if (predicate?.valueKind !== 'quantity' || predicate.cardinality === 'n') return [];
      const counted = all.filter((fact) => fact.kind === 'quantity');
      const isOnce = predicate.cardinality === '1' || isHappening(world.being(subject));
      return [...Map.groupBy(counted, (fact) => keyOf(world, fact, predicate.key))].flatMap(([key, alike]) =>
        pairBreaches(world, alike, {
          rule: 'R5',
          subject,
          predicate: predicate.id,
          key,
          severity: 3,
          value: (fact) => valueText(world, fact),
          signature: (fact) => {
            const { min, max } = statedWindow(fact);
            return `${valueText(world, fact)}|${min}:${max}|${isDated(fact) ? '' : fact.account}`;
          },
          clash: (a, b) => (isOtherCount(a, b) && (isOnce || isSameTime(world, a, b)) ? {} : null),
          agrees: (own, inherited) => !isOtherCount(own, inherited),
        }),
      );
    }),
};

function isOtherCount(a: Fact, b: Fact): boolean {
  return windowsDisjoint({ min: a.low, max: a.high }, { min: b.low, max: b.high });
}

/** Undated counts are of one time only where both are of the same account's present. */
function isSameTime(world: World, a: Fact, b: Fact): boolean {
  if (isDated(a) !== isDated(b)) return false;
  if (isDated(a)) return !windowsDisjoint(statedWindow(a), statedWindow(b));
  if (a.account === b.account) return true;
  const [now, then] = [world.teller(a.account)?.now ?? null, world.teller(b.account)?.now ?? null];
  return now !== null && now === then;
}
