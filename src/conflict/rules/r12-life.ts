import type { EntityId } from '../../lore/ids.ts';
import type { Breach } from '../breach.ts';
import { type Fact, isCompared, isDated, qualifier } from '../fact.ts';
import { deeper } from '../order/search.ts';
import type { Source } from '../source.ts';
import { dateText } from '../values.ts';
import type { World } from '../world.ts';

const DAYS_PER_YEAR = 365.2425;
const YOUNGEST_PARENT_YEARS = 12;
export const PARENTS: readonly string[] = ['mother', 'father', 'parent'];

/** A parent younger than twelve, or a life longer than the species is said to live: remarked, never flagged (R12). */
export function lifeBreaches(world: World, source: Source, person: EntityId): readonly Breach[] {
  const born = source.bySubject(person, ['born']).filter((fact) => isDated(fact) && isCompared(fact));
  if (born.length === 0) return [];
  return [...youngParents(world, source, born, person), ...longLives(world, source, born, person)];
}

function youngParents(world: World, source: Source, born: readonly Fact[], child: EntityId): readonly Breach[] {
  const breaches: Breach[] = [];
  for (const link of source.bySubject(child, PARENTS).filter(isCompared)) {
    if (link.object === null) continue;
    for (const parentBorn of source.bySubject(link.object, ['born']).filter(isCompared)) {
      for (const childBorn of born) {
        const [latest, earliest] = [childBorn.bounds.eHi, parentBorn.bounds.sLo];
        if (latest === null || earliest === null || latest < earliest) continue;
        if (latest - earliest >= YOUNGEST_PARENT_YEARS * DAYS_PER_YEAR) continue;
        const breach = mention(world, 'young-parent', [parentBorn, link, childBorn], link);
        if (breach !== null) breaches.push(breach);
      }
    }
  }
  return breaches.slice(0, 1);
}

function longLives(world: World, source: Source, born: readonly Fact[], person: EntityId): readonly Breach[] {
  const species = source.bySubject(person, ['species']).filter((fact) => isCompared(fact) && fact.object !== null);
  const died = source.bySubject(person, ['died', 'killed_by']).filter((fact) => isDated(fact) && isCompared(fact));
  const breaches: Breach[] = [];
  for (const kind of species) {
    if (kind.object === null) continue;
    const spans = source
      .bySubject(kind.object, ['count_of'])
      .filter(
        (fact) => isCompared(fact) && /life ?span/i.test(qualifier(fact, 'what')?.text ?? '') && fact.high !== null,
      );
    for (const span of spans) {
      for (const [start, end] of born.flatMap((one) => died.map((other) => [one, other] as const))) {
        const [latestBirth, earliestDeath] = [start.bounds.eHi, end.bounds.sLo];
        if (latestBirth === null || earliestDeath === null) continue;
        if (earliestDeath - latestBirth <= (span.high ?? 0) * DAYS_PER_YEAR) continue;
        const breach = mention(world, 'long-life', [start, end, kind, span], start);
        if (breach !== null) breaches.push(breach);
      }
    }
  }
  return breaches.slice(0, 1);
}

function mention(world: World, kind: string, told: readonly Fact[], matter: Fact): Breach | null {
  const facts = [...new Set(told)];
  if (world.isExempt(matter.subject)) return null;
  let continuity: Fact['continuity'] | null = matter.continuity;
  for (const fact of facts) continuity = continuity === null ? null : deeper(world, continuity, fact.continuity);
  if (continuity === null) return null;
  const isMixed = facts.some((fact) => fact.continuity !== matter.continuity);
  return {
    rule: 'R12',
    class: isMixed ? 'divergence' : 'temporal',
    severity: 1,
    continuity,
    subject: matter.subject,
    predicate: matter.predicate,
    key: kind,
    sides: facts.map((fact) => ({ value: `${fact.predicate}${dateText(fact)}`, claims: [fact.id] })),
    explanation: facts.map((fact) => fact.id).sort((a, b) => a - b),
    slots: [],
    detail: { kind, claims: facts.map((fact) => fact.id) },
  };
}
