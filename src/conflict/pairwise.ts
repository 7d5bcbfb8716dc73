import type { Severity } from '../lore/finding.ts';
import type { ClaimId, EntityId } from '../lore/ids.ts';
import { type Breach, LONGEST_SIDE, MOST_SIDES, type Side, type Slot } from './breach.ts';
import { type Fact, isHedged } from './fact.ts';
import { stages } from './gate.ts';
import { lowered } from './severity.ts';
import type { World } from './world.ts';

export type Detail = Readonly<Record<string, unknown>>;

/** How a rule that judges claims two by two sees one group of them. */
export interface PairRule extends Slot {
  readonly rule: string;
  readonly severity: Severity;
  /** Claims with the same text say the same. */
  value(fact: Fact): string;
  /** Claims with the same text are judged alike; `value` where it is left out. */
  signature?(fact: Fact): string;
  /** What makes the two incompatible, or null where they can stand together. */
  clash(a: Fact, b: Fact): Detail | null;
  /** A branch that agrees with one of its ancestor's claims does not diverge from it; the same value where left out. */
  agrees?(own: Fact, inherited: Fact): boolean;
  /** Claims that belong to what a claim says: they stand on its side. */
  beside?(fact: Fact): readonly ClaimId[];
  /** Claims beside the two that the clash rests on. */
  because?(a: Fact, b: Fact): readonly ClaimId[];
}

/** Differing values beyond this many are told of, not compared. */
const MOST_VALUES = 400;

interface Clash {
  readonly a: Fact;
  readonly b: Fact;
  readonly detail: Detail;
}

/** The breaches of one pair rule: a conflict for each timeline, and a divergence for each branch that says otherwise. */
export function pairBreaches(world: World, facts: readonly Fact[], rule: PairRule): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const { continuity, own, inherited } of stages(world, facts)) {
    const within = clashesWithin(rule, own);
    if (within.length > 0) breaches.push(breachOf(world, rule, 'conflict', continuity.id, own, [], within));
    if (inherited.length === 0) continue;
    const across = clashesAcross(rule, own, inherited);
    if (across.length > 0) breaches.push(breachOf(world, rule, 'divergence', continuity.id, own, inherited, across));
  }
  return breaches;
}

function clashesWithin(rule: PairRule, own: readonly Fact[]): readonly Clash[] {
  const firm = firmestOfEach(rule, own);
  if (firm.length < 2) return [];
  const clashes: Clash[] = [];
  for (let i = 0; i < firm.length; i += 1) {
    for (let j = i + 1; j < firm.length; j += 1) {
      const [a, b] = [firm[i], firm[j]];
      if (a === undefined || b === undefined) continue;
      const detail = rule.clash(a, b);
      if (detail !== null) clashes.push({ a, b, detail });
    }
  }
  return clashes;
}

function clashesAcross(rule: PairRule, own: readonly Fact[], inherited: readonly Fact[]): readonly Clash[] {
  const theirs = firmestOfEach(rule, inherited);
  const agrees = rule.agrees ?? ((a: Fact, b: Fact) => rule.value(a) === rule.value(b));
  const clashes: Clash[] = [];
  for (const a of firmestOfEach(rule, own)) {
    if (theirs.some((b) => agrees(a, b))) continue;
    for (const b of theirs) {
      const detail = rule.clash(a, b);
      if (detail !== null) clashes.push({ a, b, detail });
    }
  }
  return clashes;
}

function firmestOfEach(rule: PairRule, facts: readonly Fact[]): readonly Fact[] {
  const signature = rule.signature ?? rule.value;
  const firmest = new Map<string, Fact>();
  for (const fact of facts) {
    const known = firmest.get(signature(fact));
    if (known === undefined || isFirmer(fact, known)) firmest.set(signature(fact), fact);
  }
  const all = [...firmest.values()].sort((a, b) => a.id - b.id);
  return all.length > MOST_VALUES ? all.slice(0, MOST_VALUES) : all;
}

function isFirmer(a: Fact, b: Fact): boolean {
  if (isHedged(a) !== isHedged(b)) return isHedged(b);
  return a.id < b.id;
}

function breachOf(
  world: World,
  rule: PairRule,
  kind: Breach['class'],
  continuity: Breach['continuity'],
  own: readonly Fact[],
  inherited: readonly Fact[],
  clashes: readonly Clash[],
): Breach {
  const best = clashes.reduce((one, other) => (isClearer(other, one) ? other : one));
  const signature = rule.signature ?? rule.value;
  const clashing = new Set(clashes.flatMap(({ a, b }) => [signature(a), signature(b)]));
  const sides = [...sidesOf(rule, own, clashing), ...sidesOf(rule, inherited, clashing)];
  const work = sharedWork(world, best.a, best.b);
  const because = rule.because?.(best.a, best.b) ?? [];
  const explanation = [best.a.id, best.b.id, ...because].sort((a, b) => a - b);
  return {
    rule: rule.rule,
    class: kind,
    severity: work === null ? lowered(rule.severity, [best.a, best.b]) : rule.severity,
    continuity,
    subject: rule.subject,
    predicate: rule.predicate,
    key: rule.key,
    sides: sides.slice(0, MOST_SIDES),
    explanation: [...new Set(explanation)],
    slots: [],
    detail: {
      ...best.detail,
      pair: [best.a.id, best.b.id],
      ...(work === null ? {} : { sameWork: work }),
      ...(sides.length > MOST_SIDES ? { values: sides.length } : {}),
    },
  };
}

/**
 * The work that two accounts both cite, at the same place, for what they tell differently (R13): one of them reports
 * it otherwise than it is, and a hedge does not soften that.
 */
function sharedWork(world: World, a: Fact, b: Fact): EntityId | null {
  if (a.account === b.account || a.continuity !== b.continuity) return null;
  const cited = world.citations(a.id);
  if (cited.length === 0) return null;
  const other = world.citations(b.id);
  return (
    cited.find(({ work, locator }) => other.some((one) => one.work === work && one.locator === locator))?.work ?? null
  );
}

function isClearer(a: Clash, b: Clash): boolean {
  const hedges = (clash: Clash): number => Number(isHedged(clash.a)) + Number(isHedged(clash.b));
  return hedges(a) - hedges(b) < 0 || (hedges(a) === hedges(b) && (a.a.id - b.a.id || a.b.id - b.b.id) < 0);
}

function sidesOf(rule: PairRule, facts: readonly Fact[], clashing: ReadonlySet<string>): readonly Side[] {
  const signature = rule.signature ?? rule.value;
  const byValue = new Map<string, Fact[]>();
  for (const fact of facts) {
    if (!clashing.has(signature(fact))) continue;
    const value = rule.value(fact);
    byValue.set(value, [...(byValue.get(value) ?? []), fact]);
  }
  return [...byValue]
    .map(([value, group]) => {
      const claims = group.flatMap((fact) => [fact.id, ...(rule.beside?.(fact) ?? [])]);
      return { value, claims: [...new Set(claims)].sort((a, b) => a - b) };
    })
    .map((side) => ({ ...side, claims: side.claims.slice(0, LONGEST_SIDE) }))
    .sort((a, b) => (a.claims[0] ?? 0) - (b.claims[0] ?? 0));
}
