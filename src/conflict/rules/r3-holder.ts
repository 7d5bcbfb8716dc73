import type { ClaimId, EntityId } from '../../lore/ids.ts';
import { type Bounds, mustOverlap, tightened } from '../../lore/time/bounds.ts';
import type { Breach } from '../breach.ts';
import { type Fact, isCompared, isDated, qualifier } from '../fact.ts';
import { type PairRule, pairBreaches } from '../pairwise.ts';
import { dateText, excludeEachOther, valueText } from '../values.ts';
import type { World } from '../world.ts';
import { type HolderGroup, type HolderRule, keyOf, type SubjectRule } from './rule.ts';

/** One holder of a thing at a time: two whose times must overlap however their open ends are filled in. */
export const r3Holder: HolderRule = {
  id: 'R3',
  class: 'conflict',
  find: (world, group) => {
    const first = group.facts[0];
    if (first === undefined || world.being(group.held)?.isShared === true) return [];
    const holders = group.facts.filter((fact) => isDated(fact) && fact.kind === 'entity');
    const terms = withEndings(holders, group.successions);
    return pairBreaches(world, holders, {
      ...oneAtATime(world, terms, (fact) => fact.subject),
      subject: group.held,
      predicate: first.predicate,
      key: '',
    });
  },
};

/** One value of a subject at a time. */
export const r3Value: SubjectRule = {
  id: 'R3',
  class: 'conflict',
  find: (world, { subject, predicates }) =>
    [...predicates].flatMap(([id, all]) => {
      const predicate = world.predicates.get(id);
      if (predicate?.cardinality !== '1@t' || predicate.valueKind === 'quantity') return [];
      const dated = all.filter((fact) => isDated(fact) && (fact.kind === 'entity' || fact.kind === 'text'));
      return [...Map.groupBy(dated, (fact) => keyOf(world, fact, predicate.key))].flatMap(([key, group]) =>
        pairBreaches(world, group, {
          ...oneAtATime(world, new Map(), (fact) => fact.object),
          subject,
          predicate: predicate.id,
          key,
          clash: (a, b) => (mustOverlap(a.bounds, b.bounds) && excludeEachOther(world, a, b) ? {} : null),
        }),
      );
    }),
};

/** A holder's time as the claim tells it, narrowed by a succession that ended it. */
interface Term {
  readonly bounds: Bounds;
  readonly because: readonly Fact[];
}

function oneAtATime(
  world: World,
  terms: ReadonlyMap<Fact, Term>,
  who: (fact: Fact) => EntityId | null,
): Omit<PairRule, 'subject' | 'predicate' | 'key'> {
  const tight = new Map<Fact, Bounds>();
  const boundsOf = (fact: Fact): Bounds => {
    const known = tight.get(fact);
    if (known !== undefined) return known;
    const fresh = tightened(terms.get(fact)?.bounds ?? fact.bounds);
    tight.set(fact, fresh);
    return fresh;
  };
  const name = (fact: Fact): string => {
    const id = who(fact);
    return id === null ? valueText(world, fact) : `=${world.being(id)?.slug ?? id}`;
  };
  return {
    rule: 'R3',
    severity: 3,
    value: name,
    signature: (fact) => `${name(fact)}|${dateText({ ...fact, bounds: boundsOf(fact) })}`,
    clash: (a, b) => {
      const [first, second] = [who(a), who(b)];
      if (first === null || second === null || first === second) return null;
      if (!isShared(boundsOf(a), boundsOf(b))) return null;
      const held = (fact: Fact, object: EntityId): Fact => ({ ...fact, kind: 'entity', object });
      return excludeEachOther(world, held(a, first), held(b, second)) ? {} : null;
    },
    beside: (fact) => idsOf(terms.get(fact)),
    because: (a, b) => [
      ...(mustOverlap(a.bounds, boundsOf(b)) ? [] : idsOf(terms.get(a))),
      ...(mustOverlap(boundsOf(a), b.bounds) ? [] : idsOf(terms.get(b))),
    ],
  };
}

/** As `mustOverlap`, of bounds that already hold what "it starts before it ends" adds: judged once for every pair. */
function isShared(a: Bounds, b: Bounds): boolean {
  return a.sHi !== null && b.eLo !== null && a.sHi < b.eLo && b.sHi !== null && a.eLo !== null && b.sHi < a.eLo;
}

