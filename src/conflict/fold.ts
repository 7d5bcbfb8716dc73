import type { Finding, FindingNote } from '../lore/finding.ts';
import type { ClaimId } from '../lore/ids.ts';
import { type Breach, claimsOfBreach } from './breach.ts';
import { findingId } from './finding-id.ts';
import { type Head, joinOrder } from './fold-order.ts';
import { nameOf } from './naming.ts';
import type { World } from './world.ts';

/** What a keeper filed by hand stands before what rules derive of the same claims. */
const MANUAL = 'manual';

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
  const byClaim = headsByClaim(heads);
  const loose: Breach[] = [];
  for (const breach of order) {
    const head = nearest(
      breach,
      sharing(heads, byClaim, breach).filter((each) => isSettledBy(breach, each.breach)),
    );
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

function isOrder(breach: Breach): boolean {
  return breach.rule === 'R10' || breach.rule === 'R11' || breach.rule === 'R12';
}

function compare(world: World, a: Breach, b: Breach): number {
  const strength = STRENGTH.indexOf(a.rule) - STRENGTH.indexOf(b.rule);
  if (strength !== 0) return strength;
  const [first, second] = [nameOf(world, a), nameOf(world, b)];
  return first < second ? -1 : first > second ? 1 : JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

/** Where each claim's heads stand in the list of heads. */
type ByClaim = Map<ClaimId, number[]>;

function headsByClaim(heads: readonly Head[]): ByClaim {
  const byClaim: ByClaim = new Map();
  for (const [at, head] of heads.entries()) noteClaims(byClaim, head.breach, at);
  return byClaim;
}

function noteClaims(byClaim: ByClaim, breach: Breach, at: number): void {
  for (const claim of claimsOfBreach(breach)) {
    const known = byClaim.get(claim);
    if (known === undefined) byClaim.set(claim, [at]);
    else known.push(at);
  }
}

/** The heads that share a claim with the breach, in their order. */
function sharing(heads: readonly Head[], byClaim: ByClaim, breach: Breach): readonly Head[] {
  const places = new Set(claimsOfBreach(breach).flatMap((claim) => byClaim.get(claim) ?? []));
  return [...places].sort((a, b) => a - b).flatMap((at) => heads[at] ?? []);
}

/** Of several matters that an order breach would go with, the one about the very thing it turns on. */
function nearest(breach: Breach, heads: readonly Head[]): Head | undefined {
  for (const slot of breach.slots) {
    const same = heads.find((head) => head.breach.subject === slot.subject && head.breach.predicate === slot.predicate);
    if (same !== undefined) return same;
  }
  return heads[0];
}

function joinFirm(world: World, breaches: readonly Breach[]): Head[] {
  const heads: Head[] = [];
  const byClaim: ByClaim = new Map();
  for (const breach of breaches) {
    const head = sharing(heads, byClaim, breach).find(({ breach: known }) =>
      known.rule === MANUAL ? isWithin(new Set(claimsOfBreach(breach)), known) : isOneMatter(known, breach),
    );
    if (head === undefined) {
      heads.push({ breach, folded: [], same: [] });
      noteClaims(byClaim, breach, heads.length - 1);
    } else (nameOf(world, head.breach) === nameOf(world, breach) ? head.same : head.folded).push(breach);
  }
  return heads;
}

function isOneMatter(a: Breach, b: Breach): boolean {
  return a.class === b.class && a.continuity === b.continuity && a.subject === b.subject && a.predicate === b.predicate;
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

function findingOf(world: World, { breach, folded }: Head): Finding {
  const sides = breach.sides.map((side) => side.claims);
  const also = folded.map((each) => ({ rule: each.rule, class: each.class, claims: [...each.explanation] }));
  const notes: FindingNote[] = folded.map((each) => ({
    code: each.class === 'temporal' ? 'order' : 'also',
    claims: each.explanation,
  }));
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
