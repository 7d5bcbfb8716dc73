import type { DayEvent, OnThisDay, Today } from '../lookup/on-this-day.ts';
import { claimsJson } from './claim-json.ts';
import { findingsJson } from './findings-json.ts';
import type { Voice } from './voice.ts';

/** `onthisday --json`: the events of a day, what stands against them, and which day was looked at. */
export function onThisDayJson(view: OnThisDay, voice: Voice) {
  const claims = view.events.flatMap((event) => event.facts.flatMap((told) => told.claims));
  return {
    status: view.events.length === 0 ? 'not-recorded' : 'answered',
    today: todayJson(view.today),
    items: view.events.map((event) => eventJson(event, voice)),
    conflicts: findingsJson(
      claims.map((claim) => claim.id),
      voice,
    ),
    cut: view.isCut,
  };
}

function todayJson({ days, ours }: Today) {
  const plain = (some: Today['days']) => some.map(({ year, month, day }) => ({ year, month, day }));
  return { days: plain(days), ours: plain(ours) };
}

function eventJson(event: DayEvent, voice: Voice) {
  const [lead] = event.facts;
  const claims = event.facts.flatMap((told) => told.claims);
  return {
    kind: event.kind,
    entity: event.entity?.slug ?? null,
    name: event.entity?.name ?? '',
    date: lead?.lead.date ?? null,
    when: lead === undefined ? '' : voice.date(lead.lead),
    year: voice.year(event.dayNumber, event.calendar),
    yearsAgo: event.ago,
    moved: event.on.isMoved,
    contested: event.contested.length > 0,
    rests: event.weight,
    statement: lead === undefined ? '' : voice.statement(lead.lead),
    who: lead === undefined ? '' : voice.whoSays(lead.claims),
    claims: claimsJson(claims, voice),
    tells: claimsJson(
      event.tells.flatMap((told) => told.claims),
      voice,
    ),
  };
}
