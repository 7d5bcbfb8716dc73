import type { ClaimId, EntityId } from '../../lore/ids.ts';
import { type Breach, LONGEST_SIDE, type Side } from '../breach.ts';
import { type Fact, isHedged } from '../fact.ts';
import { stages } from '../gate.ts';
import { generalises, isOtherLevel } from '../lattice.ts';
import { lowered } from '../severity.ts';
import type { World } from '../world.ts';
import type { SubjectRule } from './rule.ts';

/** What one account takes from one set of works: meant as the whole list. */
interface Told {
  readonly members: ReadonlySet<EntityId>;
  readonly facts: readonly Fact[];
  /** The account says that there was nobody else. */
  readonly isAlone: boolean;
}

/** Two lists that are meant to be whole and share nobody, or one that says "nobody else" beside a longer one. */
export const r8Sets: SubjectRule = {
  id: 'R8',
  class: 'conflict',
  find: (world, { subject, predicates }) =>
    [...predicates].flatMap(([id, all]) => {
      const predicate = world.predicates.get(id);
      if (predicate?.cardinality !== 'set') return [];
      const told = all.filter((fact) => fact.kind === 'entity' && fact.object !== null);
      if (new Set(told.map((fact) => fact.object)).size < 2) return [];
      return stages(world, told).flatMap(({ continuity, own, inherited }) => {
        const breaches: Breach[] = [];
        const matter = { subject, predicate: predicate.id, continuity: continuity.id };
        const ours = listsOf(world, own);
        const within = clashing(world, ours, ours);
        if (within !== null) breaches.push(breachOf(world, matter, 'conflict', within));
        const theirs = listsOf(world, inherited);
        const across = ours.some((list) => theirs.some((other) => isCompatible(world, list, other)))
          ? null
          : clashing(world, ours, theirs);
        if (across !== null) breaches.push(breachOf(world, matter, 'divergence', across));
        return breaches;
      });
    }),
};

function listsOf(world: World, facts: readonly Fact[]): readonly Told[] {
  const lists = Map.groupBy(facts, (fact) => `${fact.account}|${worksOf(world, fact)}`);
  return [...lists].map(([, group]) => ({
    members: new Set(group.flatMap((fact) => (fact.object === null ? [] : [fact.object]))),
    facts: group,
    isAlone: group.some((fact) => fact.qualifiers.some(({ name, text }) => name === 'scope' && text === 'only')),
  }));
}

function worksOf(world: World, fact: Fact): string {
  return world
    .citations(fact.id)
    .map(({ work }) => work)
    .sort((a, b) => a - b)
    .join(',');
}

interface Clashing {
  readonly lists: readonly Told[];
  readonly best: readonly [Told, Told];
}

function clashing(world: World, ours: readonly Told[], theirs: readonly Told[]): Clashing | null {
  const pairs: [Told, Told][] = [];
  for (const [at, list] of ours.entries()) {
    const others = ours === theirs ? theirs.slice(at + 1) : theirs;
    for (const other of others) if (!isCompatible(world, list, other)) pairs.push([list, other]);
  }
  const best = pairs.sort(
    (a, b) => hedgesOf(a) - hedgesOf(b) || firstId(a[0]) - firstId(b[0]) || firstId(a[1]) - firstId(b[1]),
  )[0];
  return best === undefined ? null : { lists: [...new Set(pairs.flat())], best };
}

function isCompatible(world: World, a: Told, b: Told): boolean {
  const isFiner = [...a.members].some((one) => [...b.members].some((other) => isOtherLevel(world, one, other)));
  if (isFiner) return true;
  const shared = (one: EntityId, others: Told): boolean =>
    [...others.members].some((other) => generalises(world, one, other));
  if (a.isAlone && [...b.members].some((one) => !shared(one, a))) return false;
  if (b.isAlone && [...a.members].some((one) => !shared(one, b))) return false;
  return [...a.members].some((one) => shared(one, b));
}

function hedgesOf(pair: readonly Told[]): number {
  return pair.filter((list) => list.facts.every(isHedged)).length;
}

function firstId(list: Told): ClaimId {
  return Math.min(...list.facts.map((fact) => fact.id)) as ClaimId;
}

function breachOf(
  world: World,
  matter: Pick<Breach, 'subject' | 'predicate' | 'continuity'>,
  kind: Breach['class'],
  { lists, best }: Clashing,
): Breach {
  const byMembers = Map.groupBy(lists, (list) => membersText(world, list));
  const sides: Side[] = [...byMembers].map(([value, group]) => ({
    value,
    claims: group
      .flatMap((list) => list.facts.map((fact) => fact.id))
      .sort((a, b) => a - b)
      .slice(0, LONGEST_SIDE),
  }));
  // One member of each list is enough to show that the lists differ, unless "nobody else" is what they differ about.
  const explanation = best.map((list) => firstId(list)).sort((a, b) => a - b);
  return {
    ...matter,
    rule: 'R8',
    class: kind,
    severity: lowered(
      3,
      best.flatMap((list) => list.facts.filter((fact) => fact.id === firstId(list))),
    ),
    key: '',
    sides: sides.sort((a, b) => (a.claims[0] ?? 0) - (b.claims[0] ?? 0)),
    explanation,
    slots: [],
    detail: { pair: explanation },
  };
}

function membersText(world: World, list: Told): string {
  return [...list.members]
    .map((id) => world.being(id)?.slug ?? String(id))
    .sort()
    .join('+');
}
