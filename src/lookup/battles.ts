import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import type { EntityId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { OpenWindow } from '../lore/time/bounds.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';

/** Deeds of war that are listed with battles where they are dated. */
const DEEDS = ['captured', 'conquered', 'destroyed_target'] as const;

/** A fight: an event with what is said of it, or a deed of war that no event stands for. */
export interface Battle {
  /** null for a deed that is told without an event. */
  readonly event: Entity | null;
  readonly facts: readonly Fact[];
  readonly claims: readonly Claim[];
  /** First day it may have happened on; null = undated. */
  readonly from: number | null;
  readonly to: number | null;
}

export type Battles =
  | {
      readonly status: 'answered';
      readonly of: Entity | null;
      readonly corrected: Corrected | null;
      readonly battles: readonly Battle[];
    }
  | {
      readonly status: 'not-recorded';
      readonly of: Entity | null;
      readonly typed: string;
      readonly nearest: readonly Entity[];
    }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] };

const MOST_CLAIMS = 5000;

/** Fights by place, side or both, in a span of days (null = open). */
export function battles(reader: LoreReader, typed: string | undefined, span: OpenWindow): Battles {
  const named = typed === undefined || typed.trim() === '' ? null : resolveName(reader, typed);
  if (named?.kind === 'several') {
    return { status: 'ambiguous', typed: typed ?? '', readings: readingsOf(reader, named.entities) };
  }
  if (named?.kind === 'none') return { status: 'not-recorded', of: null, typed: named.typed, nearest: named.nearest };
  const of = named?.entity ?? null;
  const all = allBattles(reader)
    .filter((battle) => isWithin(battle, span) && (of === null || concerns(reader, battle, of)))
    .sort((a, b) => (a.from ?? Number.MAX_SAFE_INTEGER) - (b.from ?? Number.MAX_SAFE_INTEGER));
  if (all.length === 0) return { status: 'not-recorded', of, typed: typed ?? '', nearest: [] };
  const corrected = named?.corrected == null ? null : { typed: typed ?? '', read: named.corrected };
  return { status: 'answered', of, corrected, battles: all };
}

function allBattles(reader: LoreReader): readonly Battle[] {
  const deeds = DEEDS.flatMap((predicate) => reader.claimsByPredicate(predicate, MOST_CLAIMS)).filter(
    (claim) => claim.modality !== 'characterisation',
  );
  const events = eventsOfFighting(reader);
  const withEvent = [...events.values()].map((event) => {
    const said = reader.claimsBySubject(event.id);
    const pairs = deeds.filter((claim) => eventOf(claim) === event.id);
    return battleOf(reader, event, [...said, ...pairs]);
  });
  const loose = factsOf(
    reader,
    deeds.filter((claim) => {
      const event = eventOf(claim);
      return event === null || !events.has(event);
    }),
  )
    .map((fact) => battleOf(reader, null, fact.claims))
    .filter((battle) => battle.from !== null);
  return [...withEvent, ...loose];
}

/** Kind `battle`, or an event with a victor or with participants on two sides. */
function eventsOfFighting(reader: LoreReader): ReadonlyMap<EntityId, Entity> {
  const events = new Map(reader.entitiesOfKind('battle', MOST_CLAIMS).map((entity) => [entity.id, entity]));
  const sides = new Map<EntityId, Set<string>>();
  for (const claim of reader.claimsByPredicate('participant', MOST_CLAIMS)) {
    const side = claim.qualifiers.find((qualifier) => qualifier.name === 'side');
    if (side === undefined) continue;
    const known = sides.get(claim.subject) ?? new Set();
    sides.set(claim.subject, known.add(side.entity === null ? side.text.toLowerCase() : String(side.entity)));
  }
  const fought = [
    ...reader.claimsByPredicate('victor', MOST_CLAIMS).map((claim) => claim.subject),
    ...[...sides].filter(([, known]) => known.size > 1).map(([event]) => event),
  ];
  for (const id of fought) {
    const entity = reader.entity(id);
    if (entity !== undefined) events.set(id, entity);
  }
  return events;
}

function eventOf(claim: Claim): EntityId | null {
  return claim.qualifiers.find((qualifier) => qualifier.name === 'event')?.entity ?? null;
}

function battleOf(reader: LoreReader, event: Entity | null, claims: readonly Claim[]): Battle {
  const dated = claims.filter((claim) => claim.bounds.sHi !== null || claim.bounds.sLo !== null);
  const starts = dated.flatMap(({ bounds }) => bounds.sLo ?? bounds.sHi ?? []);
  const ends = dated.flatMap(({ bounds }) => bounds.eHi ?? bounds.sHi ?? []);
  return {
    event,
    facts: factsOf(reader, claims),
    claims,
    from: starts.length === 0 ? null : Math.min(...starts),
    to: ends.length === 0 ? null : Math.max(...ends),
  };
}

/** An undated fight is shown only where no span was asked for. */
function isWithin(battle: Battle, span: OpenWindow): boolean {
  if (span.min === null && span.max === null) return true;
  if (battle.from === null) return false;
  return (
    battle.from <= (span.max ?? Number.POSITIVE_INFINITY) &&
    (battle.to ?? battle.from) >= (span.min ?? Number.NEGATIVE_INFINITY)
  );
}

const LONGEST_PLACE_CHAIN = 20;

function concerns(reader: LoreReader, battle: Battle, of: Entity): boolean {
  if (battle.event?.id === of.id) return true;
  const named = battle.claims.flatMap((claim) => [
    claim.subject,
    ...(claim.value.kind === 'entity' ? [claim.value.entity] : []),
    ...claim.qualifiers.flatMap((qualifier) => qualifier.entity ?? []),
  ]);
  return named.some((id) => id === of.id || (of.kind === 'place' && liesIn(reader, id, of.id, LONGEST_PLACE_CHAIN)));
}

/** A fight at a station is a fight in its sector. */
function liesIn(reader: LoreReader, place: EntityId, outer: EntityId, steps: number): boolean {
  if (steps === 0) return false;
  return reader
    .claimsBySubject(place, 'located_in')
    .some(
      ({ value }) =>
        value.kind === 'entity' && (value.entity === outer || liesIn(reader, value.entity, outer, steps - 1)),
    );
}
