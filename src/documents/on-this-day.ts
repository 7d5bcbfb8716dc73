import { MOST_CLAIMS } from '../lookup/anniversaries.ts';
import { matterOf } from '../lookup/conflicts.ts';
import { type Fact, plainFact } from '../lookup/facts.ts';
import { type DayEvent, type LookedAt, nextAnniversary, type OnThisDay, type Today } from '../lookup/on-this-day.ts';
import type { Claim } from '../lore/claim.ts';
import { ourCalendar } from '../lore/our-world.ts';
import type { Calendar } from '../lore/time/calendar.ts';
import { isGregorian } from '../lore/time/gregorian.ts';
import { monthDayText } from '../lore/time/month-day.ts';
import { type Document, fact, type Line, type Link, line, linked, plain, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { onThisDay as words } from '../messages/en/on-this-day.ts';
import { disputeEnding } from './disputes.ts';
import { whyOf } from './finding-words.ts';
import { entryLink, missingDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, type Voice } from './voice.ts';

/** Disputes told in full under an event; a button leads to all of them. */
const MOST_CONTESTED = 2;
/** Things said of one event; the rest stands in its entry. */
const MOST_FACTS = 3;

/** What happened on a day: each event with its year, who says so and who says otherwise. */
export function onThisDayDocument(view: OnThisDay, voice: Voice): Document {
  const [only, ...others] = view.events;
  if (only === undefined) return nothingDocument(view.today, voice);
  const isOne = others.length === 0;
  const heading = isOne
    ? words.heading(dateOf(only, voice), only.ago)
    : words.several(dayText(lookedAt(view, voice), voice));
  return eventsDocument(view, heading, voice);
}

/** What is dated to this month and no nearer. */
export function thisMonthDocument(view: OnThisDay, voice: Voice): Document {
  const { calendar } = voice.reader.profile;
  const { days, ours } = lookedAt(view, voice);
  const names = (some: readonly LookedAt[], { months }: Calendar) =>
    some.flatMap(({ month }) => months[month - 1]?.name ?? []);
  const named = [...names(ours, ourCalendar(calendar)), ...names(days, calendar)];
  return eventsDocument(view, words.month(common.and([...new Set(named)])), voice);
}

/** A fact without a date, for a day on which nothing happened; it says that it is undated. */
export function factOfDayDocument(claim: Claim, today: Today, voice: Voice): Document {
  const told = plainFact(claim, voice.reader);
  const entity = voice.reader.entity(claim.subject);
  const ending = disputeEnding([told], entity ?? null, voice);
  return {
    tone: isDisputed(told) ? 'dispute' : 'plain',
    heading: words.factFor(dayText(lookedAt({ today, events: [] }, voice), voice)),
    items: [fact(...factLines(told, voice), small(words.undated))],
    closing: ending.closing,
    links: [...ending.links, ...(entity === undefined ? [] : [entryLink(entity, voice)])],
  };
}

/** An event in two plain texts, for a calendar: a title with the lore's year, and who says so. */
export function eventText(event: DayEvent, voice: Voice): { readonly title: string; readonly text: string } {
  const [sentence, ...others] = eventLines(event, voice, true).map((one) => plain(one.text));
  return { title: words.dated(voice.year(event.dayNumber, event.calendar), sentence ?? ''), text: others.join('\n') };
}

function eventsDocument({ events, isCut }: OnThisDay, heading: string, voice: Voice): Document {
  const facts = events.flatMap((event) => event.facts);
  const isOne = events.length === 1;
  const ending = disputeEnding(facts, isOne ? (events[0]?.entity ?? null) : null, voice);
  return {
    tone: facts.some(isDisputed) ? 'dispute' : 'plain',
    heading,
    items: events.map((event) => {
      const told = fact(...eventLines(event, voice, isOne));
      return isOne || event.entity === undefined ? told : linked(told, entryLink(event.entity, voice));
    }),
    closing: [...(isCut ? [small(words.cut(MOST_CLAIMS))] : []), ...ending.closing],
    links: [...ending.links, ...(isOne ? events.flatMap((event) => linksOf(event, voice)) : [])],
  };
}

function nothingDocument(today: Today, voice: Voice): Document {
  const shown = lookedAt({ today, events: [] }, voice);
  const hasNoDay = shown.days.length + shown.ours.length === 0;
  const said = hasNoDay ? words.noDay(voice.reader.profile.calendar.name) : words.none(dayText(shown, voice));
  const next = nextAnniversary(voice.reader, today);
  const tries = next === null ? somethingToTry(voice) : [words.tryDay(monthDayText(next.calendar, next))];
  return missingDocument(said, [], voice, tries);
}

function eventLines(event: DayEvent, voice: Voice, isOne: boolean): readonly Line[] {
  const [lead, ...others] = event.facts.slice(0, MOST_FACTS);
  if (lead === undefined) return [];
  const [sentence, ...whoSays] = event.kind === 'release' ? releaseLines(lead, event, voice) : factLines(lead, voice);
  const year = [voice.year(event.dayNumber, event.calendar), words.ago(event.ago)]
    .filter((part) => part !== '')
    .join(', ');
  return [
    { ...sentence, text: [...(isOne ? [] : [{ strong: year }, ' · ']), ...(sentence?.text ?? [])] },
    ...whoSays,
    ...others.flatMap((told) => factLines(told, voice)),
    ...(event.facts.length > MOST_FACTS ? [small(common.more(event.facts.length - MOST_FACTS))] : []),
    ...(event.on.isMoved ? [small(words.moved(monthDayText(event.calendar, event.on)))] : []),
    ...event.contested
      .slice(0, MOST_CONTESTED)
      .map((finding) => small(words.contested(whyOf(matterOf(voice.reader, finding), voice)))),
  ];
}

/** A release as readers say it, and what the work is the source of. */
function releaseLines(released: Fact, { entity, tells, weight }: DayEvent, voice: Voice): readonly Line[] {
  const work = entity === undefined ? undefined : voice.reader.work(entity.id);
  const sentence = words.released(entity?.name ?? '', work?.series ?? '', work?.form ?? '');
  return [
    { text: [sentence], hasSign: isDisputed(released) },
    small(voice.whoSays(released.claims)),
    ...(tells.length === 0 ? [] : [line(words.source(weight, tells.length))]),
    ...tells.flatMap((told) => [
      { text: [voice.statement(told.lead)], hasSign: isDisputed(told) },
      small(accountsOf(told, voice)),
    ]),
  ];
}

/** Who says it: that they cite this very work need not be said again. */
function accountsOf({ claims }: Fact, { reader }: Voice): string {
  return common.and([...new Set(claims.map((claim) => reader.account(claim.account)?.title ?? '?'))]);
}

function linksOf(event: DayEvent, voice: Voice): readonly Link[] {
  if (event.entity === undefined) return [];
  const entry = entryLink(event.entity, voice);
  if (event.kind !== 'release') return [entry];
  return [entry, { label: words.whatItTells, command: 'sources', options: entry.options }];
}

function dateOf(event: DayEvent, voice: Voice): string {
  const [lead] = event.facts;
  return lead === undefined ? '' : voice.date(lead.lead);
}

/** The days a card names: ours, where the world counts by another calendar, only if a work came out on one. */
function lookedAt({ today, events }: Pick<OnThisDay, 'today' | 'events'>, { reader }: Voice): Today {
  const isNamed = today.isOurs === true || isGregorian(reader.profile.calendar);
  return isNamed || events.some(({ kind }) => kind === 'release') ? today : { ...today, ours: [] };
}

/** The day as its calendar writes it; ours and theirs where they differ. */
function dayText({ days, ours }: Today, { reader }: Voice): string {
  const { calendar } = reader.profile;
  const there = spanText(days, calendar);
  const here = spanText(ours, ourCalendar(calendar));
  if (there === '' || here === '' || there === here) return there === '' ? here : there;
  return words.hereAndThere(here, there);
}

function spanText(days: readonly LookedAt[], calendar: Calendar): string {
  const texts = days.filter((day) => !day.isMoved).map((day) => monthDayText(calendar, day));
  return words.days(texts[0] ?? '', texts.at(-1) ?? '');
}
