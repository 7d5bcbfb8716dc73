import type { Comparison } from '../lookup/compare.ts';
import type { Fact } from '../lookup/facts.ts';
import type { Timeline } from '../lookup/timeline.ts';
import { claimsJson, readingJson } from './claim-json.ts';
import { findingsJson } from './findings-json.ts';
import type { Voice } from './voice.ts';

export function timelineJson(view: Timeline, voice: Voice) {
  switch (view.status) {
    case 'ambiguous':
      return ambiguous(view.readings, voice);
    case 'not-recorded':
      return { status: view.status, items: [], conflicts: [] };
    case 'answered': {
      const facts = [...view.strands.flatMap((strand) => strand.facts), ...view.outside, ...view.undated];
      return {
        status: view.status,
        items: facts.map((told) => factJson(told, voice)),
        conflicts: conflictsOf(facts, voice),
        cut: view.isCut,
      };
    }
  }
}

export function compareJson(view: Comparison, voice: Voice) {
  switch (view.status) {
    case 'ambiguous':
      return ambiguous(view.readings, voice);
    case 'unknown-account':
      return { status: 'not-recorded', items: [], conflicts: [], accounts: view.known.map((account) => account.title) };
    case 'same-account':
    case 'not-recorded':
      return { status: 'not-recorded', items: [], conflicts: [] };
    case 'answered': {
      const { agree, differ, onlyA, onlyB } = view;
      const items = [
        ...differ.map((one) => ({ relation: 'differ', ...sides(one.a, one.b, voice) })),
        ...agree.map((told) => ({ relation: 'agree', ...sides([told], [told], voice, view.a.id, view.b.id) })),
        ...onlyA.map((told) => ({ relation: 'only-a', ...sides([told], [], voice) })),
        ...onlyB.map((told) => ({ relation: 'only-b', ...sides([], [told], voice) })),
      ];
      const facts = [...agree, ...onlyA, ...onlyB, ...differ.flatMap((one) => [...one.a, ...one.b])];
      return {
        status: view.status,
        entity: view.about.slug,
        a: view.a.title,
        b: view.b.title,
        items,
        conflicts: conflictsOf(facts, voice),
      };
    }
  }
}

/** Each side's claims; where both tell one fact, those of its own account. */
function sides(a: readonly Fact[], b: readonly Fact[], voice: Voice, accountA?: number, accountB?: number) {
  const claims = (facts: readonly Fact[], account: number | undefined) =>
    claimsJson(
      facts.flatMap((told) => told.claims).filter((claim) => account === undefined || claim.account === account),
      voice,
    );
  return { a: claims(a, accountA), b: claims(b, accountB) };
}

function factJson(told: Fact, voice: Voice) {
  return {
    date: told.lead.date,
    when: voice.date(told.lead),
    continuity: voice.reader.continuities.get(told.continuity).slug,
    statement: voice.statement(told.lead),
    claims: claimsJson(told.claims, voice),
  };
}

function conflictsOf(facts: readonly Fact[], voice: Voice) {
  const ids = facts.flatMap((told) => told.claims.map((claim) => claim.id));
  return findingsJson(ids, voice);
}

function ambiguous(readings: readonly Parameters<typeof readingJson>[0][], voice: Voice) {
  return {
    status: 'ambiguous',
    items: [],
    conflicts: [],
    readings: readings.map((reading) => readingJson(reading, voice)),
  };
}
