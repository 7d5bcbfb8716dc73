import type { Finding, FindingClass } from '../lore/finding.ts';
import type { ClaimId } from '../lore/ids.ts';
import { cannotPrecede, hullOf, windowCovers } from '../lore/time/bounds.ts';
import { type Fact, isCompared, isDated } from './fact.ts';
import { findingId } from './finding-id.ts';
import { generalises, isOtherLevel } from './lattice.ts';
import { keyOf } from './rules/rule.ts';
import { excludeEachOther, valueText } from './values.ts';
import type { World } from './world.ts';

/**
 * The silent classes, derived from one group of claims when somebody asks: values of which one is more exact
 * (precision, R17), holders one after another (succession, R18), words of opposed tone (slant, R19), and what only
 * some tell (gap, R16). None carries the sign. The group is what is said of one subject by one predicate, or of who
 * held one thing.
 */
export function explainGroup(world: World, facts: readonly Fact[]): readonly Finding[] {
  const [first] = facts;
  if (first === undefined) return [];
  const predicate = world.predicates.get(first.predicate);
  if (predicate === undefined) return [];
  if (facts.every((fact) => fact.modality === 'characterisation')) return slant(world, facts);
  const told = facts.filter(isCompared);
  const isHolding = predicate.cardinality === '1o@t' && told.every((fact) => fact.object === first.object);
  const found: Finding[] = isHolding ? [...succession(world, told)] : [];
  const names = predicate.key.filter((name) => name !== 'subject' && name !== 'object');
  for (const [key, alike] of Map.groupBy(told, (fact) => keyOf(world, fact, names))) {
    found.push(...gaps(world, alike, key), ...precision(world, alike, key));
  }
  return found;
}

function made(
  world: World,
  kind: { readonly rule: string; readonly class: FindingClass; readonly severity: 0 | 1 },
  facts: readonly Fact[],
  sides: readonly (readonly Fact[])[],
  key: string,
  detail: Finding['detail'] = {},
): Finding {
  const [first] = facts;
  if (first === undefined) throw new Error('nothing to explain');
  const { continuity, subject, predicate } = first;
  const ids = (side: readonly Fact[]): readonly ClaimId[] => side.map((fact) => fact.id).sort((a, b) => a - b);
  const slug = world.being(subject)?.slug ?? '';
  return {
    id: findingId(`${kind.rule}|${world.continuities.get(continuity).slug}|${slug}|${predicate}|${key}`),
    ...kind,
    continuity,
    subject,
    predicate,
    key,
    sides: sides.map(ids),
    values: sides.map((side) => (side[0] === undefined ? '' : valueText(world, side[0]))),
    explanation: ids(sides.flatMap((side) => side.slice(0, 1))),
    detail,
    notes: [],
  };
}

function sidesByValue(world: World, facts: readonly Fact[]): readonly (readonly Fact[])[] {
  return [...Map.groupBy(facts, (fact) => valueText(world, fact)).values()];
}

function slant(world: World, facts: readonly Fact[]): readonly Finding[] {
  const sides = sidesByValue(world, facts);
  const tellers = new Set(facts.map((fact) => fact.account));
  if (sides.length < 2 || tellers.size < 2) return [];
  return [made(world, { rule: 'R19', class: 'slant', severity: 0 }, facts, sides, '')];
}

/** Values that can stand together although they differ: one includes the other, or names it less exactly. */
function precision(world: World, facts: readonly Fact[], key: string): readonly Finding[] {
  const known = facts.filter((fact) => fact.kind !== 'unknown' && fact.kind !== 'none');
  const pairs = known.flatMap((a, at) => known.slice(at + 1).map((b) => [a, b] as const));
  const finer = pairs.filter(([a, b]) => isFiner(world, a, b) || isFiner(world, b, a));
  if (finer.length === 0) return [];
  const together = [...new Set(finer.flat())];
  const finest = together.filter((fact) => !together.some((other) => isFiner(world, other, fact)));
  const sides = Map.groupBy(together, (fact) => `${valueText(world, fact)}|${JSON.stringify(fact.bounds)}`);
  const detail = { finest: finest.map((fact) => fact.id) };
  return [made(world, { rule: 'R17', class: 'precision', severity: 0 }, together, [...sides.values()], key, detail)];
}

/** Whether the first says the same as the second and more. */
function isFiner(world: World, a: Fact, b: Fact): boolean {
  if (a.continuity !== b.continuity || a.kind !== b.kind) return false;
  switch (a.kind) {
    case 'date':
      return isNarrower(a, b);
    case 'entity':
      if (a.object === null || b.object === null) return false;
      if (a.object === b.object) return isDated(a) && isDated(b) && isNarrower(a, b);
      if (isOtherLevel(world, a.object, b.object)) return false;
      return generalises(world, a.object, b.object) && world.wholes(a.object).some((link) => link.to === b.object);
    case 'quantity':
      return isInside(a, b) && !isInside(b, a);
    case 'text':
      return a.text !== b.text && (a.text ?? '').length > (b.text ?? '').length && !excludeEachOther(world, a, b);
    case 'yesno':
    case 'unknown':
    case 'none':
      return false;
  }
}

function isNarrower(a: Fact, b: Fact): boolean {
  const [inner, outer] = [hullOf(a.bounds), hullOf(b.bounds)];
  return windowCovers(outer, inner) && !windowCovers(inner, outer);
}

function isInside(a: Fact, b: Fact): boolean {
  return windowCovers({ min: b.low, max: b.high }, { min: a.low, max: a.high });
}

/** One account calls it unknown, or gives no date, where another knows. */
function gaps(world: World, facts: readonly Fact[], key: string): readonly Finding[] {
  const unknown = facts.filter((fact) => fact.kind === 'unknown');
  const known = facts.filter((fact) => fact.kind !== 'unknown' && fact.kind !== 'none');
  const found: Finding[] = [];
  if (unknown.length > 0 && known.length > 0) {
    found.push(
      made(world, { rule: 'R16', class: 'gap', severity: 1 }, facts, [known, unknown], key, { kind: 'unknown' }),
    );
  }
  for (const [value, alike] of Map.groupBy(known, (fact) => valueText(world, fact))) {
    const dated = alike.filter(isDated);
    const tellers = new Set(dated.map((fact) => fact.account));
    const undated = alike.filter((fact) => !isDated(fact) && !tellers.has(fact.account));
    if (dated.length === 0 || undated.length === 0) continue;
    const detail = { kind: 'undated' };
    found.push(
      made(world, { rule: 'R16', class: 'gap', severity: 1 }, alike, [dated, undated], `${key}${value}`, detail),
    );
  }
  return found;
}

/** Holders whose terms can follow one another. */
function succession(world: World, facts: readonly Fact[]): readonly Finding[] {
  const holders = [...Map.groupBy(facts.filter(isDated), (fact) => String(fact.subject)).values()];
  if (holders.length < 2) return [];
  const canFollow = (a: readonly Fact[], b: readonly Fact[]): boolean =>
    a.every((one) => b.every((other) => !cannotPrecede(one.bounds, other.bounds)));
  const isOrdered = holders.every((a, at) => holders.slice(at + 1).every((b) => canFollow(a, b) || canFollow(b, a)));
  if (!isOrdered) return [];
  const sides = holders.sort((a, b) => Number(canFollow(b, a)) - Number(canFollow(a, b)));
  return [made(world, { rule: 'R18', class: 'succession', severity: 0 }, facts, sides, '')];
}
