import type { Continuity } from '../lore/continuity.ts';
import type { ContinuityId } from '../lore/ids.ts';
import { type Fact, isCompared } from './fact.ts';
import { isHappening, type World } from './world.ts';

/** The claims of one timeline, and those of the timelines it grows out of. */
export interface Stage {
  readonly continuity: Continuity;
  readonly own: readonly Fact[];
  readonly inherited: readonly Fact[];
}

/**
 * The comparability gate: claims of one timeline are compared with each other, and with those of its ancestors;
 * timelines that merely share an ancestor are not compared at all. What is said of works in the reader's own world
 * lies outside every timeline and is compared as if told in the home timeline.
 */
export function stages(world: World, facts: readonly Fact[]): readonly Stage[] {
  const compared = facts.filter(isCompared);
  const first = compared[0];
  if (first === undefined || compared.length < 2) return [];
  if (world.being(first.subject)?.kind === 'work') {
    return [{ continuity: world.continuities.home, own: compared, inherited: [] }];
  }
  const byContinuity = new Map<ContinuityId, Fact[]>();
  for (const fact of compared) {
    const own = byContinuity.get(fact.continuity);
    if (own === undefined) byContinuity.set(fact.continuity, [fact]);
    else own.push(fact);
  }
  const tree = world.continuities;
  return [...byContinuity].map(([id, own]) => {
    const continuity = tree.get(id);
    if (byContinuity.size === 1) return { continuity, own, inherited: [] };
    const inherited = tree.lineage(id).flatMap((node) => (node.id === id ? [] : (byContinuity.get(node.id) ?? [])));
    return { continuity, own, inherited };
  });
}

/** A date of a happening may be told as a qualifier's event: two claims on different events are two events. */
export function isOtherEvent(world: World, a: Fact, b: Fact): boolean {
  const first = eventOf(world, a);
  const second = eventOf(world, b);
  return first !== null && second !== null && first !== second;
}

function eventOf(world: World, fact: Fact): number | null {
  const event = fact.qualifiers.find((each) => each.name === 'event')?.entity ?? null;
  return event !== null && isHappening(world.being(event)) ? event : null;
}
