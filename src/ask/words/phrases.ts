import { fold } from '../../lore/fold.ts';
import type { Predicate, PredicateCatalogue } from '../../lore/predicate.ts';
import { FUNCTION_WORDS, PREPOSITIONS } from './lists.ts';
import { stem } from './stem.ts';
import type { Token } from './tokens.ts';

export type Side = 'subject' | 'value';

/** A way people say a predicate. */
export interface Phrase {
  readonly predicate: Predicate;
  readonly say: string;
  /** Stems that must all be there, in order. */
  readonly content: readonly string[];
  readonly words: readonly string[];
  /** Which side does it, bears it or is named by it: the grammatical subject of the verb, what the noun stands for. */
  readonly doer: Side;
  /** The pack says so; otherwise it is a guess by the predicate's name, which only evidence makes good. */
  readonly isDoerKnown: boolean;
  /** Who does it stands on neither side: he who lost what another captured. */
  readonly isDoerOutside: boolean;
}

/** A phrase found in a question. */
export interface PhraseHit {
  readonly phrase: Phrase;
  /** Tokens it was found in: the first, the last, and all. */
  readonly from: number;
  readonly to: number;
  readonly covers: readonly number[];
  readonly score: number;
}

type Index = ReadonlyMap<string, readonly Phrase[]>;
const indices = new WeakMap<PredicateCatalogue, Index>();

const MARK = /^(.*?)\s*->\s*(subject|value|nobody)$/;
const AGENT = /(?:er|or|ers|ors|ist|ists|ian)$/;

function indexOf(catalogue: PredicateCatalogue): Index {
  const found = indices.get(catalogue);
  if (found !== undefined) return found;
  const made = new Map<string, Phrase[]>();
  for (const predicate of catalogue.all) {
    const ways = [...predicate.phrases, predicate.id.replaceAll('_', ' ')];
    const inverse = predicate.inverse;
    for (const say of ways) add(made, phraseOf(predicate, say));
    if (inverse !== null && !predicate.isSymmetric) add(made, inverseOf(predicate, inverse));
  }
  indices.set(catalogue, made);
  return made;
}

function add(index: Map<string, Phrase[]>, phrase: Phrase): void {
  const [first] = phrase.content;
  if (first === undefined) return;
  const known = index.get(first) ?? [];
  if (known.some((other) => other.predicate === phrase.predicate && other.words.join(' ') === phrase.words.join(' ')))
    return;
  known.push(phrase);
  index.set(first, known);
}

function phraseOf(predicate: Predicate, said: string): Phrase {
  const [, marked, side] = MARK.exec(said) ?? [];
  const words = fold(marked ?? said)
    .split(' ')
    .filter((word) => word !== '');
  const content = words.filter((word) => !FUNCTION_WORDS.has(word)).map(stem);
  const isBy = predicate.id.endsWith('_by');
  const isAgentNoun = AGENT.test(words[0] ?? '') && words.length === 1;
  return {
    predicate,
    say: marked ?? said,
    // A phrase of nothing but small words ("had") is matched by them.
    content: content.length > 0 ? content : words.map(stem),
    words,
    doer: side === 'subject' || side === 'value' ? side : isBy ? 'value' : 'subject',
    isDoerKnown:
      side !== undefined || predicate.isBase || isBy || predicate.inverse?.endsWith('_by') === true || isAgentNoun,
    isDoerOutside: side === 'nobody',
  };
}

/** "held_by" of holds_position, "founder_of": the value does it, or bears it. */
function inverseOf(predicate: Predicate, inverse: string): Phrase {
  const phrase = phraseOf(predicate, inverse.replaceAll('_', ' '));
  const turned = inverse.endsWith('_by') ? phrase.doer : phrase.doer === 'subject' ? 'value' : 'subject';
  return { ...phrase, doer: predicate.id.endsWith('_by') ? 'value' : turned, isDoerKnown: true };
}

/** "Came after" is not meant where "came before" is said. */
const OPPOSITE: Readonly<Record<string, string>> = { before: 'after', after: 'before', to: 'from', from: 'to' };

/** A word between two of a phrase: a name, a small word, an adverb. More than these and it is not the phrase. */
const WIDEST_GAP = 7;

/** All phrases of the lorebook's predicates in the tokens, best first. `isFree` tells which tokens may be skipped over. */
export function phrasesIn(
  tokens: readonly Token[],
  catalogue: PredicateCatalogue,
  isTaken: (at: number) => boolean,
): readonly PhraseHit[] {
  const index = indexOf(catalogue);
  const hits: PhraseHit[] = [];
  for (const [at, token] of tokens.entries()) {
    if (isTaken(at)) continue;
    for (const phrase of index.get(token.stem) ?? []) {
      const hit = matched(phrase, tokens, at, isTaken);
      if (hit !== undefined) hits.push(hit);
    }
  }
  return best(hits);
}

function matched(
  phrase: Phrase,
  tokens: readonly Token[],
  at: number,
  isTaken: (at: number) => boolean,
): PhraseHit | undefined {
  const covers = [at];
  for (const wanted of phrase.content.slice(1)) {
    const from = (covers.at(-1) ?? at) + 1;
    let found = -1;
    for (let next = from; next < Math.min(tokens.length, from + WIDEST_GAP); next += 1) {
      const token = tokens[next];
      if (token === undefined) break;
      if (token.stem === wanted && !isTaken(next)) {
        found = next;
        break;
      }
      if (!isTaken(next) && !token.isFunction) break;
    }
    if (found === -1) return undefined;
    covers.push(found);
  }
  const last = covers.at(-1) ?? at;
  const around = new Set(tokens.slice(Math.max(0, at - 3), last + 4).map((token) => token.folded));
  const small = phrase.words.filter((word) => FUNCTION_WORDS.has(word));
  const isOnlySmall = small.length === phrase.words.length;
  const there = small.filter((word) => around.has(word)).length;
  // "at war with" is also asked as "at war"; but "part of" without "of" is another thing.
  const missing = small.filter((word) => !around.has(word) && PREPOSITIONS.has(word)).length;
  const next = tokens[last + 1]?.folded ?? '';
  if (phrase.words.some((word) => OPPOSITE[word] !== undefined && OPPOSITE[word] === next)) return undefined;
  const exact = phrase.words.some((word) => word === tokens[at]?.folded) ? 0.1 : 0;
  const score = (isOnlySmall ? 0.3 : phrase.content.length) + there * 0.3 - missing * 0.35 + exact;
  return { phrase, from: at, to: last, covers, score };
}

/** One hit for each predicate and doer at a place, the best; those inside a longer one of another predicate after it. */
function best(hits: readonly PhraseHit[]): readonly PhraseHit[] {
  const kept = new Map<string, PhraseHit>();
  for (const hit of hits) {
    const key = `${hit.phrase.predicate.id} ${hit.phrase.doer} ${hit.from}`;
    const other = kept.get(key);
    if (other === undefined || other.score < hit.score) kept.set(key, hit);
  }
  return [...kept.values()].sort(
    (a, b) => b.score - a.score || a.from - b.from || (a.phrase.predicate.id < b.phrase.predicate.id ? -1 : 1),
  );
}
