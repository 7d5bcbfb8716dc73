import { AUXILIARIES, FUNCTION_WORDS } from '../words/lists.ts';
import { isVerbForm } from '../words/stem.ts';
import type { Token } from '../words/tokens.ts';
import type { Wh } from './reading.ts';

export interface Asking {
  readonly wh: Wh;
  readonly whAt: number;
  /** The thing asked for, where a noun follows: "which *source*". */
  readonly noun: readonly number[];
  /** Tokens that only ask. */
  readonly used: readonly number[];
}

const WHO = new Set(['who', 'whom', 'whos']);
const TIME_NOUNS = new Set(['year', 'date', 'day', 'time', 'century', 'decade', 'era', 'years', 'month']);
const PLACE_NOUNS = new Set(['place', 'location', 'spot']);
const REASON_NOUNS = new Set(['reason', 'reasons', 'purpose']);
const PERSON_NOUNS = new Set(['person', 'people', 'individual', 'character', 'man', 'woman', 'figure']);
const OPENERS = new Set([
  'and',
  'but',
  'so',
  'then',
  'now',
  'in',
  'on',
  'at',
  'by',
  'to',
  'for',
  'from',
  'with',
  'since',
  'until',
  'till',
  'of',
  'during',
  'under',
]);

const WITHIN = /^(?:say|says|tell|tells|state|states|mention|mentions|explain|explains|known|recorded|told|said)$/;

/** What kind of answer is wanted, by the word that asks; `isAside` tells which tokens only name a source. */
export function askingOf(tokens: readonly Token[], isAside: (at: number) => boolean): Asking {
  const start = mainFrom(tokens);
  const isOfAnyone = tokens.some((token) => /^(?:any|anyone|anybody|known|recorded)$/.test(token.folded));
  for (let at = start; at < tokens.length; at += 1) {
    const wh = whAt(tokens, at);
    if (wh === null) continue;
    // A question word late in the sentence asks only where nothing else does ("Marr was captured when?").
    const isFirst = tokens
      .slice(start, at)
      .every((before, index) => before.isFunction || OPENERS.has(before.folded) || isAside(start + index));
    const isLast = at >= tokens.length - 2;
    // "Does any account say why …": the question inside is the one to answer.
    const isInside = isOfAnyone && WITHIN.test(tokens[at - 1]?.folded ?? '');
    if (!isFirst && !isLast && !isInside) continue;
    if (!isFirst && !isInside && AUXILIARIES.has(tokens[start]?.folded ?? '')) continue;
    return { wh: wh.wh, whAt: at, noun: wh.noun, used: [at, ...wh.used] };
  }
  const first = tokens[start]?.folded ?? '';
  if (AUXILIARIES.has(first)) return { wh: 'yes-no', whAt: -1, noun: [], used: [] };
  return { wh: 'fragment', whAt: -1, noun: [], used: [] };
}

/** "In the Drowned Tide timeline, who …": the question begins after the comma. */
function mainFrom(tokens: readonly Token[]): number {
  const comma = tokens.findIndex((token) => token.endsClause);
  const next = tokens[comma + 1]?.folded ?? '';
  return comma !== -1 && comma < 10 && (AUXILIARIES.has(next) || whAt(tokens, comma + 1) !== null) ? comma + 1 : 0;
}

interface Word {
  readonly wh: Wh;
  readonly noun: readonly number[];
  readonly used: readonly number[];
}

function whAt(tokens: readonly Token[], at: number): Word | null {
  const word = tokens[at]?.folded ?? '';
  const next = tokens[at + 1]?.folded ?? '';
  const plain = (wh: Wh, used: readonly number[] = []): Word => ({ wh, noun: [], used });
  if (WHO.has(word)) return plain('who');
  if (word === 'whose') return { wh: 'whose', noun: nounAfter(tokens, at), used: [] };
  if (word === 'when' || word === 'whens') return plain('when');
  if (word === 'where' || word === 'wheres') return plain('where');
  if (word === 'why') return plain('why');
  if (word === 'how' || word === 'hows') {
    if (next === 'many' || next === 'much') return { wh: 'how-many', noun: nounAfter(tokens, at + 1), used: [at + 1] };
    if (next === 'long') return plain('how-long');
    if (next === 'old') return plain('how-old');
    if (next === 'come') return plain('why', [at + 1]);
    return plain('how');
  }
  if (word !== 'what' && word !== 'which' && word !== 'whats') return null;
  const noun = nounAfter(tokens, at);
  const head = tokens[noun.at(-1) ?? -1]?.folded ?? '';
  if (TIME_NOUNS.has(head)) return { wh: 'when', noun: [], used: noun };
  if (PLACE_NOUNS.has(head)) return { wh: 'where', noun: [], used: noun };
  if (REASON_NOUNS.has(head)) return { wh: 'why', noun: [], used: noun };
  if (PERSON_NOUNS.has(head) && noun.length === 1) return { wh: 'who', noun: [], used: noun };
  return { wh: word === 'which' ? 'which' : 'what', noun, used: [] };
}

/** The words between "which" and the verb: "which *coast ships* were …". */
function nounAfter(tokens: readonly Token[], at: number): readonly number[] {
  const noun: number[] = [];
  for (let next = at + 1; next < tokens.length && noun.length < 5; next += 1) {
    const token = tokens[next];
    if (token === undefined || AUXILIARIES.has(token.folded)) break;
    if (token.isFunction || FUNCTION_WORDS.has(token.folded)) break;
    // "What battles took place": the verb is no part of what is asked for, unless an auxiliary follows.
    if (noun.length > 0 && isVerbForm(token.folded)) break;
    noun.push(next);
    if (token.endsClause) break;
  }
  return noun;
}
