import { windowsDisjoint } from '../../lore/time/bounds.ts';
import type { Breach } from '../breach.ts';
import { type Fact, isCompared, isDated, qualifier } from '../fact.ts';
import { deeper } from '../order/search.ts';
import { lowered } from '../severity.ts';
import type { Source } from '../source.ts';
import { dateText } from '../values.ts';
import { isHappening, type World } from '../world.ts';
import type { SubjectGroup } from './rule.ts';

/**
 * "Ever since" a happening beside a claim that dates the beginning of the same state elsewhere: the two beginnings are
 * one moment, and the happening's own date shuts the other out (R10, three claims).
 */
export function sinceBreaches(world: World, source: Source, { subject, facts }: SubjectGroup): Breach[] {
  if (!facts.some((fact) => qualifier(fact, 'since') !== undefined)) return [];
  const states = facts.filter((fact) => isCompared(fact) && world.predicates.get(fact.predicate)?.temporal === 'state');
  const breaches: Breach[] = [];
  for (const [key, alike] of Map.groupBy(states, (fact) => `${fact.predicate}|${fact.object ?? fact.text ?? ''}`)) {
    const worst = clashesOf(world, source, alike)[0];
    if (worst === undefined) continue;
    const all = clashesOf(world, source, alike).filter((clash) => clash.continuity === worst.continuity);
    const { began, since, dating, continuity } = worst;
    const ids = (facts: readonly Fact[]) => [...new Set(facts.map((fact) => fact.id))].sort((a, b) => a - b);
    const object = began.object === null ? (began.text ?? '') : (world.being(began.object)?.slug ?? key);
    breaches.push({
      rule: 'R10',
      class: isMixed(worst) ? 'divergence' : 'temporal',
      severity: lowered(3, [began, since, dating]),
      continuity,
      subject,
      predicate: began.predicate,
      key: `since ${object}`,
      sides: [
        { value: dateText(began), claims: ids(all.map((clash) => clash.began)) },
        { value: `since ${qualifier(since, 'since')?.text ?? ''}`, claims: ids(all.map((clash) => clash.since)) },
        { value: dateText(dating), claims: ids(all.map((clash) => clash.dating)) },
      ],
      explanation: ids([began, since, dating]),
      slots: [],
      detail: { kind: 'since', began: began.id, since: since.id, dating: dating.id },
    });
  }
  return breaches;
}

interface SinceClash {
  readonly began: Fact;
  readonly since: Fact;
  readonly dating: Fact;
  readonly continuity: Fact['continuity'];
}

function clashesOf(world: World, source: Source, states: readonly Fact[]): readonly SinceClash[] {
  const clashes: SinceClash[] = [];
  for (const since of states) {
    const event = qualifier(since, 'since')?.entity ?? null;
    if (event === null || !isHappening(world.being(event))) continue;
    for (const dating of datesOf(source, event)) {
      for (const began of states) {
        const clash = clashOf(world, began, since, dating);
        if (clash !== null) clashes.push(clash);
      }
    }
  }
  const weight = (clash: SinceClash): number => clash.began.id + clash.since.id + clash.dating.id;
  return clashes.sort((a, b) => Number(isMixed(a)) - Number(isMixed(b)) || weight(a) - weight(b));
}

function isMixed({ began, since, dating }: SinceClash): boolean {
  return began.continuity !== since.continuity || since.continuity !== dating.continuity;
}

function clashOf(world: World, began: Fact, since: Fact, dating: Fact): SinceClash | null {
  const { sLo, sHi, eLo, eHi } = began.bounds;
  if (began === since || qualifier(began, 'since') !== undefined) return null;
  // The claim's own start where it gives one, or else the day by which it held.
  const start = sLo === null ? { min: null, max: sHi ?? eLo } : { min: sLo, max: sHi };
  if (start.min === null && start.max === null && eHi === null) return null;
  if (!windowsDisjoint(start, { min: dating.bounds.sLo, max: dating.bounds.eHi })) return null;
  const both = deeper(world, began.continuity, since.continuity);
  const continuity = both === null ? null : deeper(world, both, dating.continuity);
  return continuity === null ? null : { began, since, dating, continuity };
}

/** Claims that date a happening: its own date, and those of acts that are told to be it. */
export function datesOf(source: Source, event: NonNullable<Fact['object']>): readonly Fact[] {
  return [...source.bySubject(event, ['date']), ...source.byQualifier(event, ['event'])].filter(
    (fact) => isDated(fact) && isCompared(fact) && fact.dateKind === 'point',
  );
}