function idsOf(term: Term | undefined): readonly ClaimId[] {
  return (term?.because ?? []).map((fact) => fact.id);
}

/**
 * "As of 2372" and "succeeded in 2375", or "until 2375" with no beginning told, together say: from 2372 at the latest
 * until 2375.
 */
function withEndings(holders: readonly Fact[], successions: readonly Fact[]): ReadonlyMap<Fact, Term> {
  const terms = new Map<Fact, Term>();
  const ends = holders.filter(({ bounds }) => bounds.sLo === null && bounds.eHi !== null);
  const endings = [...successions.filter((fact) => isDated(fact) && isCompared(fact)), ...ends];
  for (const fact of holders) {
    const ending = endings.find(
      (other) =>
        other.subject === fact.subject &&
        other.continuity === fact.continuity &&
        fact.bounds.eHi === null &&
        isAfter(other, fact),
    );
    if (ending === undefined) continue;
    const eLo = ending.bounds.eLo ?? fact.bounds.eLo;
    terms.set(fact, { bounds: tightened({ ...fact.bounds, eLo, eHi: ending.bounds.eHi }), because: [ending] });
  }
  return terms;
}

function isAfter(ending: Fact, term: Fact): boolean {
  const started = tightened(term.bounds).sHi;
  return started !== null && ending.bounds.eLo !== null && ending.bounds.eLo > started;
}

/**
 * "As of D" beside a claim by which the same state begins after D or ends before it (R4). An account that tells both
 * tells of two terms.
 */
function asOfBreaches(
  world: World,
  facts: readonly Fact[],
  matter: Pick<PairRule, 'subject' | 'predicate' | 'key'>,
): readonly Breach[] {
  return pairBreaches(world, facts.filter(isDated), {
    ...matter,
    rule: 'R4',
    severity: 3,
    value: dateText,
    signature: (fact) => `${dateText(fact)}|${fact.account}`,
    clash: (a, b) => {
      if (a.account === b.account && a.continuity === b.continuity) return null;
      return isBeforeOrAfter(a.bounds, b.bounds) || isBeforeOrAfter(b.bounds, a.bounds) ? {} : null;
    },
    agrees: (own, inherited) =>
      !isBeforeOrAfter(own.bounds, inherited.bounds) && !isBeforeOrAfter(inherited.bounds, own.bounds),
  });
}

/** `point` says "then" and no more; `term` says when it began or ended. */
function isBeforeOrAfter(point: Bounds, term: Bounds): boolean {
  if (point.sLo !== null || point.eHi !== null || point.eLo === null || point.sHi === null) return false;
  const begunAfter = term.sLo !== null && term.sLo > point.sHi;
  const endedBefore = term.eHi !== null && term.eHi < point.eLo;
  return begunAfter || endedBefore;
}

export const r4Holder: HolderRule = {
  id: 'R4',
  class: 'conflict',
  find: (world, group: HolderGroup) =>
    [...Map.groupBy(group.facts, (fact) => String(fact.subject))].flatMap(([, alike]) => {
      const first = alike[0];
      if (first === undefined) return [];
      const key = world.being(first.subject)?.slug ?? '';
      return asOfBreaches(world, alike, { subject: group.held, predicate: first.predicate, key });
    }),
};

export const r4Value: SubjectRule = {
  id: 'R4',
  class: 'conflict',
  find: (world, { subject, predicates }) =>
    [...predicates].flatMap(([id, all]) => {
      const predicate = world.predicates.get(id);
      if (predicate?.temporal !== 'state' || predicate.cardinality === '1o@t' || id === 'existed') return [];
      if (predicate.cardinality === 'n' && predicate.valueKind !== 'entity') return [];
      const told = all.filter((fact) => isDated(fact) && (fact.kind === 'entity' || fact.kind === 'text'));
      if (told.length < 2) return [];
      return [
        ...Map.groupBy(told, (fact) => `${valueText(world, fact)}|${qualifier(fact, 'role')?.text ?? ''}`),
      ].flatMap(([key, alike]) => asOfBreaches(world, alike, { subject, predicate: predicate.id, key }));
    }),
};
