import type { Fact } from '../lookup/facts.ts';
import { MOST_TIMELINE_CLAIMS, type Timeline } from '../lookup/timeline.ts';
import { type Document, fact, heading, type Item, small, type Text } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { entryLink, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, type Voice } from './voice.ts';

const words = lookups.timeline;

/** `from` and `to` as they were typed, for the heading. */
export function timelineDocument(
  view: Timeline,
  voice: Voice,
  typed: { readonly from: string | null; readonly to: string | null },
): Document {
  const span = lookups.battles.span(typed.from, typed.to);
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'timeline', typed);
    case 'not-recorded': {
      const isUnknown = view.about === null && view.typed !== '';
      const said = isUnknown ? lookups.missing.name(view.typed) : words.none(view.about?.name ?? null, span);
      return missingDocument(said, view.nearest, voice, somethingToTry(voice));
    }
    case 'answered': {
      const { about, strands, outside, undated, corrected, isCut } = view;
      const isAlone = strands.length === 1 && strands[0]?.continuity.id === voice.reader.continuities.home.id;
      const items = strands.flatMap(({ continuity, facts }): Item[] => [
        ...(isAlone ? [] : [heading(common.capital(continuity.name))]),
        ...facts.map((told) => datedItem(told, voice)),
      ]);
      const facts = [...strands.flatMap((strand) => strand.facts), ...outside, ...undated];
      const ending = disputeEnding(facts, about, voice);
      return {
        tone: facts.some(isDisputed) ? 'dispute' : 'plain',
        heading: words.heading(about?.name ?? null, span),
        items: [
          ...items,
          ...(outside.length === 0 ? [] : [heading(words.outside)]),
          ...outside.map((told) => datedItem(told, voice)),
          ...(undated.length === 0 ? [] : [heading(words.undated)]),
          ...undated.map((told) => fact(...factLines(told, voice))),
        ],
        closing: [
          ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
          ...(isCut ? [small(words.cut(MOST_TIMELINE_CLAIMS))] : []),
          ...ending.closing,
        ],
        links: [...ending.links, ...(about === null ? [] : [entryLink(about, voice)])],
      };
    }
  }
}

/** The date stands before the sentence, so that a column of dates can be read down. */
function datedItem(told: Fact, voice: Voice): Item {
  const [sentence, ...rest] = factLines(told, voice);
  if (sentence === undefined) return fact();
  return fact({ ...sentence, text: [...dateOf(told, voice), ...sentence.text] }, ...rest);
}

function dateOf(told: Fact, voice: Voice): Text {
  const date = voice.date(told.lead);
  return date === '' ? [] : [{ strong: date }, ' · '];
}
