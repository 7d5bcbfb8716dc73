import type { Scored } from './ranking.ts';
import { type Reading, readingOf } from './reading.ts';

/** Words that bind a name to another thing: the Fall *of* Ardent is not Ardent. */
const LINKS = new Set(['of', 'for', 'from', 'in', 'at', 'on', 'to', 'and', 'with', 'against']);
const FEWEST_LETTERS = 3;

/**
 * The entities whose name the query can be read as, the clearest reading only: one is a clear winner, several must be
 * chosen from, none means that the name is not there.
 */
export function clearest(typed: readonly string[], scored: readonly Scored[]): readonly Scored[] {
  const levels = new Map<Scored, number>();
  for (const one of scored) {
    const reading = readingOf(typed, one.row.folded.split(' '));
    if (reading !== undefined && isClear(typed, reading, one.entity.kind === 'person'))
      levels.set(one, levelOf(reading));
  }
  const best = Math.min(...levels.values());
  return scored.filter((one) => levels.get(one) === best);
}

/** Typed right before typed wrong, then the whole name before a part of it. */
function levelOf({ edits, left, isHalf }: Reading): number {
  return edits * 2 + (left.length > 0 || isHalf ? 1 : 0);
}

function isClear(typed: readonly string[], { edits, left, reachesEnd, isHalf }: Reading, isPerson: boolean): boolean {
  const letters = typed.join('').length;
  if (edits > Math.max(1, Math.floor(letters / 5))) return false;
  if (left.length === 0) return true;
  if (!typed.some((word) => word.length >= FEWEST_LETTERS && !LINKS.has(word) && word !== 'the')) return false;
  // People go by any of their names; of other things the last word says what they are.
  return isPerson || isHalf || (reachesEnd && !left.some((word) => LINKS.has(word)));
}
