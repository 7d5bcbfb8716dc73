import type { EntityId } from '../../lore/ids.ts';
import type { Breach } from '../breach.ts';
import { type Fact, isCompared } from '../fact.ts';
import { generalises } from '../lattice.ts';
import { deeper } from '../order/search.ts';
import type { Source } from '../source.ts';
import type { World } from '../world.ts';
import { datesOf } from './since.ts';

const MOST_HAPPENINGS = 200;
export const TAKING_PART: readonly string[] = ['participant', 'commanded_by', 'victor'];

/** Where somebody is said to have been on one day, and the claims it rests on. */
interface Presence {
  readonly day: number;
  readonly place: EntityId;
  readonly event: EntityId;
  readonly facts: readonly Fact[];
}

/** One person at two places on one day (R11): remarked, for people travel, and timelines have namesakes. */
export function presenceBreaches(world: World, source: Source, person: EntityId): readonly Breach[] {
  if (world.being(person)?.kind !== 'person' || world.isExempt(person)) return [];
  const presences = presencesOf(source, person);
  const breaches: Breach[] = [];
  for (const [at, one] of presences.entries()) {
    for (const other of presences.slice(at + 1)) {
      if (one.day !== other.day || one.event === other.event || generalises(world, one.place, other.place)) continue;
      const breach = breachOf(world, person, one, other);
      if (breach !== null) return [breach];
    }
  }
  return breaches;
}

function presencesOf(source: Source, person: EntityId): readonly Presence[] {
  const parts = source.byObject(person, TAKING_PART).filter(isCompared).slice(0, MOST_HAPPENINGS);
  return parts.flatMap((part) => {
    const days = datesOf(source, part.subject).filter(({ bounds }) => bounds.sLo !== null && bounds.sLo === bounds.eHi);
    if (days.length === 0) return [];
    const places = source.bySubject(part.subject, ['location']).filter(isCompared);
    return days.flatMap((day) =>
      places.flatMap((place) =>
        place.object === null || day.bounds.sLo === null
          ? []
          : [{ day: day.bounds.sLo, place: place.object, event: part.subject, facts: [part, day, place] }],
      ),
    );
  });
}

function breachOf(world: World, person: EntityId, one: Presence, other: Presence): Breach | null {
  const facts = [...one.facts, ...other.facts];
  const first = one.facts[0];
  if (first === undefined) return null;
  let continuity: Fact['continuity'] | null = first.continuity;
  for (const fact of facts) continuity = continuity === null ? null : deeper(world, continuity, fact.continuity);
  if (continuity === null) return null;
  const ids = (facts: readonly Fact[]) => facts.map((fact) => fact.id).sort((a, b) => a - b);
  return {
    rule: 'R11',
    class: facts.some((fact) => fact.continuity !== first.continuity) ? 'divergence' : 'temporal',
    severity: 1,
    continuity,
    subject: person,
    predicate: first.predicate,
    key: String(one.day),
    sides: [
      { value: world.being(one.place)?.slug ?? '', claims: ids(one.facts) },
      { value: world.being(other.place)?.slug ?? '', claims: ids(other.facts) },
    ],
    explanation: ids(facts),
    slots: [],
    detail: { kind: 'presence', places: [one.place, other.place] },
  };
}
