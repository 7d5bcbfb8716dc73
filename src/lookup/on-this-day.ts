import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { type Finding, hasSign } from '../lore/finding.ts';
import type { EntityId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import { civilDay } from '../lore/time/axis.ts';
import { isGregorian } from '../lore/time/gregorian.ts';
import { missingDaysAfter, type OurDay, type WorldDay, worldDays } from '../lore/time/world-today.ts';
import { claimsOfAnyDay, claimsOfMonth, claimsOnDay } from './anniversaries.ts';
import { type Fact, factsOf } from './facts.ts';

/** A day to look at; `isMoved` where this year lacks it, so that it is remembered on the day before. */
export interface LookedAt extends WorldDay {
  readonly isMoved: boolean;
}

/** Which days are looked at: those of the world, and ours, by which works are released. */
export interface Today {
  readonly days: readonly LookedAt[];
  /** Null where releases are dated in the world's calendar, too. */
  readonly ours: readonly LookedAt[] | null;
}

/** Something that happened on that day, with all that is said of it: one item of a card. */
export interface DayEvent {
  readonly kind: 'event' | 'release';
  /** The day of the calendar it was on. */
  readonly on: LookedAt;
  /** A day of the year in which it was. */
  readonly dayNumber: number;
  /** Years since then, negative where it lies ahead; null where nobody knows what year it is there. */
  readonly ago: number | null;
  /** What it happened to, or the work. */
  readonly entity: Entity | undefined;
  readonly facts: readonly Fact[];
  /** What stands against its date or against what is said of it. */
  readonly contested: readonly Finding[];
  /** Of a work: some of what it is the source of, what most accounts tell first. */
  readonly tells: readonly Fact[];
  /** How much rests on it: claims that cite the work, or that tell of the event. */
  readonly weight: number;
}

export interface OnThisDay {
  readonly today: Today;
  /** The one on which most rests comes first. */
  readonly events: readonly DayEvent[];
  /** True where more was dated than was read. */
  readonly isCut: boolean;
}

const RELEASED = 'released';
/** What a work tells, on its card. */
const MOST_TOLD = 2;
/** Claims of a work among which those are chosen. */
const MOST_OF_WORK = 200;

/** The days that a day of ours stands for by the lorebook's own rule; leap days that this year lacks are among them. */
export function todayOf(reader: LoreReader, ours: OurDay): Today {
  const { calendar, today } = reader.profile;
  const withMissing = (day: WorldDay): readonly LookedAt[] => [
    { ...day, isMoved: false },
    ...missingDaysAfter(calendar, day).map((missing) => ({ ...missing, isMoved: true })),
  ];
  return {
    days: worldDays(today, calendar, ours).flatMap(withMissing),
    ours: isGregorian(calendar) ? withMissing(ours) : null,
  };
}

/** One day that was named, in any year; `now` says how long ago that was. */
export function namedDay(reader: LoreReader, { month, day }: Omit<WorldDay, 'year'>, now: Today): Today {
  const on = (year: number | null): LookedAt => ({ year, month, day, isMoved: false });
  return {
    days: [on(now.days[0]?.year ?? null)],
    ours: isGregorian(reader.profile.calendar) ? [on(now.ours?.[0]?.year ?? null)] : null,
  };
}

/** What happened on these days of any year, and what was released on them. Only dates precise to the day count. */
export function onThisDay(reader: LoreReader, today: Today): OnThisDay {
  return gathered(reader, today, (day) => claimsOnDay(reader, day));
}

/** What is dated to the month of these days and no nearer. */
export function inThisMonth(reader: LoreReader, today: Today): OnThisDay {
  const months = (days: readonly LookedAt[]) => [...new Map(days.map((day) => [day.month, day])).values()];
  const months1 = { days: months(today.days), ours: today.ours === null ? null : months(today.ours) };
  return gathered(reader, months1, (day) => claimsOfMonth(reader, day.month));
}

/** Everything that happened on one known day, in the order of their days; `isCut` where there is more than `limit`. */
export function everyAnniversary(reader: LoreReader, limit: number): Omit<OnThisDay, 'today'> {
  const { calendar } = reader.profile;
  const { claims, isCut } = claimsOfAnyDay(reader, limit);
  const weigh = weigher(reader);
  const byDay = Map.groupBy(claims, ({ bounds }) => bounds.sLo ?? bounds.eLo ?? 0);
  const events = [...byDay].flatMap(([at, some]) => {
    const { month, day } = civilDay(calendar, at);
    return eventsOf(reader, weigh, some, { year: null, month, day, isMoved: false });
  });
  return { events, isCut };
}

function gathered(
  reader: LoreReader,
  today: Today,
  find: (day: LookedAt) => { readonly claims: readonly Claim[]; readonly isCut: boolean },
): OnThisDay {
  let isCut = false;
  const weigh = weigher(reader);
  const events = (days: readonly LookedAt[], isWanted: (claim: Claim) => boolean): readonly DayEvent[] =>
    days.flatMap((day) => {
      const found = find(day);
      isCut ||= found.isCut;
      return eventsOf(reader, weigh, found.claims.filter(isWanted), day);
    });
  const all =
    today.ours === null
      ? events(today.days, () => true)
      : [
          ...events(today.days, (claim) => claim.predicate !== RELEASED),
          ...events(today.ours, (claim) => claim.predicate === RELEASED),
        ];
  const ordered = [...all].sort((a, b) => b.weight - a.weight || a.dayNumber - b.dayNumber);
  return { today, events: ordered, isCut };
}

function eventsOf(reader: LoreReader, weigh: Weigh, claims: readonly Claim[], on: LookedAt): readonly DayEvent[] {
  const { calendar } = reader.profile;
  const groups = Map.groupBy(factsOf(reader, claims), (fact) =>
    [civilDay(calendar, startOf(fact)).year, fact.continuity, matterOf(fact, reader)].join(' '),
  );
  return [...groups.values()].flatMap((facts): DayEvent[] => {
    // The date of the event itself says what happened; who took part comes after it.
    const ordered = [...facts].sort((a, b) => Number(isDate(b)) - Number(isDate(a)));
    const [lead] = ordered;
    return lead === undefined ? [] : [eventOf(reader, weigh, lead, ordered, on)];
  });
}

type Weigh = (about: EntityId, isRelease: boolean) => number;

function eventOf(reader: LoreReader, weigh: Weigh, lead: Fact, facts: readonly Fact[], on: LookedAt): DayEvent {
  const isRelease = lead.lead.predicate === RELEASED;
  const about = eventEntity(lead, reader) ?? lead.lead.subject;
  const started = startOf(lead);
  const signed = facts.flatMap((fact) => fact.findings.filter(hasSign));
  return {
    kind: isRelease ? 'release' : 'event',
    on,
    dayNumber: started,
    ago: on.year === null ? null : on.year - civilDay(reader.profile.calendar, started).year,
    entity: reader.entity(about),
    facts,
    contested: [...new Map(signed.map((finding) => [finding.id, finding])).values()],
    tells: isRelease ? toldBy(reader, about) : [],
    weight: weigh(about, isRelease),
  };
}

/** How much rests on a work, or is told of an event; counted once, however much happened to one thing. */
function weigher(reader: LoreReader): Weigh {
  const known = new Map<string, number>();
  return (about, isRelease) => {
    const key = `${about} ${isRelease}`;
    const weight =
      known.get(key) ??
      (isRelease
        ? reader.restingOnWork(about).claims
        : reader.claimCount(about) + reader.claimsByQualifier(about).length);
    known.set(key, weight);
    return weight;
  };
}

/** The day it was, also where it is only said that it was so on that day. */
function startOf({ lead }: Fact): number {
  const { sLo, sHi, eLo } = lead.bounds;
  return sLo ?? eLo ?? sHi ?? 0;
}

function isDate({ lead }: Fact): boolean {
  return lead.value.kind === 'date';
}

/** What belongs together: all that is said of one event, else a fact by itself. */
function matterOf(fact: Fact, reader: LoreReader): string {
  const event = eventEntity(fact, reader);
  if (event !== undefined) return `event ${event}`;
  return fact.lead.predicate === RELEASED ? `work ${fact.lead.subject}` : `fact ${fact.lead.id}`;
}

function eventEntity({ lead }: Fact, reader: LoreReader): EntityId | undefined {
  const named = lead.qualifiers.find((qualifier) => qualifier.name === 'event')?.entity;
  if (named != null) return named;
  const kind = reader.entity(lead.subject)?.kind;
  return kind === 'event' || kind === 'battle' ? lead.subject : undefined;
}

function toldBy(reader: LoreReader, work: EntityId): readonly Fact[] {
  const told = reader
    .claimsByWork(work, MOST_OF_WORK)
    .filter((claim) => claim.subject !== work && claim.statement !== '');
  return [...factsOf(reader, told)].sort((a, b) => b.claims.length - a.claims.length).slice(0, MOST_TOLD);
}
