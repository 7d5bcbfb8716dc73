import type { Finding, FindingNote } from '../lore/finding.ts';
import type { ClaimId } from '../lore/ids.ts';
import { type Breach, claimsOfBreach, LONGEST_SIDE, MOST_SIDES, type Side, type Slot } from './breach.ts';
import { findingId } from './finding-id.ts';
import type { World } from './world.ts';

/** What a keeper filed by hand stands before what rules derive of the same claims. */
export const MANUAL = 'manual';

/** Of two breaches of one matter the earlier in this list names it. */
const STRENGTH: readonly string[] = [
  MANUAL,
  'R14',
  'R8',
  'R1',
  'R2',
  'R2b',
  'R3',
  'R4',
  'R5',
  'R6',
  'R6e',
  'R7',
  'R9',
  'R1n',
  'R22',
  'R10',
  'R11',
  'R12',
];

/**
 * One finding for each underlying matter: breaches of one slot that share a claim are one; a filing by hand takes in
 * what rules find within its claims; an order breach that would go if one side of another finding went folds into it;
 * and order breaches that share what they turn on are one.
 * Given breaches of which none shares a claim with one left out, the findings are those of a whole rebuild.
 */
export function fold(world: World, breaches: readonly Breach[]): readonly Folded[] {
  const sorted = [...breaches].sort((a, b) => compare(world, a, b));
  const firm = sorted.filter((breach) => !isOrder(breach));
  const heads = joinFirm(world, firm);
  const order = sorted.filter(isOrder);
  const loose: Breach[] = [];
  for (const breach of order) {
    const head = heads.find((each) => isSettledBy(breach, each.breach));
    if (head === undefined) loose.push(breach);
    else head.folded.push(breach);
  }
  const matters = new Map<string, Folded & { readonly parts: Breach[] }>();
  for (const head of [...heads, ...joinOrder(world, loose)]) {
    const finding = findingOf(world, head);
    const parts = [head.breach, ...head.folded, ...head.same];
    const known = matters.get(finding.id);
    if (known === undefined) matters.set(finding.id, { finding, parts });
    else known.parts.push(...parts);
  }
  return [...matters.values()].sort((a, b) => (a.finding.id < b.finding.id ? -1 : 1));
}

/** A finding, and all the breaches that went into it. */
export interface Folded {
  readonly finding: Finding;
  readonly parts: readonly Breach[];
}

interface Head {
  breach: Breach;
  readonly folded: Breach[];
  /** Breaches that say the same over again. */
  readonly same: Breach[];
}

function isOrder(breach: Breach): boolean {
  return breach.rule === 'R10' || breach.rule === 'R11' || breach.rule === 'R12';
}

