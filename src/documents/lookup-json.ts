import type { Battles } from '../lookup/battles.ts';
import type { Entry } from '../lookup/entry.ts';
import type { Members } from '../lookup/members.ts';
import type { Random } from '../lookup/random.ts';
import type { Gap, Holder, Regents } from '../lookup/regents.ts';
import type { Search } from '../lookup/search.ts';
import type { SourceSummary, Sources } from '../lookup/sources.ts';
import type { Claim } from '../lore/claim.ts';
import type { Day } from '../lore/time/bounds.ts';
import { ambiguousJson, claimsJson, entityJson, readingJson } from './claim-json.ts';
import { findingsJson } from './findings-json.ts';
import { quotesJson } from './quotes.ts';
import { termText } from './regents.ts';
import type { Voice } from './voice.ts';

/** The shapes of `--json`, fixed by contract: `entry` has its own, lists are `{ items, conflicts }`. */
export function entryJson(view: Entry, voice: Voice) {
  const empty = { aliases: [], counterparts: [], claims: [], conflicts: [] };
  switch (view.status) {
    case 'answered':
      return {
        status: view.status,
        ...entityJson(view.entity, voice),
        aliases: view.aliases,
        counterparts: view.counterparts.map((other) => entityJson(other, voice)),
        claims: claimsJson(view.claims, voice),
        conflicts: conflictsOf(view.claims, voice),
        readings: [],
        corrected: view.corrected === null ? [] : [view.corrected],
      };
    case 'ambiguous': {
      const readings = view.readings.map((reading) => readingJson(reading, voice));
      return { status: view.status, entity: null, name: view.typed, kind: null, ...empty, readings };
    }
    case 'not-recorded': {
      const nearest = view.nearest.map((entity) => entityJson(entity, voice));
      return { status: view.status, entity: null, name: view.typed, kind: null, ...empty, readings: [], nearest };
    }
  }
}

export function regentsJson(view: Regents, voice: Voice) {
  if (view.status === 'ambiguous') return ambiguousJson(view.readings, voice);
  if (view.status === 'not-recorded') {
    return {
      status: view.status,
      office: view.office?.slug ?? null,
      items: [],
      conflicts: [],
      around: view.around.map((holder) => holderJson(holder, voice)),
    };
  }
  const claims = view.holders.flatMap((line) => (line.kind === 'holder' ? claimsOfHolder(line) : []));
  return {
    status: view.status,
    office: view.office.slug,
    items: view.holders.map((line) => (line.kind === 'gap' ? gapJson(line, voice) : holderJson(line, voice))),
    conflicts: conflictsOf(claims, voice),
  };
}

function claimsOfHolder(holder: Holder): readonly Claim[] {
  const held = holder.facts.flatMap((told) => told.claims);
  return holder.endedBy === null || holder.isEndInferred ? held : [...held, holder.endedBy];
}

function holderJson(holder: Holder, voice: Voice) {
  const claims = claimsOfHolder(holder);
  const begins = claims.some((claim) => claim.bounds.sLo !== null);
  const { knownFrom, endsBy } = holder.term;
  return {
    gap: false,
    ...entityJson(holder.entity, voice),
    continuity: voice.reader.continuities.get(holder.continuity).slug,
    when: termText(holder, voice),
    asOf: begins ? null : yearOrNull(knownFrom, voice),
    from: begins ? yearOrNull(knownFrom, voice) : null,
    until: yearOrNull(endsBy, voice),
    untilInferred: holder.isEndInferred,
    who: voice.whoSays(claims),
    claims: claimsJson(claims, voice),
  };
}

function gapJson({ after, before }: Gap, voice: Voice) {
  return {
    gap: true,
    entity: null,
    name: null,
    from: yearOrNull(after.term.knownTo, voice),
    until: yearOrNull(before.term.knownFrom, voice),
    claims: [],
  };
}

function yearOrNull(day: Day | null, voice: Voice): string | null {
  return day === null ? null : voice.year(day);
}

export function membersJson(view: Members, voice: Voice) {
  if (view.status === 'ambiguous') return ambiguousJson(view.readings, voice);
  if (view.status === 'not-recorded') return nothing(view.status);
  const items = view.members.map(({ entity, fact, isSure }) => ({
    ...entityJson(entity, voice),
    sure: isSure,
    who: voice.whoSays(fact.claims),
    claims: claimsJson(fact.claims, voice),
  }));
  const claims = view.members.flatMap((member) => member.fact.claims);
  return { status: view.status, of: view.of.slug, items, conflicts: conflictsOf(claims, voice) };
}

export function battlesJson(view: Battles, voice: Voice) {
  if (view.status === 'ambiguous') return ambiguousJson(view.readings, voice);
  if (view.status === 'not-recorded') return nothing(view.status);
  const items = view.battles.map(({ event, from, facts, claims }) => ({
    entity: event?.slug ?? null,
    name: event?.name ?? (facts[0] === undefined ? '' : voice.statement(facts[0].lead)),
    year: yearOrNull(from, voice),
    claims: claimsJson(claims, voice),
  }));
  return {
    status: view.status,
    items,
    conflicts: conflictsOf(
      view.battles.flatMap((battle) => battle.claims),
      voice,
    ),
  };
}

export function sourcesJson(view: Sources, voice: Voice) {
  switch (view.status) {
    case 'ambiguous':
      return ambiguousJson(view.readings, voice);
    case 'not-recorded':
      return nothing(view.status);
    case 'list':
      return { status: 'answered', items: view.sources.map((summary) => sourceJson(summary, voice)), conflicts: [] };
    case 'one': {
      const claims = view.facts.flatMap((fact) => fact.claims);
      const about = view.about.flatMap((fact) => fact.claims);
      const item = { ...sourceJson(view.summary, voice), claims: claimsJson([...about, ...claims], voice) };
      return { status: 'answered', items: [item], conflicts: conflictsOf(claims, voice) };
    }
  }
}

function sourceJson({ source, claims, alone, released }: SourceSummary, voice: Voice) {
  if (source.kind === 'account') {
    const { slug, title, kind, voice: manner } = source.account;
    return { source: 'account', account: slug, name: title, kind, voice: manner, rests: claims, alone };
  }
  const { entity, title, form, series } = source.work;
  const slug = voice.reader.entity(entity)?.slug ?? null;
  return {
    source: 'work',
    entity: slug,
    name: title,
    kind: form,
    series,
    released: released?.date ?? null,
    rests: claims,
    alone,
  };
}

export function searchJson(view: Search, voice: Voice) {
  return {
    items: view.hits.map(({ entity, matched, match, score }) => ({
      entity: entity.slug,
      name: entity.name,
      kind: entity.kind,
      matched,
      match,
      score,
    })),
    claims: claimsJson(view.claims, voice),
    ...(view.quotes.length === 0 ? {} : { passages: quotesJson(view.quotes, voice) }),
  };
}

export function randomJson(view: Random, voice: Voice) {
  if (view.status === 'not-recorded') return nothing(view.status);
  const items = [{ ...entityJson(view.entity, voice), claims: claimsJson(view.fact.claims, voice) }];
  return { status: view.status, items, conflicts: conflictsOf(view.fact.claims, voice) };
}

function nothing(status: 'not-recorded') {
  return { status, items: [], conflicts: [] };
}

function conflictsOf(claims: readonly Claim[], voice: Voice) {
  return findingsJson(
    claims.map((claim) => claim.id),
    voice,
  );
}
