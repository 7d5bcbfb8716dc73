import { plainFact } from '../lookup/facts.ts';
import type { Random } from '../lookup/random.ts';
import type { Search } from '../lookup/search.ts';
import { type Document, fact, heading, type Item, line, linked } from '../messages/document.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding } from './disputes.ts';
import { entryLink, missingDocument } from './missing.ts';
import { quoteItems } from './quotes.ts';
import { somethingToTry } from './tries.ts';
import { factLines, isDisputed, nameInTimeline, type Voice } from './voice.ts';

const words = lookups.search;

export function searchDocument(view: Search, voice: Voice): Document {
  const { text, hits, claims, quotes } = view;
  if (hits.length === 0 && claims.length === 0 && quotes.length === 0) {
    return missingDocument(words.none(text), [], voice, somethingToTry(voice));
  }
  const names: Item[] = hits.map(({ entity, match, matched }) => {
    const by = match === 'alias' || matched !== entity.name ? ` · ${words.matched(matched)}` : '';
    const named = line(...nameInTimeline(entity, voice.reader), ` · ${entity.kind}${by}`);
    return linked(fact(named), entryLink(entity, voice));
  });
  const statements = claims.map((claim) => fact(...factLines(plainFact(claim, voice.reader), voice)));
  return {
    tone: 'plain',
    heading: text.trim() === '' ? words.emptyQuery : words.heading(text),
    items: [
      ...(names.length === 0 ? [] : [heading(words.names), ...names]),
      ...(statements.length === 0 ? [] : [heading(words.statements), ...statements]),
      ...quoteItems(quotes, voice),
    ],
    links: [],
  };
}

export function randomDocument(view: Random, voice: Voice): Document {
  if (view.status === 'not-recorded') return missingDocument(lookups.missing.empty, [], voice, somethingToTry(voice));
  const { entity, fact: told } = view;
  const ending = disputeEnding([told], entity, voice);
  return {
    tone: isDisputed(told) ? 'dispute' : 'plain',
    heading: entity.name,
    items: [fact(...factLines(told, voice))],
    closing: ending.closing,
    links: [
      entryLink(entity, voice),
      ...ending.links,
      { label: lookups.buttons.another, command: 'random', options: {} },
    ],
  };
}
