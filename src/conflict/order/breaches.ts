import type { ClaimId, ContinuityId, PredicateId } from '../../lore/ids.ts';
import type { Breach, Side, Slot } from '../breach.ts';
import type { Fact } from '../fact.ts';
import { onceOf } from '../rules/r2-date.ts';
import { keyOf } from '../rules/rule.ts';
import { lowered } from '../severity.ts';
import type { Source } from '../source.ts';
import { dateText, valueText } from '../values.ts';
import { isHappening, type World } from '../world.ts';
import { minimal } from './minimal.ts';
import type { Moment } from './moments.ts';
import { type Bound, type Network, spansIn } from './network.ts';
import { type Overrun, overrunsFrom } from './search.ts';
import { type Loop, loopsThrough, strictEdgesOf } from './strict.ts';

export interface OrderResult {
  readonly breaches: readonly Breach[];
  /** A search gave up before it had seen everything. */
  readonly isCut: boolean;
}

/** What the claims that date this moment from below overrun (R10). */
export function overrunBreaches(world: World, source: Source, network: Network, origin: Moment): OrderResult {
  const breaches: Breach[] = [];
  let isCut = false;
  for (const group of lowersAt(world, source, network, origin)) {
    const found = breachesOfGroup(world, source, network, origin, group);
    breaches.push(...found.breaches);
    isCut ||= found.isCut;
  }
  return { breaches, isCut };
}

/** A nearest bound that does not bind the timeline after all gives way to the next, this often. */
const MOST_TRIES = 6;

function breachesOfGroup(
  world: World,
  source: Source,
  network: Network,
  origin: Moment,
  group: LowerGroup,
): OrderResult {
  const found = new Map<ContinuityId, Breach>();
  const unbinding = new Set<string>();
  let isCut = false;
  for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
    const result = overrunsFrom(
      world,
      network,
      origin,
      group,
      (at, upper, continuity) =>
        unbinding.has(`${continuity}|${upper.claim}`) || isPairRulesMatter(world, source, group, at === origin, upper),
    );
    isCut ||= result.isCut;
    const before = unbinding.size;
    for (const overrun of result.overruns) {
      if (found.has(overrun.continuity)) continue;
      const breach = breachOfOverrun(world, source, network, group, overrun);
      if (breach === null) unbinding.add(`${overrun.continuity}|${overrun.upper.claim}`);
      else found.set(overrun.continuity, breach);
    }
    if (unbinding.size === before) break;
  }
  return { breaches: [...found.values()], isCut };
}

interface LowerGroup extends Bound {
  readonly facts: readonly Fact[];
}

function lowersAt(world: World, source: Source, network: Network, origin: Moment): readonly LowerGroup[] {
  const told = network.lowers(origin).flatMap((bound) => {
    const fact = source.fact(bound.claim);
    return fact === undefined ? [] : [{ bound, fact }];
  });
  const groups = Map.groupBy(
    told,
    ({ bound, fact }) => `${bound.continuity}|${bound.day}|${slotText(slotOf(world, fact))}`,
  );
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    return first === undefined ? [] : [{ ...first.bound, facts: group.map(({ fact }) => fact) }];
  });
}

/** Two dates of the same happening-once are compared as dates (R2), not as an order of time. */
function isPairRulesMatter(
  world: World,
  source: Source,
  group: LowerGroup,
  isSameMoment: boolean,
  upper: Bound,
): boolean {
  if (group.facts.some((fact) => fact.id === upper.claim)) return true;
  const [first, other] = [group.facts[0], source.fact(upper.claim)];
  if (!isSameMoment || first === undefined || other === undefined) return false;
  return slotText(slotOf(world, first)) === slotText(slotOf(world, other));
}

function breachOfOverrun(
  world: World,
  source: Source,
  network: Network,
  group: LowerGroup,
  overrun: Overrun,
): Breach | null {
  const first = group.facts[0];
  const last = source.fact(overrun.upper.claim);
  const chain = overrun.chain.flatMap((id) => source.fact(id) ?? []);
  if (first === undefined || last === undefined) return null;
  const all = [first, ...chain, last];
  if (all.some((fact) => isLeftBehind(world, source, overrun.continuity, fact))) return null;
  const lastSlot = slotText(slotOf(world, last));
  const uppers = network.uppers(overrun.at).flatMap((bound) => {
    const fact = source.fact(bound.claim);
    const isAlike = bound.continuity === overrun.upper.continuity && bound.day < group.day;
    return fact !== undefined && isAlike && slotText(slotOf(world, fact)) === lastSlot ? [fact] : [];
  });
  const ends = [first, last].sort((a, b) => rank(world, a) - rank(world, b) || (a === last ? -1 : 1));
  const slots = ends.map((fact) => slotOf(world, fact));
  const pivot = slots[0] ?? slotOf(world, last);
  const exempt = all.some((fact) => isExempt(world, fact));
  const middle = chain.filter((fact) => !group.facts.includes(fact) && !uppers.includes(fact));
  const explanation = minimal(world, uniqueFacts(all));
  // A detour by way of a branch does not make a matter of its ancestor's claims the branch's own.
  const told = new Set(explanation.flatMap((id) => source.fact(id)?.continuity ?? []));
  if (!told.has(overrun.continuity)) return null;
  return {
    rule: 'R10',
    class: told.size > 1 ? 'divergence' : 'temporal',
    severity: exempt ? 1 : lowered(3, all),
    continuity: overrun.continuity,
    ...pivot,
    sides: [side(world, uppers), side(world, group.facts), ...middle.map((fact) => side(world, [fact]))],
    explanation,
    slots,
    detail: { kind: 'overrun', lower: first.id, upper: last.id, chain: [...overrun.chain], moment: overrun.at, exempt },
  };
}

