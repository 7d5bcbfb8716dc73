import type { ClaimId, EntityId } from '../lore/ids.ts';
import type { Link, World } from './world.ts';

/** Far enough for place in region in quadrant in galaxy; a tampered cycle ends here too. */
const DEEPEST = 8;
const WIDEST = 200;

/** The claims by which one is said to contain the other: none where they are the same, null where neither does. */
export function containment(world: World, a: EntityId, b: EntityId): readonly ClaimId[] | null {
  return a === b ? [] : (path(world.wholes, a, b) ?? path(world.wholes, b, a));
}

/** Whether one is said to contain the other, or they are the same. */
export function generalises(world: World, a: EntityId, b: EntityId): boolean {
  return containment(world, a, b) !== null;
}

/** The claims by which one state took the place of the other, directly or by way of others. */
export function succession(world: World, a: EntityId, b: EntityId): readonly ClaimId[] | null {
  return path(world.forerunners, a, b) ?? path(world.forerunners, b, a);
}

/** The shortest way up from one to the other, as the claims it goes by. */
function path(up: (id: EntityId) => readonly Link[], from: EntityId, to: EntityId): readonly ClaimId[] | null {
  let ring: { readonly at: EntityId; readonly by: readonly ClaimId[] }[] = [{ at: from, by: [] }];
  const seen = new Set<EntityId>([from]);
  for (let depth = 0; depth < DEEPEST && ring.length > 0 && seen.size < WIDEST; depth += 1) {
    const next: typeof ring = [];
    for (const { at, by } of ring) {
      for (const link of up(at)) {
        if (link.to === to) return [...by, link.claim];
        if (seen.has(link.to)) continue;
        seen.add(link.to);
        next.push({ at: link.to, by: [...by, link.claim] });
      }
    }
    ring = next;
  }
  return null;
}

const LEVELS: Readonly<Record<string, string>> = {
  person: 'person',
  polity: 'polity',
  group: 'polity',
  species: 'people',
  office: 'office',
  place: 'place',
  vessel: 'thing',
  artefact: 'thing',
  event: 'happening',
  battle: 'happening',
};

/**
 * A people, its state and its ruler may all name the same doer. Values on different levels of naming
 * are taken for one thing told more or less exactly, never for a contradiction.
 */
export function isOtherLevel(world: World, a: EntityId, b: EntityId): boolean {
  const first = LEVELS[world.being(a)?.kind ?? ''];
  const second = LEVELS[world.being(b)?.kind ?? ''];
  return first !== undefined && second !== undefined && first !== second;
}
