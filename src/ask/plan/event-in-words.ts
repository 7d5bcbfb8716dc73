import type { Entity } from '../../lore/entity.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft } from '../answer.ts';
import type { Understanding } from '../reading/reading.ts';
import { tokensOf } from '../words/tokens.ts';
import { type Context, linesOf, variantsOf } from './context.ts';

const MOST_FOUND = 8;
const FEWEST_WORDS = 2;
/** Who did it, by what is told of an event; the first that is told at all. */
const DOERS = ['caused_by', 'commanded_by', 'led_by', 'participant'];

/**
 * "Who burned the harbour?", where the lore has an event Burning of the Harbour: the question read with that event in
 * it. Null where no event's name is in its words.
 */
export function withEventInWords({ asked, reader }: Context): Understanding | null {
  const content = asked.tokens.flatMap((token, at) => (token.isFunction || /^\d/.test(token.folded) ? [] : [at]));
  const stems = new Map(content.map((at) => [asked.tokens[at]?.stem ?? '', at]));
  const named = eventNamed(content.map((at) => asked.tokens[at]?.folded ?? '').join(' '), stems, reader);
  if (named === undefined) return null;
  const spent = new Set(named.stems.flatMap((one) => stems.get(one) ?? []));
  const from = Math.min(...spent);
  const to = Math.max(...spent);
  const isOutside = (mention: { readonly from: number; readonly to: number }): boolean =>
    mention.to < from || mention.from > to;
  if (content.some((at) => at > from && at < to && !spent.has(at))) return null;
  const { event } = named;
  const mention = { from, to, typed: event.name, read: event.name, entities: [event], isCorrected: false };
  const isFree = (at: number): boolean => at < from || at > to;
  return {
    ...asked,
    occasion: null,
    mentions: [...asked.mentions.filter(isOutside), mention].sort((a, b) => a.from - b.from),
    hits: asked.hits.filter((hit) => hit.covers.every(isFree)),
    loose: asked.loose.filter(isFree),
    unknown: asked.unknown.filter(isFree),
  };
}

function eventNamed(
  text: string,
  stems: ReadonlyMap<string, number>,
  reader: LoreReader,
): { readonly event: Entity; readonly stems: readonly string[] } | undefined {
  if (text === '') return undefined;
  return reader
    .find(text, { purpose: 'suggest', limit: MOST_FOUND, kinds: ['event', 'battle'] })
    .hits.map(({ entity }) => ({
      event: entity,
      stems: tokensOf(entity.name).flatMap((token) => (token.isFunction ? [] : [token.stem])),
    }))
    .filter((one) => one.stems.length >= FEWEST_WORDS && one.stems.every((word) => stems.has(word)))
    .sort((a, b) => b.stems.length - a.stems.length)[0];
}

/** "Who …" of an event alone: who caused, led or took part in it. */
export function doersOf({ asked, reader }: Context): Draft | undefined {
  const [mention] = asked.mentions;
  const [event] = mention?.entities ?? [];
  if (asked.wh !== 'who' || event === undefined || asked.mentions.length > 1) return undefined;
  const told = DOERS.map((predicate) => ({ predicate, claims: reader.claimsBySubject(event.id, predicate) }));
  const found = told.find(({ claims }) => claims.length > 0);
  if (found === undefined) return undefined;
  return {
    status: 'answered',
    intent: 'who',
    head: { kind: 'values' },
    lines: linesOf(found.claims, 'main', reader),
    variants: variantsOf(found.claims, () => 'value'),
    predicates: [found.predicate],
    entities: [event],
  };
}
