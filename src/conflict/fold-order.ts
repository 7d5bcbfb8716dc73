import { type Breach, LONGEST_SIDE, MOST_SIDES, type Side, type Slot } from './breach.ts';
import { kindOf, slotName } from './naming.ts';
import type { World } from './world.ts';

/** A breach that names a matter, and what goes with it. */
export interface Head {
  breach: Breach;
  readonly folded: Breach[];
  /** Breaches that say the same over again. */
  readonly same: Breach[];
}

interface Pivot {
  readonly slot: Slot;
  readonly name: string;
  readonly breaches: Set<Breach>;
  rank: number;
}

/** Order breaches that share a slot are one matter, the most shared slot first. */
export function joinOrder(world: World, breaches: readonly Breach[]): Head[] {
  const pivots = new Map<string, Pivot>();
  for (const breach of breaches) {
    for (const [rank, slot] of slotsOf(breach).entries()) {
      const name = `${slotName(world, slot)}|${groupText(breach)}`;
      const known = pivots.get(name) ?? { slot, name, breaches: new Set<Breach>(), rank };
      known.breaches.add(breach);
      known.rank = Math.min(known.rank, rank);
      pivots.set(name, known);
    }
  }
  // By how many breaches share it; a pivot whose breaches were taken by another sinks to its new place.
  const bySize = new Map<number, Pivot[]>();
  const place = (pivot: Pivot): void => {
    const known = bySize.get(pivot.breaches.size);
    if (known === undefined) bySize.set(pivot.breaches.size, [pivot]);
    else known.push(pivot);
  };
  for (const pivot of pivots.values()) place(pivot);
  const heads: Head[] = [];
  for (let size = Math.max(0, ...bySize.keys()); size > 0; size -= 1) {
    for (const pivot of (bySize.get(size) ?? []).sort(byRank)) {
      if (pivot.breaches.size < size) {
        if (pivot.breaches.size > 0) place(pivot);
        continue;
      }
      const same = [...pivot.breaches];
      for (const breach of same) {
        for (const slot of slotsOf(breach)) {
          pivots.get(`${slotName(world, slot)}|${groupText(breach)}`)?.breaches.delete(breach);
        }
      }
      heads.push({ breach: merged(same, pivot.slot), folded: [], same });
    }
  }
  return heads;
}

function byRank(a: Pivot, b: Pivot): number {
  return a.rank - b.rank || (a.name < b.name ? -1 : 1);
}

function groupText(breach: Breach): string {
  return `${breach.rule}|${breach.class}|${breach.continuity}|${kindOf(breach)}`;
}

function slotsOf(breach: Breach): readonly Slot[] {
  return breach.slots.length > 0 ? breach.slots : [breach];
}

/** Keeps the shortest explanation and lists the claims of the others beside it. */
function merged(all: readonly Breach[], pivot: Slot): Breach {
  const best = [...all].sort(
    (a, b) =>
      b.severity - a.severity ||
      a.explanation.length - b.explanation.length ||
      firstOf(a) - firstOf(b) ||
      all.indexOf(a) - all.indexOf(b),
  )[0];
  if (best === undefined) throw new Error('nothing to merge');
  const [ending, other, ...middle] = best.sides;
  const more = (at: number, side: Side | undefined): Side[] => {
    if (side === undefined) return [];
    const claims = all.filter((breach) => isLike(breach, best)).flatMap((breach) => breach.sides[at]?.claims ?? []);
    const together = [...new Set([...side.claims, ...claims])].sort((a, b) => a - b);
    return [{ value: side.value, claims: together.slice(0, LONGEST_SIDE) }];
  };
  const sides = [...more(0, ending), ...more(1, other), ...middle].slice(0, MOST_SIDES);
  const { subject, predicate, key } = pivot;
  return {
    ...best,
    subject,
    predicate,
    key,
    sides,
    detail: { ...best.detail, ...(all.length > 1 ? { breaches: all.length } : {}) },
  };
}

function isLike(breach: Breach, best: Breach): boolean {
  return kindOf(breach) === kindOf(best);
}

function firstOf(breach: Breach): number {
  return breach.explanation[0] ?? 0;
}
