import type { Claim } from '../lore/claim.ts';
import type { ClaimId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';

/** Days in which no fact is told twice. */
export const UNREPEATED_DAYS = 60;

/**
 * An undated fact for a day on which nothing happened: the same one whenever that day is asked for again, never one of
 * `recent`, those told in the days before. Undefined where there is none left to tell.
 */
export function factOfDay(reader: LoreReader, day: number, recent: ReadonlySet<ClaimId>): Claim | undefined {
  const last = reader.lastClaim();
  if (last === 0) return undefined;
  const start = 1 + Math.floor((scattered(day) / 2 ** 32) * last);
  const isFresh = (claim: Claim): boolean => !recent.has(claim.id) && claim.statement !== '';
  // From the starting point on, then from the beginning: one of these is fresh, if any of the lorebook is.
  for (const from of [start, 1]) {
    for (let at = from; ; ) {
      const some = reader.undatedFrom(at, UNREPEATED_DAYS + 4);
      const found = some.find(isFresh);
      if (found !== undefined) return found;
      const end = some.at(-1);
      if (end === undefined) break;
      at = end.id + 1;
    }
  }
  return undefined;
}

/** Neighbouring days start far from each other: steps by the golden ratio, from 0 up to, not including, 2^32. */
function scattered(day: number): number {
  return Math.imul(day, 0x9e3779b1) >>> 0;
}
