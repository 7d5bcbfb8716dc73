import { type Item, lowerAt } from './scene.ts';
import { AUXILIARIES, isAdverb } from './words.ts';

/** Looks like a verb in the past, or goes before one. */
export function isVerbLike(lower: string): boolean {
  return AUXILIARIES.has(lower) || /(?:ed|[^s]s)$/.test(lower) || PAST.has(lower);
}
const PAST = new Set(
  'took led held began fought won lost came became made broke fell rose gave wrote drove stole brought sought caught built sent fled slew met found knew grew ran wed hid swore sold told kept left set put cut let overthrew overran threw drew rode chose spoke stood went'.split(
    ' ',
  ),
);

/** Whether another clause begins between two items. */
export function hasInnerClause(items: readonly Item[], from: number, to: number): boolean {
  return items.slice(from, to).some((item) => item.kind === 'word' && INNER.has(item.word.lower));
}
const INNER = new Set('that who which whom whose when while after because although though since where'.split(' '));

/** "took the ford, and Hild has …": the second name does what follows it. */
export function isClauseOf(items: readonly Item[], at: number): boolean {
  const lower = lowerAt(items, at + 1);
  return AUXILIARIES.has(lower) || (isVerbLike(lower) && !isAdverb(lower));
}
