import type { Entity } from './entity.ts';

/** *suggest*: loose, what a list should show. *resolve*: strict, one clear winner or the candidates to choose from. */
export type FindPurpose = 'suggest' | 'resolve';

/**
 * How a name matched, best first. `prefix` = it, or what begins at one of its later words, begins so; `order` = the
 * same words in another order.
 */
export const MATCHES = ['exact', 'alias', 'prefix', 'spelling', 'order'] as const;
export type Match = (typeof MATCHES)[number];

export interface FindOptions {
  readonly purpose: FindPurpose;
  /** At most this many hits (25 for autocomplete). */
  readonly limit: number;
  /** Only entities of these kinds. */
  readonly kinds?: readonly string[];
}

export interface Hit {
  readonly entity: Entity;
  readonly match: Match;
  /** The name or alias that matched, as it is written. */
  readonly matched: string;
  /** 0 to 1, 1 = the same folded text. */
  readonly score: number;
  /** Letters of `matched` that the query covers, as [first, last] pairs, for highlighting. */
  readonly ranges: readonly (readonly [number, number])[];
}

/** The outcome of `find`. For *suggest* all hits stand in `hits`, best first, and `verdict` may be ignored. */
export interface Found {
  /** `one`: hits[0] is meant. `several`: choose among `hits`. `none`: `hits` are the nearest names. */
  readonly verdict: 'one' | 'several' | 'none';
  readonly hits: readonly Hit[];
}
