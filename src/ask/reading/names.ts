import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { LoreReader, NamedEntity } from '../../lore/reader.ts';
import { ARTICLES, AUXILIARIES, COMMON } from '../words/lists.ts';
import type { Token } from '../words/tokens.ts';
import { coveredBy, type Mention } from './reading.ts';

const MOST_WORDS = 9;
const MOST_NAMESAKES = 10;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly known: readonly NamedEntity[];
}

/** Names that stand in the question exactly, the longest first, none inside another. */
export function exactMentions(
  tokens: readonly Token[],
  reader: LoreReader,
  isTaken: (at: number) => boolean,
): readonly Mention[] {
  const windows = new Map<string, { from: number; to: number; rank: number }[]>();
  const note = (text: string, from: number, to: number, rank: number): void => {
    if (text === '') return;
    const known = windows.get(text) ?? [];
    known.push({ from, to, rank });
    windows.set(text, known);
  };
  for (let from = 0; from < tokens.length; from += 1) {
    const first = tokens[from];
    if (first === undefined || isTaken(from) || (first.isFunction && !ARTICLES.has(first.folded))) continue;
    let text = '';
    for (let to = from; to < Math.min(tokens.length, from + MOST_WORDS) && !isTaken(to); to += 1) {
      const last = tokens[to];
      if (last === undefined) break;
      const before = text;
      text = before === '' ? last.folded : `${before} ${last.folded}`;
      if (last.isFunction && !(to > from && /^(?:nor|us|it|one|two|down|over|under)$/.test(last.folded))) continue;
      note(text, from, to, 0);
      const start = before === '' ? '' : `${before} `;
      if (last.bare !== last.folded) note(start + last.bare, from, to, 1);
      // "regents", where the lorebook only knows "regent".
      else if (/[^s]s$/.test(last.folded) && last.folded.length > 3)
        note(start + last.folded.slice(0, -1), from, to, 2);
      if (last.isPossessive && !text.includes(' of ')) {
        // A possessive ends a name, unless the name has one in it ("Harrow's Children").
      }
    }
  }
  if (windows.size === 0) return [];
  const spans = new Map<string, Span & { rank: number }>();
  for (const named of reader.named([...windows.keys()])) {
    for (const { from, to, rank } of windows.get(named.folded) ?? []) {
      const key = `${from} ${to}`;
      const span = spans.get(key);
      if (span === undefined || rank < span.rank) spans.set(key, { from, to, known: [named], rank });
      else if (rank === span.rank) spans.set(key, { ...span, known: [...span.known, named] });
    }
  }
  const length = ({ from, to }: Span): number => to - from + (ARTICLES.has(tokens[from]?.folded ?? '') ? 0 : 0.5);
  const chosen: Mention[] = [];
  for (const span of [...spans.values()].sort((a, b) => length(b) - length(a) || a.from - b.from)) {
    if (chosen.some((other) => other.from <= span.to && span.from <= other.to)) continue;
    chosen.push(mentionOf(tokens, span));
  }
  return chosen.sort((a, b) => a.from - b.from);
}

function mentionOf(tokens: readonly Token[], { from, to, known }: Span): Mention {
  // A thing's own name before another's alias, as the finder has it.
  const own = known.filter((one) => !one.isAlias);
  const meant = own.length > 0 ? own : known;
  const entities = [...new Map(meant.map(({ entity }) => [entity.id, entity])).values()].slice(0, MOST_NAMESAKES);
  const typed = textOf(tokens, from, to);
  return { from, to, typed, read: typed, entities, isCorrected: false };
}

