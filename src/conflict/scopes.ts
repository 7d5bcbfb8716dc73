import type { ClaimId, EntityId } from '../lore/ids.ts';
import type { Breach } from './breach.ts';
import { type Fact, isCompared } from './fact.ts';
import { familiesOf } from './families.ts';
import { loopBreaches, overrunBreaches } from './order/breaches.ts';
import type { Moment } from './order/moments.ts';
import type { Network } from './order/network.ts';
import { EXISTED, existenceBreaches } from './rules/r6-existence.ts';
import { mutualBreaches } from './rules/r7-exclusive.ts';
import { ringBreaches } from './rules/r9-cycles.ts';
import { presenceBreaches } from './rules/r11-presence.ts';
import { lifeBreaches } from './rules/r12-life.ts';
import { byPredicate } from './rules/rule.ts';
import { HOLDER_RULES, subjectRules } from './rules/rules.ts';
import { sinceBreaches } from './rules/since.ts';
import type { Source } from './source.ts';
import type { World } from './world.ts';

/**
 * A corner of a lorebook that rules look at by itself. Its breaches depend on nothing outside it, so that an edit
 * re-checks the corners it touches and no others.
 */
export type Scope =
  | { readonly kind: 'subject'; readonly subject: EntityId; readonly family: string }
  | { readonly kind: 'holder'; readonly held: EntityId; readonly predicate: string }
  | { readonly kind: 'pair'; readonly a: EntityId; readonly b: EntityId }
  | { readonly kind: 'existence'; readonly entity: EntityId }
  | { readonly kind: 'ring'; readonly relation: string; readonly entity: EntityId }
  | { readonly kind: 'life'; readonly person: EntityId }
  | { readonly kind: 'overrun'; readonly moment: Moment }
  | { readonly kind: 'loop'; readonly claim: ClaimId };

/** A corner as a key: equal corners have equal texts. */
export function scopeText(scope: Scope): string {
  switch (scope.kind) {
    case 'subject':
      return `s|${scope.subject}|${scope.family}`;
    case 'holder':
      return `h|${scope.held}|${scope.predicate}`;
    case 'pair':
      return `p|${scope.a}|${scope.b}`;
    case 'existence':
      return `x|${scope.entity}`;
    case 'ring':
      return `r|${scope.relation}|${scope.entity}`;
    case 'life':
      return `l|${scope.person}`;
    case 'overrun':
      return `o|${scope.moment}`;
    case 'loop':
      return `c|${scope.claim}`;
  }
}

/** Reads what `scopeText` wrote; null for a corner that is not of the rules. */
export function scopeOfText(text: string): Scope | null {
  const [kind, first = '', second = ''] = text.split('|');
  const id = Number(first);
  switch (kind) {
    case 's':
      return { kind: 'subject', subject: id as EntityId, family: second };
    case 'h':
      return { kind: 'holder', held: id as EntityId, predicate: second };
    case 'p':
      return { kind: 'pair', a: id as EntityId, b: Number(second) as EntityId };
    case 'x':
      return { kind: 'existence', entity: id as EntityId };
    case 'r':
      return { kind: 'ring', relation: first, entity: Number(second) as EntityId };
    case 'l':
      return { kind: 'life', person: id as EntityId };
    case 'o':
      return { kind: 'overrun', moment: id };
    case 'c':
      return { kind: 'loop', claim: id as ClaimId };
    default:
      return null;
  }
}

/** Claims that stand for all that is told of something said never to have existed. */
const MOST_WITNESSES = 12;
const BEGINNINGS: readonly string[] = ['formed', 'born', 'built', 'founded_by', 'formed_from', 'date'];

export interface Checked {
  readonly breaches: readonly Breach[];
  readonly isCut: boolean;
}

/** Everything that is wrong in one corner. */
export function checkScope(world: World, source: Source, network: Network, scope: Scope): Checked {
  switch (scope.kind) {
    case 'subject': {
      const facts = source.bySubject(scope.subject, familiesOf(world.predicates).members(scope.family));
      return whole(checkSubject(world, source, scope.subject, facts));
    }
    case 'holder': {
      const facts = source.byObject(scope.held, [scope.predicate]);
      return whole(checkHolders(world, source, scope.held, facts));
    }
    case 'pair':
      return whole(mutualBreaches(world, mutualFacts(world, source, scope.a, scope.b), scope.a));
    case 'existence':
      return whole(checkExistence(world, source, scope.entity));
    case 'ring':
      return whole(ringBreaches(world, source, scope.relation, scope.entity));
    case 'life':
      return whole([...lifeBreaches(world, source, scope.person), ...presenceBreaches(world, source, scope.person)]);
    case 'overrun':
      return overrunBreaches(world, source, network, scope.moment);
    case 'loop': {
      const fact = source.fact(scope.claim);
      return whole(fact === undefined ? [] : loopBreaches(world, source, network, fact));
    }
  }
}

function whole(breaches: readonly Breach[]): Checked {
  return { breaches, isCut: false };
}

/** What rules about one subject find among its claims of one family. */
export function checkSubject(
  world: World,
  source: Source,
  subject: EntityId,
  facts: readonly Fact[],
): readonly Breach[] {
  const [first] = facts;
  if (first === undefined) return [];
  const isOne = facts.every((fact) => fact.predicate === first.predicate);
  const predicates = isOne ? new Map([[first.predicate, facts]]) : byPredicate(facts);
  const group = { subject, facts, predicates };
  const breaches = sinceBreaches(world, source, group);
  if (facts.length < 2) return breaches;
  for (const rule of subjectRules(source)) breaches.push(...rule.find(world, group));
  return breaches;
}

/** What rules about the holders of one thing find. */
export function checkHolders(world: World, source: Source, held: EntityId, facts: readonly Fact[]): readonly Breach[] {
  if (facts.length < 2) return [];
  const successions = source.byQualifier(held, ['office']).filter((fact) => fact.predicate === 'succeeded_by');
  return HOLDER_RULES.flatMap((rule) => rule.find(world, { held, facts, successions }));
}

/** Relations that hold both ways, between these two, whoever is named first. */
function mutualFacts(world: World, source: Source, a: EntityId, b: EntityId): readonly Fact[] {
  const mutual = world.predicates.all
    .filter((predicate) => predicate.isSymmetric && predicate.excludes.length > 0)
    .map((predicate) => predicate.id);
  return [
    ...source.bySubject(a, mutual).filter((fact) => fact.object === b),
    ...source.bySubject(b, mutual).filter((fact) => fact.object === a),
  ];
}

function checkExistence(world: World, source: Source, entity: EntityId): readonly Breach[] {
  const existence = source.bySubject(entity, [EXISTED]);
  if (!existence.some((fact) => fact.text === 'no')) return [];
  const others = [
    ...BEGINNINGS.flatMap((predicate) => source.bySubject(entity, [predicate])),
    ...source.bySubject(entity),
    ...source.byObject(entity),
  ].filter((fact) => fact.predicate !== EXISTED && fact.predicate !== 'described_as' && isCompared(fact));
  const chosen = new Map<number, Set<Fact>>();
  for (const fact of others) {
    const known = chosen.get(fact.continuity) ?? new Set<Fact>();
    if (known.size < MOST_WITNESSES) known.add(fact);
    chosen.set(fact.continuity, known);
  }
  return existenceBreaches(world, {
    subject: entity,
    existence,
    others: [...chosen.values()].flatMap((set) => [...set]),
  });
}
