import type { Continuity } from '../../lore/continuity.ts';
import type { Entity } from '../../lore/entity.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { COMMON } from '../words/lists.ts';
import { type PhraseHit, phrasesIn } from '../words/phrases.ts';
import { type Token, tokensOf } from '../words/tokens.ts';
import { askingOf } from './asking.ts';
import { clausesOf, narrowed } from './clauses.ts';
import { accountByShortName, unknownSourceIn } from './named-source.ts';
import { exactMentions, spelledMentions } from './names.ts';
import { occasionIn } from './occasion.ts';
import { coveredBy, type Mention, type Understanding } from './reading.ts';
import { accountIn, scopeOf } from './timelines.ts';
import { timesIn } from './times.ts';

/** Reads a question: names, times, timeline, account, and the predicates that its words may mean. */
export function understand(text: string, reader: LoreReader): Understanding {
  const tokens = tokensOf(text);
  const told = accountIn(tokens, reader) ?? accountByShortName(tokens, reader);
  const toldTokens = new Set(told?.tokens ?? []);
  const isTold = (at: number): boolean => toldTokens.has(at);
  const exact = exactMentions(tokens, reader, isTold).filter((mention) => isName(mention, tokens));
  const dated = timesIn(tokens, reader.profile.calendar, (at) => isTold(at) || isNumberInName(at, exact));
  const timed = exact.filter(
    (mention) => !dated.times.some((time) => time.from <= mention.to && mention.from <= time.to),
  );
  const isCiting = (at: number): boolean => isTold(at) || tokens[at]?.folded === 'according';
  const asking = askingOf(tokens, isCiting);
  // "According to" names a source; it is no accord.
  const citing = tokens.flatMap((token, at) => (token.folded === 'according' ? [at] : []));
  const used = new Set([...asking.used, ...citing]);
  const isTaken = (mentions: readonly Mention[]) => (at: number) =>
    isTold(at) || used.has(at) || coveredBy(at, mentions) || coveredBy(at, dated.times);
  const early = new Set(phrasesIn(tokens, reader.predicates, isTaken(timed)).flatMap((hit) => hit.covers));
  const isExplained = (at: number): boolean => isTaken([])(at) || early.has(at);
  // "Which quadrants …" asks for a kind; it names none.
  const isAskedNoun = (at: number): boolean =>
    asking.wh !== 'how-many' && asking.noun.includes(at) && tokens[at]?.isCapital !== true;
  const named = spelledMentions(tokens, reader, timed, (at) => isExplained(at) || isAskedNoun(at), isTaken([]));
  const scope = scopeOf(tokens, named, reader);
  const { mentions: inTimeline, isSpent } = chosenByTimeline(
    named.filter((mention) => !scope.tokens.has(mention.from)),
    scope.timeline,
    reader,
  );
  const clauses = clausesOf(tokens, inTimeline, asking.whAt);
  const inClause = (at: number): boolean => coveredBy(at, clauses);
  const taken = (at: number): boolean => isTaken(inTimeline)(at) || scope.tokens.has(at);
  const allHits = phrasesIn(tokens, reader.predicates, taken);
  const times = dated.times.filter((time) => !inClause(time.from));
  const outer = allHits.filter((hit) => !inClause(hit.from));
  const occasion = occasionIn(
    tokens,
    asking.whAt,
    inTimeline.filter((mention) => !inClause(mention.from)),
    outer,
    times,
  );
  const inOccasion = (at: number): boolean => occasion !== null && occasion.from <= at && at <= occasion.to;
  const hits = outer.filter((hit) => !inOccasion(hit.from));
  const described = inTimeline.filter((mention) => inClause(mention.from));
  const mentions = inTimeline
    .filter((mention) => !inClause(mention.from) && !inOccasion(mention.from))
    .map((mention) => narrowed(mention, clauses, described, allHits, reader));
  const loose = tokens.flatMap((token, at) =>
    token.isFunction || taken(at) || inClause(at) || inOccasion(at) ? [] : [at],
  );
  const phrased = new Set(hits.flatMap((hit: PhraseHit) => hit.covers));
  return {
    text,
    tokens,
    wh: asking.wh,
    whAt: asking.whAt,
    noun: asking.noun,
    mentions,
    described,
    times,
    occasion,
    isEitherTime: dated.isEither,
    timeline: isSpent ? null : scope.timeline,
    homeOfChosen: isSpent ? scope.timeline : null,
    account: told?.account ?? null,
    unknownAccount: told === null ? unknownSourceIn(tokens, (at) => loose.includes(at)) : null,
    work: scope.work,
    hits,
    loose,
    unknown: loose.filter((at) => !phrased.has(at) && !COMMON.has(tokens[at]?.bare ?? '') && !isNumber(tokens[at])),
    corrected: named.filter((one) => one.isCorrected).map(({ typed, read }) => ({ typed, read })),
  };
}

/** A bare number is a time or an amount; a title that is an everyday word is a name where it is written as one. */
function isName({ from, to, entities }: Mention, tokens: readonly Token[]): boolean {
  const token = tokens[from];
  if (from !== to || token === undefined) return true;
  if (/^\d+$/.test(token.folded)) return false;
  if (token.isCapital && from > 0) return true;
  return !(
    COMMON.has(token.folded) && entities.every((entity) => entity.kind === 'work' || entity.kind === 'continuity')
  );
}

function isNumberInName(at: number, mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => mention.from <= at && at <= mention.to && mention.from !== mention.to);
}

function isNumber(token: Token | undefined): boolean {
  return /^\d/.test(token?.folded ?? '');
}

/**
 * "the drowned history's Marr": the namesake that is at home there is meant, and the timeline has done its work.
 * Where no name has a namesake in it, the timeline limits the claims instead.
 */
function chosenByTimeline(
  mentions: readonly Mention[],
  timeline: Continuity | null,
  reader: LoreReader,
): { readonly mentions: readonly Mention[]; readonly isSpent: boolean } {
  if (timeline === null) return { mentions, isSpent: false };
  let isSpent = false;
  const chosen = mentions.map((mention) => {
    const own = mention.entities.filter((entity) => isAtHome(entity, timeline));
    if (own.length > 0 && own.length < mention.entities.length) {
      isSpent = true;
      return { ...mention, entities: own };
    }
    const [entity] = mention.entities;
    if (entity === undefined || mention.entities.length > 1 || own.length > 0) return mention;
    const counterparts = reader.counterparts(entity.id).filter((other) => isAtHome(other, timeline));
    if (counterparts.length === 0) return mention;
    isSpent = true;
    return { ...mention, entities: counterparts };
  });
  // Of a namesake at home there, what is told in the default timeline counts, too.
  return { mentions: chosen, isSpent };
}

function isAtHome(entity: Entity, timeline: Continuity): boolean {
  return entity.continuity === timeline.id;
}
