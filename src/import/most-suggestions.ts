import { importReasons } from '../messages/en/import-reasons.ts';
import type { Gathered } from './gathered.ts';

/** More suggestions of one import nobody would look through. */
export const MOST_SUGGESTIONS = 1_000;

/** What was gathered, with so many suggestions at most, the first; how many more there were is said at the end. */
export function* withMostSuggestions(gathered: Iterable<Gathered>, file: string): Generator<Gathered> {
  let count = 0;
  for (const item of gathered) {
    if (item.kind === 'suggestion') count += 1;
    if (item.kind !== 'suggestion' || count <= MOST_SUGGESTIONS) yield item;
  }
  if (count <= MOST_SUGGESTIONS) return;
  const reason = importReasons.mostSuggestions(count - MOST_SUGGESTIONS, MOST_SUGGESTIONS);
  yield { kind: 'left-out', place: { file }, reason };
}
