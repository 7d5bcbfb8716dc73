import type { Battle, Battles } from '../lookup/battles.ts';
import type { Fact } from '../lookup/facts.ts';
import { type Document, fact, heading, type Item, linked, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { entryLink, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, type Voice } from './voice.ts';

const words = lookups.battles;

/** `from` and `to` as they were typed, for the heading. */
export function battlesDocument(
  view: Battles,
  voice: Voice,
  typed: { readonly from: string | null; readonly to: string | null },
): Document {
  const span = words.span(typed.from, typed.to);
  switch (view.status) {
    case 'ambiguous':
      return readingsDocument(view.typed, view.readings, voice, 'battles', typed);
    case 'not-recorded': {
      if (view.of === null && view.typed !== '') {
        return missingDocument(lookups.missing.name(view.typed), view.nearest, voice, somethingToTry(voice));
      }
      return missingDocument(words.none(view.of?.name ?? null, span), [], voice, somethingToTry(voice));
    }
    case 'answered': {
      const { battles, of, corrected } = view;
      const ending = disputeEnding(
        battles.flatMap((battle) => battle.facts),
        of,
        voice,
      );
      return {
        tone: battles.some((battle) => battle.facts.some(isDisputed)) ? 'dispute' : 'plain',
        heading: words.heading(of?.name ?? null, span),
        items: battles.flatMap((battle) => battleItems(battle, voice)),
        closing: [
          ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
          ...ending.closing,
        ],
        links: [...ending.links, ...(of === null ? [] : [entryLink(of, voice)])],
      };
    }
  }
}

/** What decides a fight comes first. */
const READING_ORDER = [
  'date',
  'location',
  'participant',
  'commanded_by',
  'captured',
  'conquered',
  'destroyed_target',
  'victor',
  'outcome',
];

function battleItems(battle: Battle, voice: Voice): Item[] {
  const year = battle.from === null ? words.undated : voice.year(battle.from);
  const title = battle.event === null ? year : `${year} · ${battle.event.name}`;
  const rank = ({ lead }: Fact): number => {
    const at = READING_ORDER.indexOf(lead.predicate);
    return at === -1 ? READING_ORDER.length : at;
  };
  // The date stands in the heading already, unless it is what is disputed.
  const shown = battle.facts.filter(
    (told) => told.lead.predicate !== 'date' || isDisputed(told) || battle.facts.length === 1,
  );
  const { event } = battle;
  const items = [
    heading(title),
    ...[...shown].sort((a, b) => rank(a) - rank(b)).map((told) => fact(...factLines(told, voice))),
  ];
  // A long fight goes on over the page; its button does, too.
  return event === null ? items : items.map((item) => linked(item, entryLink(event, voice)));
}
