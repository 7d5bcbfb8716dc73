import type { Claim } from '../lore/claim.ts';
import type { Bounds, Day, OpenWindow } from '../lore/time/bounds.ts';

/** When a state held, as far as its claims say. Days; null = nobody says. */
export interface Term {
  /** First day on which it surely held, or at the latest began. */
  readonly knownFrom: Day | null;
  /** Last day on which it is known to have held. */
  readonly knownTo: Day | null;
  /** Latest day of its end; null = no account says when it ended. */
  readonly endsBy: Day | null;
}

/** What all claims on one state tell of its time together. */
export function termOf(claims: readonly Claim[]): Term {
  const bounds = claims.map((claim) => claim.bounds);
  const starts = bounds.flatMap(firstKnown);
  const lasts = bounds.flatMap(lastKnown);
  const ends = bounds.flatMap(({ eHi }) => eHi ?? []);
  return {
    knownFrom: starts.length === 0 ? null : Math.min(...starts),
    knownTo: lasts.length === 0 ? null : Math.max(...lasts),
    endsBy: ends.length === 0 ? null : Math.min(...ends),
  };
}

/** The first day of its start window; of "as of 2372", which bounds no start, the day it is first seen. */
function firstKnown({ sLo, eLo }: Bounds): Day[] {
  const day = sLo ?? eLo;
  return day === null ? [] : [day];
}

/** Of "as of 2372" the last day of 2372; of "from 2375" the last day on which it had begun. */
function lastKnown({ sHi, eLo, eHi }: Bounds): Day[] {
  const day = eHi !== null && eLo !== null ? eHi : (sHi ?? eLo);
  return day === null ? [] : [day];
}

/** Whether a term may include some day of the span, or (`surely`) is known to. */
export function covers(term: Term, span: OpenWindow): 'yes' | 'maybe' | 'no' {
  const from = span.min ?? Number.NEGATIVE_INFINITY;
  const to = span.max ?? Number.POSITIVE_INFINITY;
  const begins = term.knownFrom;
  const lastSeen = term.knownTo;
  if (begins !== null && lastSeen !== null && begins <= to && lastSeen >= from) return 'yes';
  if (begins !== null && begins > to) return 'no';
  if (term.endsBy !== null && term.endsBy < from) return 'no';
  return 'maybe';
}