function compare(world: World, a: Breach, b: Breach): number {
  const strength = STRENGTH.indexOf(a.rule) - STRENGTH.indexOf(b.rule);
  if (strength !== 0) return strength;
  const [first, second] = [nameOf(world, a), nameOf(world, b)];
  return first < second ? -1 : first > second ? 1 : JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function joinFirm(world: World, breaches: readonly Breach[]): Head[] {
  const heads: Head[] = [];
  for (const breach of breaches) {
    const claims = new Set(claimsOfBreach(breach));
    const head = heads.find(({ breach: known }) => {
      if (known.rule === MANUAL) return isWithin(claims, known);
      return (
        known.class === breach.class &&
        known.continuity === breach.continuity &&
        known.subject === breach.subject &&
        known.predicate === breach.predicate &&
        claimsOfBreach(known).some((claim) => claims.has(claim))
      );
    });
    if (head === undefined) heads.push({ breach, folded: [], same: [] });
    else (nameOf(world, head.breach) === nameOf(world, breach) ? head.same : head.folded).push(breach);
  }
  return heads;
}

function isWithin(claims: ReadonlySet<ClaimId>, breach: Breach): boolean {
  const all = new Set(claimsOfBreach(breach));
  return [...claims].every((claim) => all.has(claim));
}

/** Whether the order breach would go if one side of the other finding were laid aside. */
function isSettledBy(order: Breach, head: Breach): boolean {
  if (head.rule === MANUAL && isWithin(new Set(order.explanation), head)) return true;
  if (head.class === 'divergence' && order.class !== 'divergence') return false;
  return order.sides.some((side) =>
    head.sides.some((one) => side.claims.length > 0 && side.claims.every((claim) => one.claims.includes(claim))),
  );
}

/** Order breaches that share a slot are one matter, the most shared slot first. */
function joinOrder(world: World, breaches: readonly Breach[]): Head[] {
  const heads: Head[] = [];
  let left = [...breaches];
  while (left.length > 0) {
    const pivot = mostShared(world, left);
    if (pivot === null) break;
    const same = left.filter((breach) => hasSlot(breach, pivot.slot) && groupText(breach) === pivot.group);
    left = left.filter((breach) => !same.includes(breach));
    const first = same[0];
    if (first === undefined) break;
    heads.push({ breach: merged(first, same, pivot.slot), folded: [], same });
  }
  return heads;
}

function groupText(breach: Breach): string {
  return `${breach.rule}|${breach.class}|${breach.continuity}|${kindOf(breach)}`;
}

function slotsOf(breach: Breach): readonly Slot[] {
  return breach.slots.length > 0 ? breach.slots : [breach];
}

function hasSlot(breach: Breach, slot: Slot): boolean {
  return slotsOf(breach).some(
    (each) => each.subject === slot.subject && each.predicate === slot.predicate && each.key === slot.key,
  );
}

function mostShared(world: World, breaches: readonly Breach[]): { slot: Slot; group: string } | null {
  const counts = new Map<string, { slot: Slot; group: string; breaches: Set<Breach>; rank: number; name: string }>();
  for (const breach of breaches) {
    for (const [rank, slot] of slotsOf(breach).entries()) {
      const group = groupText(breach);
      const name = `${slotName(world, slot)}|${group}`;
      const known = counts.get(name);
      if (known === undefined) counts.set(name, { slot, group, breaches: new Set([breach]), rank, name });
      else {
        known.breaches.add(breach);
        known.rank = Math.min(known.rank, rank);
      }
    }
  }
  const best = [...counts.values()].sort(
    (a, b) => b.breaches.size - a.breaches.size || a.rank - b.rank || (a.name < b.name ? -1 : 1),
  )[0];
  return best === undefined ? null : { slot: best.slot, group: best.group };
}

/** Keeps the shortest explanation and lists the claims of the others beside it. */
function merged(first: Breach, all: readonly Breach[], pivot: Slot): Breach {
  const best = [...all].sort(
    (a, b) =>
      b.severity - a.severity ||
      a.explanation.length - b.explanation.length ||
      firstOf(a) - firstOf(b) ||
      all.indexOf(a) - all.indexOf(b),
  )[0];
  if (best === undefined) return first;
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

function kindOf({ detail }: Breach): string {
  const { kind } = detail;
  return typeof kind === 'string' ? kind : '';
}

function isLike(breach: Breach, best: Breach): boolean {
  return kindOf(breach) === kindOf(best);
}

function firstOf(breach: Breach): number {
  return breach.explanation[0] ?? 0;
}

/** What a finding's id is made of: names, not row numbers, so that a pack loaded again gives the same ids. */
function nameOf(world: World, breach: Breach): string {
  const continuity = world.continuities.get(breach.continuity).slug;
  const branch = breach.class === 'divergence' ? '>' : '';
  const kind = breach.rule === 'R10' ? kindOf(breach) : '';
  return `${breach.rule}${kind}|${branch}${continuity}|${slotName(world, breach)}`;
}

function slotName(world: World, { subject, predicate, key }: Slot): string {
  return `${world.being(subject)?.slug ?? subject}|${predicate}|${key}`;
}

/** What ties a breach to others: breaches that share none of these never end up in one finding. */
export function linksOf(world: World, breach: Breach): readonly string[] {
  const claims = claimsOfBreach(breach).map((claim) => `c${claim}`);
  const slots = breach.slots.map((slot) => `s${slotName(world, slot)}`);
  return [...new Set([...claims, ...slots, `n${nameOf(world, breach)}`])];
}

function findingOf(world: World, { breach, folded }: Head): Finding {
  const sides = breach.sides.map((side) => side.claims);
  const also = folded.map((each) => ({ rule: each.rule, class: each.class, claims: [...each.explanation] }));
  const notes: FindingNote[] = folded
    .filter((each) => each.class === 'temporal')
    .map((each) => ({ code: 'order', claims: each.explanation }));
  return {
    id: findingId(nameOf(world, breach)),
    rule: breach.rule,
    class: breach.class,
    severity: breach.severity,
    continuity: breach.continuity,
    subject: breach.subject,
    predicate: breach.predicate,
    key: breach.key,
    sides,
    values: breach.sides.map((side) => side.value),
    explanation: breach.explanation,
    detail: also.length === 0 ? breach.detail : { ...breach.detail, folded: also },
    notes,
  };
}
