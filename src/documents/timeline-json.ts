import type { Fact } from '../lookup/facts.ts';
import type { Timeline } from '../lookup/timeline.ts';
import { ambiguousJson, claimsJson } from './claim-json.ts';
import { findingsOfFactsJson } from './findings-json.ts';
import type { Voice } from './voice.ts';

/** Dated claims in order, as programs read them. */
export function timelineJson(view: Timeline, voice: Voice) {
  switch (view.status) {
    case 'ambiguous':
      return ambiguousJson(view.readings, voice);
    case 'not-recorded':
      return { status: view.status, items: [], conflicts: [] };
    case 'answered': {
      const facts = [...view.strands.flatMap((strand) => strand.facts), ...view.outside, ...view.undated];
      return {
        status: view.status,
        items: facts.map((told) => factJson(told, voice)),
        conflicts: findingsOfFactsJson(facts, voice),
        cut: view.isCut,
      };
    }
  }
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
