import type { Entry } from '../lookup/entry.ts';
import { type Document, fact, heading, type Item, type Line, line, small, type Tone } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import { disputeEnding, disputesOf } from './disputes.ts';
import { entryLink, MOST_LINKS, missingDocument, readingsDocument } from './missing.ts';
import { somethingToTry } from './tries.ts';
import { factLines, type Voice } from './voice.ts';

export function entryDocument(entry: Entry, voice: Voice): Document {
  switch (entry.status) {
    case 'ambiguous':
      return readingsDocument(entry.typed, entry.readings, voice);
    case 'not-recorded':
      return missingDocument(lookups.missing.name(entry.typed), entry.nearest, voice, somethingToTry(voice));
    case 'answered':
      return answered(entry, voice);
  }
}

function answered(entry: Extract<Entry, { status: 'answered' }>, voice: Voice): Document {
  const { entity, topics } = entry;
  const { reader } = voice;
  const timeline = entity.continuity === null ? null : reader.continuities.get(entity.continuity);
  const items: Item[] = [fact(...identityLines(entry, voice))];
  for (const { topic, facts } of topics) {
    items.push(heading(lookups.topics[topic]));
    items.push(...facts.map((told) => fact(...factLines(told, voice))));
  }
  if (topics.length === 0) items.push(fact(line(lookups.entry.nothingSaid)));
  const facts = topics.flatMap((one) => one.facts);
  const ending = disputeEnding(facts, entity, voice);
  return {
    tone: toneOf(entry, disputesOf(facts).length, reader.continuities.home.id === timeline?.id || timeline === null),
    heading: entity.name,
    items,
    closing: ending.closing,
    links: [...ending.links, ...entry.counterparts.map((other) => entryLink(other, voice))].slice(0, MOST_LINKS),
  };
}

function identityLines(entry: Extract<Entry, { status: 'answered' }>, voice: Voice): Line[] {
  const { entity, aliases, corrected } = entry;
  const timeline = entity.continuity === null ? null : voice.timeline(entity.continuity);
  const said = lookups.entry.aboutBeside(entity.about, timeline ?? '');
  const about = said === '' ? [] : [` · ${said}`];
  const kind = common.capital(entity.kind);
  return [
    line(timeline === null ? kind : `${kind}, ${timeline}`, ...about),
    ...(aliases.length === 0 ? [] : [small(lookups.entry.alsoCalled(aliases))]),
    ...(corrected === null ? [] : [small(common.readAs(corrected.typed, corrected.read))]),
  ];
}

function toneOf(entry: Extract<Entry, { status: 'answered' }>, disputed: number, isHome: boolean): Tone {
  if (disputed > 0) return 'dispute';
  if (!isHome) return 'timeline';
  return entry.topics.length === 0 ? 'empty' : 'plain';
}