function isExempt(world: World, fact: Fact): boolean {
  return world.isExempt(fact.subject) || (fact.object !== null && world.isExempt(fact.object));
}

/**
 * An ancestor's claim does not bind a branch that dates the same thing itself, nor one that left before the time the
 * claim speaks of.
 */
function isLeftBehind(world: World, source: Source, branch: ContinuityId, fact: Fact): boolean {
  if (fact.continuity === branch) return false;
  const tree = world.continuities;
  const until = tree.lineage(branch).findIndex((node) => node.id === fact.continuity);
  const between = tree.lineage(branch).slice(0, Math.max(until, 0));
  const { sLo, eLo } = fact.bounds;
  const begins = sLo ?? eLo;
  if (between.some((node) => node.branchDay !== null && begins !== null && begins > node.branchDay)) return true;
  const once = onceOf(fact.predicate, world);
  if (once === null) return false;
  return source
    .bySubject(fact.subject, [once])
    .some((own) => between.some((node) => node.id === own.continuity) && dateText(own) !== dateText(fact));
}

/** The loops of undated "before" that start from a claim (R10). */
export function loopBreaches(world: World, source: Source, network: Network, fact: Fact): readonly Breach[] {
  return strictEdgesOf(world, fact, spansIn(source)).flatMap((edge) =>
    loopsThrough(world, network, edge).flatMap((loop) => breachOfLoop(world, source, loop)),
  );
}

function breachOfLoop(world: World, source: Source, loop: Loop): readonly Breach[] {
  const facts = loop.claims.flatMap((id) => source.fact(id) ?? []);
  const kept = minimal(world, facts).flatMap((id) => source.fact(id) ?? []);
  const told = new Set(kept.map((fact) => fact.continuity));
  if (!told.has(loop.continuity)) return [];
  const slots = kept.map((fact) => slotOf(world, fact)).sort((a, b) => (named(world, a) < named(world, b) ? -1 : 1));
  const pivot = slots[0];
  if (pivot === undefined) return [];
  return [
    {
      rule: 'R10',
      class: told.size > 1 ? 'divergence' : 'temporal',
      severity: kept.some((fact) => isExempt(world, fact)) ? 1 : lowered(3, kept),
      continuity: loop.continuity,
      ...pivot,
      sides: kept.map((fact) => side(world, [fact])),
      explanation: kept.map((fact) => fact.id),
      slots,
      detail: { kind: 'loop', chain: [...loop.claims] },
    },
  ];
}

function named(world: World, slot: Slot): string {
  return `${world.being(slot.subject)?.slug}|${slot.predicate}|${slot.key}`;
}

function side(world: World, facts: readonly Fact[]): Side {
  const claims: ClaimId[] = facts.map((fact) => fact.id).sort((a, b) => a - b);
  const values = facts.map((fact) => `${fact.predicate}${valueText(world, fact)}${dateText(fact)}`).sort();
  return { value: values[0] ?? '', claims };
}

function uniqueFacts(facts: readonly Fact[]): readonly Fact[] {
  return [...new Set(facts)];
}

/** The matter a claim stands in: that it implies a death makes a killing a claim on the death. */
function slotOf(world: World, fact: Fact): Slot {
  const once = onceOf(fact.predicate, world);
  if (once !== null) return { subject: fact.subject, predicate: once as PredicateId, key: '' };
  return { subject: fact.subject, predicate: fact.predicate, key: keyOf(world, fact, ['object']) };
}

function slotText(slot: Slot): string {
  return `${slot.subject}|${slot.predicate}|${slot.key}`;
}

/** When something began or ended is what a reader calls the matter; then a state, a happening's date, an act. */
function rank(world: World, fact: Fact): number {
  const isEvent = isHappening(world.being(fact.subject));
  if (!isEvent && onceOf(fact.predicate, world) !== null) return 0;
  if (world.predicates.get(fact.predicate)?.temporal === 'state') return 1;
  return isEvent ? 2 : 3;
}
