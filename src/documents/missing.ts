import { handleOf } from '../lookup/name.ts';
import type { Reading } from '../lookup/readings.ts';
import type { Entity } from '../lore/entity.ts';
import { type Document, fact, type Item, type Link, line, linked, small } from '../messages/document.ts';
import { common } from '../messages/en/common.ts';
import { lookups } from '../messages/en/lookups.ts';
import type { Voice } from './voice.ts';

/** Buttons a card can hold. */
export const MOST_LINKS = 5;

/** "Not recorded": what was looked for, the nearest names, one thing to try. */
export function missingDocument(
  said: string,
  nearest: readonly Entity[],
  voice: Voice,
  tries: readonly string[],
): Document {
  const items: Item[] = [fact(line(said))];
  if (nearest.length > 0) items.push(fact(small(lookups.missing.nearest(nearest.map((entity) => entity.name)))));
  for (const words of tries) items.push(fact(small(lookups.missing.tryThis(words))));
  return {
    tone: 'empty',
    heading: common.notRecorded,
    items,
    links: nearest.slice(0, MOST_LINKS).map((entity) => entryLink(entity, voice)),
  };
}

/** The option that names the thing a command is about, where it is not `of`. */
const OPTION_OF: Readonly<Record<string, string>> = {
  entry: 'name',
  sources: 'name',
  regents: 'office',
  timeline: 'about',
  compare: 'about',
  conflicts: 'about',
};

/** Several things of one name: one line and one button each, with what tells them apart. */
export function readingsDocument(
  typed: string,
  readings: readonly Reading[],
  voice: Voice,
  command = 'entry',
  others: Readonly<Record<string, string | null>> = {},
): Document {
  const [first] = readings;
  const name = first?.entity.name ?? typed;
  const isOneName = readings.every((reading) => reading.entity.name === name);
  const heading = isOneName
    ? lookups.entry.namesakes(readings.length, name, first?.entity.kind ?? '')
    : lookups.entry.whichOne(typed);
  return {
    tone: 'plain',
    heading,
    items: readings.map((reading) =>
      linked(fact(readingLine(reading, voice, isOneName)), {
        label:
          reading.continuity === null
            ? reading.entity.name
            : lookups.entry.counterpart(reading.entity.name, reading.continuity.name),
        command,
        options: { ...filled(others), [OPTION_OF[command] ?? 'of']: handleOf(voice.reader, reading.entity) },
      }),
    ),
    links: [],
  };
}

/** The command's other options as they were typed, so that a choice asks the same question. */
function filled(options: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(Object.entries(options).filter((option): option is [string, string] => option[1] !== null));
}

function readingLine({ entity, continuity, about, claim }: Reading, voice: Voice, isOneName: boolean) {
  const timeline = continuity?.name ?? lookups.entry.unknownTimeline;
  const known =
    about !== ''
      ? lookups.entry.aboutBeside(about, timeline)
      : claim === null
        ? lookups.entry.nothingSaid
        : voice.statement(claim);
  const name = isOneName ? timeline : continuity === null ? entity.name : `${entity.name}, ${timeline}`;
  return line({ strong: name.charAt(0).toUpperCase() + name.slice(1) }, ` · ${known}`);
}

/** A button to the entry of a thing. */
export function entryLink(entity: Entity, voice: Voice): Link {
  const { reader } = voice;
  const timeline = entity.continuity === null ? null : reader.continuities.get(entity.continuity);
  const isHome = timeline === null || timeline.id === reader.continuities.home.id;
  return {
    label: isHome ? entity.name : lookups.entry.counterpart(entity.name, timeline.name),
    command: 'entry',
    options: { name: handleOf(reader, entity) },
  };
}
