import type { EntityId } from '../lore/ids.ts';
import type { World } from './world.ts';

/** Far enough for place in region in quadrant in galaxy; a tampered cycle ends here too. */
const DEEPEST = 8;
const WIDEST = 200;

/** Everything that contains `id`, itself left out, nearest first. */
export function containersOf(world: World, id: EntityId): ReadonlySet<EntityId> {
  const found = new Set<EntityId>();
  let ring: readonly EntityId[] = [id];
  for (let depth = 0; depth < DEEPEST && ring.length > 0 && found.size < WIDEST; depth += 1) {
    const next: EntityId[] = [];
    for (const part of ring) {
      for (const whole of world.wholes(part)) {
        if (whole === id || found.has(whole)) continue;
        found.add(whole);
        next.push(whole);
      }
    }
    ring = next;
  }
  return found;
}

/** Whether one is said to contain the other, or they are the same. */
export function generalises(world: World, a: EntityId, b: EntityId): boolean {
  return a === b || containersOf(world, a).has(b) || containersOf(world, b).has(a);
}

/** Whether one state took the place of the other, directly or by way of others. */
export function isSuccession(world: World, a: EntityId, b: EntityId): boolean {
  return reaches(world, a, b) || reaches(world, b, a);
}

function reaches(world: World, from: EntityId, to: EntityId): boolean {
  const seen = new Set<EntityId>([from]);
  let ring: readonly EntityId[] = [from];
  for (let depth = 0; depth < DEEPEST && ring.length > 0 && seen.size < WIDEST; depth += 1) {
    const next: EntityId[] = [];
    for (const at of ring) {
      for (const earlier of world.forerunners(at)) {
        if (earlier === to) return true;
        if (!seen.has(earlier)) {
          seen.add(earlier);
          next.push(earlier);
        }
      }
    }
    ring = next;
  }
  return false;
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
 * Klingons, the Klingon Empire and its chancellor may all name the same doer. Values on different levels of naming
 * are taken for one thing told more or less exactly, never for a contradiction.
 */
export function isOtherLevel(world: World, a: EntityId, b: EntityId): boolean {
  const first = LEVELS[world.being(a)?.kind ?? ''];
  const second = LEVELS[world.being(b)?.kind ?? ''];
  return first !== undefined && second !== undefined && first !== second;
}
