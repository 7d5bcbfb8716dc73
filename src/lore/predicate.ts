import type { PredicateId } from './ids.ts';

export const VALUE_KINDS = ['entity', 'text', 'quantity', 'date', 'yesno', 'unknown', 'none'] as const;
export type ValueKind = (typeof VALUE_KINDS)[number];

/** `1` one ever, `1@t` one at a time, `1o@t` one holder of the object at a time, `n` many, `set` a closed set. */
export const CARDINALITIES = ['1', '1@t', '1o@t', 'n', 'set'] as const;
export type Cardinality = (typeof CARDINALITIES)[number];

export const TEMPORAL_KINDS = ['timeless', 'point', 'repeatable', 'state', 'asof'] as const;
export type TemporalKind = (typeof TEMPORAL_KINDS)[number];

/** What a predicate means, as data: a new one is `n` and raises no flag until a keeper declares otherwise. */
export interface Predicate {
  readonly id: PredicateId;
  readonly valueKind: Exclude<ValueKind, 'unknown' | 'none'>;
  readonly cardinality: Cardinality;
  readonly temporal: TemporalKind;
  /** Name of the same relation read from the value's side. */
  readonly inverse: string | null;
  /** What must be equal before two claims are compared: subject, object, or names of qualifiers. */
  readonly key: readonly string[];
  readonly excludes: readonly string[];
  readonly isSymmetric: boolean;
  readonly isAcyclic: boolean;
  readonly implies: readonly string[];
  readonly meaning: string;
  /** How people say it when they ask. */
  readonly phrases: readonly string[];
  /** True for those of the base catalogue, which are not saved with a pack. */
  readonly isBase: boolean;
}

export interface PredicateCatalogue {
  readonly all: readonly Predicate[];
  get(id: string): Predicate | undefined;
  /** The predicate whose inverse is called `name` ("held_by" → holds_position). */
  byInverse(name: string): Predicate | undefined;
}

/** The predicates of a lorebook, found by id or by the name of their inverse. */
export function predicateCatalogue(all: readonly Predicate[]): PredicateCatalogue {
  const byId = new Map<string, Predicate>(all.map((predicate) => [predicate.id, predicate]));
  const byInverse = new Map<string, Predicate>();
  for (const predicate of all) {
    if (predicate.inverse !== null && !byInverse.has(predicate.inverse)) byInverse.set(predicate.inverse, predicate);
  }
  return { all, get: (id) => byId.get(id), byInverse: (name) => byInverse.get(name) };
}
