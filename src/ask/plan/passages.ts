import { type Quote, quoteOf } from '../../lookup/quote.ts';
import { fold } from '../../lore/fold.ts';
import type { Passage } from '../../lore/passage.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Understanding } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
import { entitiesOf } from './context.ts';

const MOST_READ = 60;
const MOST_QUOTED = 2;
const MOST_WORDS = 5;

/**
 * What accounts say in their own words about what no claim answers: passages that name what is asked about, best those
 * that share most words with the question. One that shares nothing but the name is no help.
 */
export function passagesFor(asked: Understanding, reader: LoreReader): readonly Quote[] {
  const entities = entitiesOf(asked);
  const named = new Set(asked.mentions.flatMap(({ from, to }) => range(from, to)));
  const words = asked.tokens.filter((token, at) => !token.isFunction && !named.has(at));
  const wanted = new Set(words.map((token) => token.stem));
  // Nothing but names is asked about: a passage must bring them together.
  if (wanted.size === 0 && entities.length < 2) return [];
  const found = new Map<number, Passage>();
  for (const entity of entities) {
    for (const passage of reader.passagesAbout(entity.id, MOST_READ)) found.set(passage.id, passage);
  }
  const content = asked.tokens.filter((token) => !token.isFunction).map((token) => token.folded);
  const byText = content.length === 0 ? [] : reader.passagesByText(content.join(' '), MOST_QUOTED * 2);
  const byWord = words.slice(0, MOST_WORDS).flatMap((token) => reader.passagesByText(token.folded, MOST_QUOTED * 2));
  for (const passage of [...byText, ...byWord]) found.set(passage.id, passage);
  const ids = new Set(entities.map((entity) => entity.id));
  // What was read before its things were known names them in its text alone.
  const names = asked.mentions.flatMap(({ typed, read }) => [fold(typed), fold(read)]).filter((name) => name !== '');
  return [...found.values()]
    .filter(({ text, entities: told }) => {
      const folded = ` ${fold(text)} `;
      return names.length === 0 || told.some((id) => ids.has(id)) || names.some((name) => folded.includes(` ${name} `));
    })
    .map((passage) => ({
      passage,
      score: scoreOf(passage, wanted),
      hits: passage.entities.filter((id) => ids.has(id)).length,
    }))
    .filter(({ score, hits }) => (wanted.size === 0 ? hits >= 2 : score > 0 && score * 2 >= wanted.size))
    .sort((a, b) => b.score - a.score || b.hits - a.hits || a.passage.id - b.passage.id)
    .slice(0, MOST_QUOTED)
    .map(({ passage }) => quoteOf(passage, (word) => wanted.has(stem(word))));
}

/** How many of the words stand in it, in any form. */
function scoreOf(passage: Passage, wanted: ReadonlySet<string>): number {
  return new Set(
    fold(passage.text)
      .split(' ')
      .map(stem)
      .filter((word) => wanted.has(word)),
  ).size;
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}
