import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { type Finding, hasSign } from '../lore/finding.ts';
import type { EntityId } from '../lore/ids.ts';
import { onceEach } from '../lore/once-each.ts';
import { isOfOurWorld, ourCalendar, RELEASED } from '../lore/our-world.ts';
import type { LoreReader } from '../lore/reader.ts';
import { civilDay } from '../lore/time/axis.ts';
import type { Calendar } from '../lore/time/calendar.ts';
import { missingDaysAfter, type OurDay, type WorldDay, worldDays } from '../lore/time/world-today.ts';
import { calendarOf, claimsOfAnyDay, claimsOfMonth, claimsOnDay } from './anniversaries.ts';
import { type Fact, factsOf } from './facts.ts';

/** A day to look at; `isMoved` where this year lacks it, so that it is remembered on the day before. */
export interface LookedAt extends WorldDay {
  readonly isMoved: boolean;
}

/** Which days are looked at: those of the world, and ours, by which works are released. */
export interface Today {
  readonly days: readonly LookedAt[];
  readonly ours: readonly LookedAt[];
  /** True where our day is what was asked for: it is named, whatever happened on it. */
  readonly isOurs?: boolean;
}

/** Something that happened on that day, with all that is said of it: one item of a card. */
export interface DayEvent {
  readonly kind: 'event' | 'release';
  /** The calendar it is dated by: ours where a work came out. */
  readonly calendar: Calendar;
  /** The day of that calendar it was on. */
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

/** What a work tells, on its card. */
const MOST_TOLD = 2;
/** Claims of a work among which those are chosen. */
const MOST_OF_WORK = 200;

/** The days that a day of ours stands for by the lorebook's own rule; leap days that this year lacks are among them. */
export function todayOf(reader: LoreReader, ours: OurDay): Today {
  const { calendar, today } = reader.profile;
  const withMissing = (by: Calendar, day: WorldDay): readonly LookedAt[] => [
    { ...day, isMoved: false },
    ...missingDaysAfter(by, day).map((missing) => ({ ...missing, isMoved: true })),
  ];
  return {
    days: worldDays(today, calendar, ours).flatMap((day) => withMissing(calendar, day)),
    ours: withMissing(ourCalendar(calendar), ours),
  };
}

type DayOfYear = Omit<WorldDay, 'year'>;

/** A day that was named, in any year: one of the world's calendar, of ours, or of both. `now` says how long ago it was. */
export function namedDay(
  named: { readonly there: DayOfYear | null; readonly ours: DayOfYear | null },
  now: Today,
): Today {
  const on = (named: DayOfYear | null, year: number | null): readonly LookedAt[] =>
    named === null ? [] : [{ year, month: named.month, day: named.day, isMoved: false }];
  return { days: on(named.there, now.days[0]?.year ?? null), ours: on(named.ours, now.ours[0]?.year ?? null) };
}

/** What happened on these days of any year, and what was released on them. Only dates precise to the day count. */
export function onThisDay(reader: LoreReader, today: Today): OnThisDay {
  return gathered(reader, today, (day, calendar) => claimsOnDay(reader, calendar, day));
}

/** What is dated to the month of these days and no nearer. */
export function inThisMonth(reader: LoreReader, today: Today): OnThisDay {
  const months = (days: readonly LookedAt[]) => [...new Map(days.map((day) => [day.month, day])).values()];
  const looked = { days: months(today.days), ours: months(today.ours) };
  return gathered(reader, looked, (day, calendar) => claimsOfMonth(reader, calendar, day.month));
}

/** Everything that happened on one known day, in the order of their days; `isCut` where there is more than `limit`. */
export function everyAnniversary(reader: LoreReader, limit: number): Omit<OnThisDay, 'today'> {
  const { claims, isCut } = claimsOfAnyDay(reader, limit);
  const weigh = weigher(reader);
  const dated = Map.groupBy(claims, (claim) => calendarOf(claim, reader.profile.calendar));
  const events = [...dated].flatMap(([calendar, those]) =>
    [...Map.groupBy(those, ({ bounds }) => bounds.sLo ?? bounds.eLo ?? 0)].flatMap(([at, some]) => {
      const { month, day } = civilDay(calendar, at);
      return eventsOf(reader, weigh, some, { calendar, on: { year: null, month, day, isMoved: false } });
    }),
  );
  return { events, isCut };
}

/** Dated claims looked through for the next day; of a larger lorebook nobody is told which is the next. */
const MOST_AHEAD = 2000;

/** The first day after these on which something happened or came out, as its calendar writes it. */
export function nextAnniversary(
  reader: LoreReader,
  { days, ours }: Today,
): { readonly calendar: Calendar; readonly month: number; readonly day: number } | null {
  const { claims, isCut } = claimsOfAnyDay(reader, MOST_AHEAD);
  if (isCut) return null;
  const world = reader.profile.calendar;
  const ahead = claims.flatMap((claim) => {
    const calendar = calendarOf(claim, world);
    const [from] = isOfOurWorld(claim.predicate) && calendar.slug === ourCalendar(world).slug ? ours : days;
    if (from === undefined) return [];
    const { month, day } = civilDay(calendar, claim.bounds.sLo ?? claim.bounds.eLo ?? 0);
    // Months and days in one number: only their order counts, round the year.
    const far = (month - from.month) * MOST_DAYS + day - from.day;
    return [{ calendar, month, day, far: far > 0 ? far : far + MOST_DAYS * MOST_DAYS }];
  });
  return ahead.sort((a, b) => a.far - b.far)[0] ?? null;
}

/** More than any month has days, or any year months. */
const MOST_DAYS = 10_000;

function gathered(
  reader: LoreReader,
  today: Today,
  find: (day: LookedAt, calendar: Calendar) => { readonly claims: readonly Claim[]; readonly isCut: boolean },
): OnThisDay {
  let isCut = false;
  const weigh = weigher(reader);
  const { calendar } = reader.profile;
  const ours = ourCalendar(calendar);
  const isOurs = (claim: Claim): boolean =>
    isOfOurWorld(claim.predicate) && calendarOf(claim, calendar).slug === ours.slug;
  const events = (days: readonly LookedAt[], by: Calendar, areOurs: boolean): readonly DayEvent[] =>
    days.flatMap((on) => {
      const found = find(on, by);
      isCut ||= found.isCut;
      const wanted = found.claims.filter((claim) => isOurs(claim) === areOurs);
      return eventsOf(reader, weigh, wanted, { calendar: by, on });
    });
  const all = [...events(today.days, calendar, false), ...events(today.ours, ours, true)];
  const ordered = [...all].sort((a, b) => b.weight - a.weight || a.dayNumber - b.dayNumber);
  return { today, events: ordered, isCut };
}

/** A day, and the calendar it is one of. */
type Dated = Pick<DayEvent, 'calendar' | 'on'>;

function eventsOf(reader: LoreReader, weigh: Weigh, claims: readonly Claim[], dated: Dated): readonly DayEvent[] {
  const groups = Map.groupBy(factsOf(reader, claims), (fact) =>
    [civilDay(dated.calendar, startOf(fact)).year, fact.continuity, matterOf(fact, reader)].join(' '),
  );
  return [...groups.values()].flatMap((facts): DayEvent[] => {
    // The date of the event itself says what happened; who took part comes after it.
    const ordered = [...facts].sort((a, b) => Number(isDate(b)) - Number(isDate(a)));
    const [lead] = ordered;
    return lead === undefined ? [] : [eventOf(reader, weigh, ordered, lead, dated)];
  });
}

type Weigh = (about: EntityId, isRelease: boolean) => number;

function eventOf(reader: LoreReader, weigh: Weigh, facts: readonly Fact[], lead: Fact, dated: Dated): DayEvent {
  const { calendar, on } = dated;
  const isRelease = lead.lead.predicate === RELEASED;
  const about = eventEntity(lead, reader) ?? lead.lead.subject;
  const started = startOf(lead);
  const signed = facts.flatMap((fact) => fact.findings.filter(hasSign));
  return {
    kind: isRelease ? 'release' : 'event',
    ...dated,
    dayNumber: started,
    ago: on.year === null ? null : on.year - civilDay(calendar, started).year,
    entity: reader.entity(about),
    facts,
    contested: onceEach(signed),
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