function textOf(tokens: readonly Token[], from: number, to: number): string {
  return tokens
    .slice(from, to + 1)
    .map((token, at, all) =>
      at === all.length - 1 && token.isPossessive ? token.text.replace(/['’]s?$/i, '') : token.text,
    )
    .join(' ');
}

const MOST_FINDS = 6;
const MOST_FINDS_EACH = 4;
const INSIDE_NAMES = new Set(['nor', 'of', 'on', 'at', 'for', 'the', 'a', 'an']);
const FEWEST_LETTERS = 4;

/** Names read despite their spelling, around words that nothing else explains; a longer reading takes the place of a shorter one. */
export function spelledMentions(
  tokens: readonly Token[],
  reader: LoreReader,
  exact: readonly Mention[],
  isExplained: (at: number) => boolean,
  isBlocked: (at: number) => boolean,
): readonly Mention[] {
  let finds = 0;
  let mentions = [...exact];
  for (const [at, token] of tokens.entries()) {
    if (isExplained(at) || coveredBy(at, mentions) || !canBeName(token)) continue;
    for (const [from, to] of windowsAround(tokens, at, mentions, isBlocked)) {
      if (finds >= MOST_FINDS) return mentions;
      finds += 1;
      const entities = spelled(reader, tokens, from, to);
      if (entities === undefined || isTurned(entities.read, mentions, from, to)) continue;
      const typed = textOf(tokens, from, to);
      mentions = mentions.filter((other) => other.to < from || other.from > to);
      mentions.push({ from, to, typed, ...entities });
      break;
    }
  }
  return mentions.sort((a, b) => a.from - b.from);
}

/** "Was Marr wadren": read in another order, the two words would be Warden Marr, and the name that stood there is lost. */
function isTurned(read: string, mentions: readonly Mention[], from: number, to: number): boolean {
  const name = fold(read);
  const plain = ({ typed }: Mention): string => fold(typed).replace(/^(?:the|a|an) /, '');
  return mentions.some(
    (one) =>
      (one.from === from && one.to < to && !name.replace(/^(?:the|a|an) /, '').startsWith(plain(one))) ||
      (one.to === to && one.from > from && !name.endsWith(plain(one))),
  );
}

function canBeName(token: Token): boolean {
  if (token.isFunction || /\d/.test(token.folded) || COMMON.has(token.bare)) return false;
  return token.bare.length >= FEWEST_LETTERS || (token.isCapital && token.bare.length >= 2);
}

/** Stretches of at most four words with the unknown one in them, the longest first. */
function windowsAround(
  tokens: readonly Token[],
  at: number,
  mentions: readonly Mention[],
  isBlocked: (at: number) => boolean,
): readonly (readonly [number, number])[] {
  const canJoin = (index: number): boolean => {
    const token = tokens[index];
    if (token === undefined) return false;
    if (coveredBy(index, mentions)) return true;
    if (AUXILIARIES.has(token.folded) || isBlocked(index)) return false;
    return !token.isFunction || INSIDE_NAMES.has(token.folded);
  };
  let first = at;
  while (at - first < 3 && canJoin(first - 1) && tokens[first - 1]?.endsClause !== true) first -= 1;
  let last = at;
  while (last - at < 3 && canJoin(last + 1) && tokens[last]?.endsClause !== true) last += 1;
  const windows: (readonly [number, number])[] = [];
  for (let from = first; from <= at; from += 1) {
    for (let to = last; to >= at; to -= 1) {
      const ends = [tokens[from], tokens[to]];
      const isBare = ends.some((end) => end?.isFunction === true && end.folded !== 'nor');
      // A name that was read whole is not cut in two.
      const cuts = mentions.some((one) => (one.from < from && one.to >= from) || (one.from <= to && one.to > to));
      if (to - from < 4 && !isBare && !cuts) windows.push([from, to]);
    }
  }
  windows.sort((a, b) => b[1] - b[0] - (a[1] - a[0]));
  // The word alone is always tried.
  return windows.length <= MOST_FINDS_EACH ? windows : [...windows.slice(0, MOST_FINDS_EACH - 1), [at, at]];
}

function spelled(
  reader: LoreReader,
  tokens: readonly Token[],
  from: number,
  to: number,
): { readonly entities: readonly Entity[]; readonly read: string; readonly isCorrected: boolean } | undefined {
  const text = tokens
    .slice(from, to + 1)
    .map((token) => token.bare)
    .join(' ');
  const found = reader.find(text, { purpose: 'resolve', limit: MOST_NAMESAKES });
  // "Greywater" is not the Witch of Greywater.
  const hits = found.hits.filter(
    (hit) => !(hit.match === 'prefix' && isAfterLink(text, hit.matched)) && !isPartOfTimeline(text, hit.entity),
  );
  const [first] = hits;
  if (found.verdict === 'none' || first === undefined) return from === to ? begun(reader, text) : undefined;
  const entities = [...new Map(hits.map((hit) => [hit.entity.id, hit.entity])).values()];
  return {
    entities: found.verdict === 'one' ? [first.entity] : entities,
    read: first.matched,
    isCorrected: first.match === 'spelling',
  };
}

/** "Harbour" alone is no name of the Unburnt Harbour timeline. */
function isPartOfTimeline(text: string, { kind, name }: Entity): boolean {
  if (kind !== 'continuity') return false;
  const typed = text.split(' ').length;
  return typed < fold(name).replace(/^the /, '').split(' ').length - 1;
}

function isAfterLink(text: string, matched: string): boolean {
  const name = fold(matched);
  const link = name.search(/ (?:of|from|for|in|at) /);
  return link !== -1 && !name.startsWith(text.split(' ')[0] ?? '') && name.indexOf(text) > link;
}

const MOST_BEGUN = 6;

/** The first words of just one name ("Greywater" of Greywater Keep). */
function begun(
  reader: LoreReader,
  text: string,
): { readonly entities: readonly Entity[]; readonly read: string; readonly isCorrected: boolean } | undefined {
  if (text.length < FEWEST_LETTERS) return undefined;
  const hits = reader.find(text, { purpose: 'suggest', limit: MOST_BEGUN }).hits.filter((hit) =>
    fold(hit.entity.name)
      .replace(/^(?:the|a|an) /, '')
      .startsWith(`${text} `),
  );
  const [first] = hits;
  return first === undefined || new Set(hits.map((hit) => hit.entity.id)).size > 1
    ? undefined
    : { entities: [first.entity], read: first.entity.name, isCorrected: false };
}
