import { disjoint, hullOf, windowsDisjoint } from '../../lore/time/bounds.ts';
import { type Fact, isDated, isSpan } from '../fact.ts';
import { isOtherEvent } from '../gate.ts';
import { pairBreaches } from '../pairwise.ts';
import { dateText } from '../values.ts';
import { keyOf, type SubjectRule } from './rule.ts';

/** What happens once, dated in windows that share no day (R2). */
export const r2Once: SubjectRule = {
  id: 'R2',
  class: 'conflict',
  find: (world, { subject, facts }) => {
    const dated = facts.filter((fact) => isDated(fact) && onceOf(fact.predicate, world) !== null);
    if (dated.length < 2) return [];
    return [...Map.groupBy(dated, (fact) => onceOf(fact.predicate, world) ?? '')].flatMap(([id, group]) => {
      const predicate = world.predicates.get(id);
      if (predicate === undefined) return [];
      return pairBreaches(world, group, {
        rule: 'R2',
        subject,
        predicate: predicate.id,
        key: '',
        severity: 3,
        value: dateText,
        clash: (a, b) => (isOtherTime(a, b) ? {} : null),
        agrees: (own, inherited) => !isOtherTime(own, inherited),
      });
    });
  },
};

/** The dated-once predicate a claim gives a date for: its own, or the one it implies (killed by implies died). */
export function onceOf(id: string, world: Parameters<SubjectRule['find']>[0]): string | null {
  const predicate = world.predicates.get(id);
  if (predicate === undefined) return null;
  if (predicate.cardinality === '1' && predicate.valueKind === 'date') return id;
  return predicate.implies.find((implied) => world.predicates.get(implied)?.valueKind === 'date') ?? null;
}

/** Two spans differ where their starts or their ends do; a single date differs from a span it does not touch. */
function isOtherTime(a: Fact, b: Fact): boolean {
  if (disjoint(a.bounds, b.bounds)) return true;
  if (!isSpan(a) || !isSpan(b)) return false;
  const starts = windowsDisjoint({ min: a.bounds.sLo, max: a.bounds.sHi }, { min: b.bounds.sLo, max: b.bounds.sHi });
  const ends = windowsDisjoint({ min: a.bounds.eLo, max: a.bounds.eHi }, { min: b.bounds.eLo, max: b.bounds.eHi });
  return starts || ends;
}

/**
 * What may happen again (R2b): accounts that each tell of it once, at times that share no day. Either they disagree or
 * it happened twice; an account that gives two times settles that it did.
 */
export const r2Repeatable: SubjectRule = {
  id: 'R2b',
  class: 'conflict',
  find: (world, { subject, facts }) => {
    const dated = facts.filter(
      (fact) =>
        isDated(fact) && fact.object !== null && world.predicates.get(fact.predicate)?.temporal === 'repeatable',
    );
    if (dated.length < 2) return [];
    const groups = Map.groupBy(dated, (fact) => `${fact.predicate}|${keyOf(world, fact, ['object'])}`);
    return [...groups].flatMap(([, group]) => {
      const first = group[0];
      if (first === undefined || group.length < 2 || first.object === null) return [];
      const once = group.filter((fact) => isToldOnce(fact, group));
      return pairBreaches(world, once, {
        rule: 'R2b',
        subject,
        predicate: first.predicate,
        key: keyOf(world, first, ['object']),
        severity: 3,
        value: dateText,
        signature: (fact) => `${dateText(fact)}|${fact.account}|${keyOf(world, fact, ['event'])}`,
        clash: (a, b) => {
          if (isOtherEvent(world, a, b)) return null;
          if (a.account === b.account && a.continuity === b.continuity) return null;
          return windowsDisjoint(hullOf(a.bounds), hullOf(b.bounds)) ? { repeatable: true } : null;
        },
        agrees: (own, inherited) => !windowsDisjoint(hullOf(own.bounds), hullOf(inherited.bounds)),
      });
    });
  },
};

function isToldOnce(fact: Fact, group: readonly Fact[]): boolean {
  return !group.some(
    (other) =>
      other.account === fact.account &&
      other.continuity === fact.continuity &&
      windowsDisjoint(hullOf(fact.bounds), hullOf(other.bounds)),
  );
}
