import { scoped } from '../gather/scope.ts';
import { choose } from '../plan/choose.ts';
import type { Context } from '../plan/context.ts';
import type { PhraseHit } from '../words/phrases.ts';
import type { Token } from '../words/tokens.ts';
import type { Mention, TimeMention, TimeRelation, Understanding } from './reading.ts';

/** A clause that gives a time by what happened then: "after his capture", "before the founding of the League". */
export interface Occasion {
  readonly from: number;
  readonly to: number;
  readonly relation: TimeRelation;
  readonly mentions: readonly Mention[];
  readonly hits: readonly PhraseHit[];
}

const RELATIONS: Readonly<Record<string, TimeRelation>> = {
  before: 'before',
  until: 'before',
  till: 'before',
  after: 'after',
  since: 'after',
  following: 'after',
  during: 'in',
  when: 'in',
  while: 'in',
  once: 'after',
};

export function occasionIn(
  tokens: readonly Token[],
  whAt: number,
  mentions: readonly Mention[],
  hits: readonly PhraseHit[],
  times: readonly TimeMention[],
): Occasion | null {
  const at = tokens.findIndex((token, index) => {
    if (index <= Math.max(whAt, 0) || index === tokens.length - 1 || RELATIONS[token.folded] === undefined)
      return false;
    const isDated = times.some(
      (time) => time.from > index && tokens.slice(index + 1, time.from).every((word) => word.isFunction),
    );
    const isPhrase = hits.some((hit) => hit.phrase.words.includes(token.folded) && hit.to === index - 1);
    // "Is it disputed when …": without anything before it, it asks.
    const isAsking = token.folded === 'when' && !mentions.some((one) => one.to < index);
    return !isDated && !isPhrase && !isAsking && !mentions.some((one) => one.from <= index && index <= one.to);
  });
  if (at === -1) return null;
  const comma = tokens.findIndex((token, index) => index > at && token.endsClause && index < tokens.length - 1);
  const to = comma === -1 ? tokens.length - 1 : comma;
  const inside = (index: number): boolean => index > at && index <= to;
  const occasion = {
    from: at,
    to,
    relation: RELATIONS[tokens[at]?.folded ?? ''] ?? 'in',
    mentions: mentions.filter((mention) => inside(mention.from)),
    hits: hits.filter((hit) => inside(hit.from)),
  };
  return occasion.mentions.length + occasion.hits.length === 0 ? null : occasion;
}

/** The question with the time that its occasion stands for; the names go back to the others where it has none. */
export function withOccasion({ asked, reader }: Context): Understanding {
  const { occasion } = asked;
  if (occasion === null) return asked;
  const time = timeOfOccasion({ asked, reader });
  if (time !== null) return { ...asked, times: [...asked.times, time] };
  const mentions = [...asked.mentions, ...occasion.mentions].sort((a, b) => a.from - b.from);
  return { ...asked, mentions };
}

function timeOfOccasion({ asked, reader }: Context): TimeMention | null {
  const { occasion } = asked;
  if (occasion === null) return null;
  const events = occasion.mentions
    .flatMap((mention) => mention.entities)
    .filter((entity) => entity.kind === 'event' || entity.kind === 'battle');
  const mentions = occasion.mentions.length > 0 ? occasion.mentions : asked.mentions.slice(0, 1);
  const inside = { ...asked, wh: 'fragment' as const, mentions, hits: occasion.hits, times: [] };
  const claims =
    events.length > 0
      ? events.flatMap((event) => reader.claimsBySubject(event.id, 'date'))
      : (choose(inside, reader)?.claims ?? []);
  const { main, elsewhere } = scoped(claims, asked, reader);
  const bounds = (main.length > 0 ? main : elsewhere)
    .filter((claim) => claim.date !== null)
    .map((claim) => claim.bounds);
  const starts = bounds.flatMap(({ sLo, eLo }) => sLo ?? eLo ?? []);
  const ends = bounds.flatMap(({ eHi, sHi }) => eHi ?? sHi ?? []);
  if (starts.length === 0 || ends.length === 0) return null;
  const window = { min: Math.min(...starts), max: Math.max(...ends) };
  const typed = asked.tokens
    .slice(occasion.from, occasion.to + 1)
    .map((token) => token.text)
    .join(' ');
  const span =
    occasion.relation === 'before'
      ? { min: null, max: window.min - 1 }
      : occasion.relation === 'after'
        ? { min: window.max + 1, max: null }
        : window;
  return { from: occasion.from, to: occasion.to, typed, span, relation: occasion.relation };
}
