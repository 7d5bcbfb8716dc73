import type { Account, Work } from '../../lore/account.ts';
import type { Continuity } from '../../lore/continuity.ts';
import { fold } from '../../lore/fold.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { ARTICLES } from '../words/lists.ts';
import type { Token } from '../words/tokens.ts';
import type { Mention } from './reading.ts';

const TIMELINE_WORDS = new Set(
  'timeline timelines universe continuity reality world worlds history canon branch verse dimension permutation'.split(
    ' ',
  ),
);
const MAIN_WORDS = new Set('main default home regular normal primary standard'.split(' '));
const TELLING_WORDS = new Set(
  'telling tellings account accounts tale story version source log logs page pages article wiki chronicle chronicles annals notes diary journal letter letters book report side author record records statement testimony entry'.split(
    ' ',
  ),
);
const INTO = new Set(['in', 'of', 'from', 'within', 'for', 'to']);
const BY_WORDS = new Set(['in', 'per', 'from', 'by', 'to']);

const SAYS = new Set(['say', 'says', 'tell', 'tells', 'claim', 'claims', 'state', 'states', 'report', 'reports']);

/** Accounts are looked for first: the name of a telling often holds the name of the side that tells it. */
export function accountIn(
  tokens: readonly Token[],
  reader: LoreReader,
): { account: Account; tokens: readonly number[] } | null {
  let best: { account: Account; tokens: readonly number[] } | null = null;
  for (const account of reader.accounts) {
    const words = fold(account.title)
      .split(' ')
      .filter((word) => word !== 'the' && word !== 'a' && word !== 'an');
    const core = words.filter((word) => !TELLING_WORDS.has(word));
    const found = runOf(tokens, words) ?? (core.length > 0 ? withTellingWord(tokens, core) : null);
    if (found !== null && (best === null || found.length > best.tokens.length)) best = { account, tokens: found };
  }
  return best;
}

function withTellingWord(tokens: readonly Token[], core: readonly string[]): readonly number[] | null {
  const run = runOf(tokens, core);
  const after = run === null ? undefined : tokens[(run.at(-1) ?? 0) + 1];
  return run !== null && after !== undefined && TELLING_WORDS.has(after.folded)
    ? [...run, (run.at(-1) ?? 0) + 1]
    : null;
}

function runOf(tokens: readonly Token[], words: readonly string[]): readonly number[] | null {
  for (let from = 0; from < tokens.length; from += 1) {
    const run: number[] = [];
    let at = from;
    for (const word of words) {
      while (run.length > 0 && ARTICLES.has(tokens[at]?.folded ?? '')) at += 1;
      if (tokens[at]?.folded !== word && tokens[at]?.bare !== word) break;
      run.push(at);
      at += 1;
    }
    const last = run.at(-1);
    if (run.length === words.length && last !== undefined)
      return Array.from({ length: last - from + 1 }, (_, step) => from + step);
  }
  return null;
}

/** The timeline or work that the question keeps to, and which mentions only name it. */
export function scopeOf(
  tokens: readonly Token[],
  mentions: readonly Mention[],
  reader: LoreReader,
): { readonly timeline: Continuity | null; readonly work: Work | null; readonly tokens: ReadonlySet<number> } {
  const used = new Set<number>();
  let timeline: Continuity | null = null;
  let work: Work | null = null;
  const free = (at: number): boolean => !mentions.some((one) => one.from <= at && at <= one.to);
  for (const mention of mentions) {
    const [entity] = mention.entities;
    if (entity === undefined || mention.entities.length > 1) continue;
    if (entity.kind === 'continuity' && !isObject(tokens, mention)) {
      timeline ??= reader.continuities.byEntity(entity.id) ?? null;
      take(used, tokens, mention.from, mention.to);
    } else if (entity.kind === 'work' && isScopeWord(tokens, mention)) {
      const told = reader.work(entity.id);
      const own = told?.continuity ?? null;
      if (own !== null && own !== reader.continuities.home.id) timeline ??= reader.continuities.get(own);
      else work ??= told ?? null;
      take(used, tokens, mention.from, mention.to);
    }
  }
  const named = timeline ?? coreIn(tokens, reader, free, mentions, used);
  return { timeline: named, work, tokens: used };
}

/** "invaded *the drowned world*": right after a verb it is a thing like any other. */
function isObject(tokens: readonly Token[], { from }: Mention): boolean {
  const before = tokens[from - 1]?.folded === 'the' ? tokens[from - 2] : tokens[from - 1];
  return before !== undefined && !before.isFunction && !before.endsClause;
}

/** "in Low Tide", "according to Low Tide"; but "released in …" speaks of the work itself. */
function isScopeWord(tokens: readonly Token[], { from, to }: Mention): boolean {
  if (SAYS.has(tokens[to + 1]?.folded ?? '')) return true;
  const before = tokens[from - 1]?.folded ?? '';
  return BY_WORDS.has(before) && !(before === 'to' && tokens[from - 2]?.folded !== 'according');
}

function take(used: Set<number>, tokens: readonly Token[], from: number, to: number): void {
  for (let at = from; at <= to; at += 1) used.add(at);
  if (TIMELINE_WORDS.has(tokens[to + 1]?.folded ?? '')) used.add(to + 1);
}

/** "drowned" of "drowned world", before a name or a word for timelines. */
function coreIn(
  tokens: readonly Token[],
  reader: LoreReader,
  free: (at: number) => boolean,
  mentions: readonly Mention[],
  used: Set<number>,
): Continuity | null {
  for (const [at, token] of tokens.entries()) {
    if (MAIN_WORDS.has(token.folded) && TIMELINE_WORDS.has(tokens[at + 1]?.bare ?? '')) {
      used.add(at).add(at + 1);
      return reader.continuities.home;
    }
  }
  const known = reader.continuities.all
    .map((node) => ({ node, core: coreWords(node) }))
    .filter(({ core }) => core.length > 0)
    .sort((a, b) => b.core.length - a.core.length);
  for (const { node, core } of known) {
    const run = runOf(tokens, core);
    if (run === null || !run.every(free)) continue;
    const [first] = run;
    const last = run.at(-1) ?? 0;
    const next = tokens[last + 1];
    const before = tokens[(first ?? 0) - 1]?.folded ?? '';
    const beforeThat = tokens[(first ?? 0) - 2]?.folded ?? '';
    const isNamed = next !== undefined && TIMELINE_WORDS.has(next.bare);
    const isIn = INTO.has(before) || (before === 'the' && INTO.has(beforeThat) && next === undefined);
    const isBeforeName = mentions.some((one) => one.from === last + 1);
    const isAfterName =
      mentions.some((one) => one.to === (first ?? 0) - 1) && (next === undefined || tokens[last]?.endsClause === true);
    if (!isNamed && !isIn && !isBeforeName && !isAfterName) continue;
    for (const index of run) used.add(index);
    if (isNamed) used.add(last + 1);
    return node;
  }
  return null;
}

function coreWords({ name }: Continuity): readonly string[] {
  return fold(name)
    .split(' ')
    .filter((word) => !TIMELINE_WORDS.has(word) && word !== 'the');
}
