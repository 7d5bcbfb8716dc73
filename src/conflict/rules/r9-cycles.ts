import type { ContinuityId, EntityId, PredicateId } from '../../lore/ids.ts';
import { windowsDisjoint } from '../../lore/time/bounds.ts';
import type { Breach } from '../breach.ts';
import { type Fact, isCompared, isDated, statedWindow } from '../fact.ts';
import { deeper } from '../order/search.ts';
import { lowered } from '../severity.ts';
import type { Source } from '../source.ts';
import type { World } from '../world.ts';
import { keyOf } from './rule.ts';

/** A longer ring of parents or parts is a damaged file, not a matter to read. */
const LONGEST_RING = 24;
const MOST_ENTITIES = 5_000;

/** The relation a predicate's rings are looked for in: mother and father are both parent. */
export function ringRelation(world: World, id: string): string | null {
  const predicate = world.predicates.get(id);
  if (predicate?.isAcyclic !== true) return null;
  return predicate.implies.find((implied) => world.predicates.get(implied)?.isAcyclic === true) ?? id;
}

/** The predicates that say this relation, either way round. */
export function ringPredicates(world: World, relation: string): readonly string[] {
  return world.predicates.all.filter(({ id }) => ringRelation(world, id) === relation).map(({ id }) => id);
}

interface Step {
  readonly entity: EntityId;
  readonly continuity: ContinuityId;
  readonly isMixed: boolean;
  readonly key: string;
  readonly path: readonly Fact[];
}

/** The shortest rings that lead from an entity back to itself: nobody is their own ancestor, nothing a part of itself. */
export function ringBreaches(world: World, source: Source, relation: string, entity: EntityId): readonly Breach[] {
  const predicates = ringPredicates(world, relation);
  const rings = new Map<ContinuityId, Step>();
  const seen = new Set<string>();
  let ring: Step[] = firstSteps(world, source, predicates, entity);
  for (let length = 0; length < LONGEST_RING && ring.length > 0 && seen.size < MOST_ENTITIES; length += 1) {
    const next: Step[] = [];
    for (const step of ring) {
      if (step.entity === entity) {
        if (!rings.has(step.continuity) && isAtOneTime(step.path)) rings.set(step.continuity, step);
        continue;
      }
      for (const fact of relationsOf(source, predicates, step.entity)) {
        const after = onwards(world, step, fact);
        if (after === null) continue;
        const mark = `${after.entity}|${after.continuity}|${after.isMixed}|${after.key}`;
        if (seen.has(mark)) continue;
        seen.add(mark);
        next.push(after);
      }
    }
    ring = next;
  }
  return [...rings.values()].flatMap((found) => breachOf(world, relation, found));
}

function firstSteps(world: World, source: Source, predicates: readonly string[], entity: EntityId): Step[] {
  return relationsOf(source, predicates, entity).flatMap((fact) => {
    if (fact.object === null) return [];
    const key = officeOf(world, fact);
    return [{ entity: fact.object, continuity: fact.continuity, isMixed: false, key, path: [fact] }];
  });
}

function relationsOf(source: Source, predicates: readonly string[], entity: EntityId): readonly Fact[] {
  return source.bySubject(entity, predicates).filter((fact) => isCompared(fact) && fact.object !== null);
}

function officeOf(world: World, fact: Fact): string {
  const names = world.predicates.get(fact.predicate)?.key ?? [];
  return keyOf(
    world,
    fact,
    names.filter((name) => name !== 'object'),
  );
}

function onwards(world: World, step: Step, fact: Fact): Step | null {
  if (fact.object === null || officeOf(world, fact) !== step.key) return null;
  const continuity = deeper(world, step.continuity, fact.continuity);
  if (continuity === null) return null;
  const isMixed = step.isMixed || fact.continuity !== step.continuity;
  return { entity: fact.object, continuity, isMixed, key: step.key, path: [...step.path, fact] };
}

/** Relations that hold at times that do not meet make no ring: a province may pass from one realm to another and back. */
function isAtOneTime(path: readonly Fact[]): boolean {
  const dated = path.filter(isDated);
  return dated.every((one) => dated.every((other) => !windowsDisjoint(statedWindow(one), statedWindow(other))));
}

function breachOf(world: World, relation: string, { path, continuity, isMixed }: Step): readonly Breach[] {
  const members = [...path].sort((a, b) => slug(world, a.subject).localeCompare(slug(world, b.subject), 'en'));
  const first = members[0];
  if (first === undefined) return [];
  return [
    {
      rule: 'R9',
      class: isMixed ? 'divergence' : 'conflict',
      severity: lowered(3, path),
      continuity,
      subject: first.subject,
      predicate: relation as PredicateId,
      key: members.map((fact) => slug(world, fact.subject)).join('+'),
      sides: path.map((fact) => ({ value: slug(world, fact.subject), claims: [fact.id] })),
      explanation: path.map((fact) => fact.id).sort((a, b) => a - b),
      slots: [],
      detail: { ring: path.map((fact) => fact.subject) },
    },
  ];
}

function slug(world: World, id: EntityId): string {
  return world.being(id)?.slug ?? String(id);
}
