import type { PredicateId } from '../../lore/ids.ts';
import type { Predicate } from '../../lore/predicate.ts';
import { storedJson } from './stored-json.ts';

export interface PredicateRow {
  readonly id: string;
  readonly value_kind: Predicate['valueKind'];
  readonly cardinality: Predicate['cardinality'];
  readonly temporal: Predicate['temporal'];
  readonly inverse: string | null;
  readonly key: string;
  readonly excludes: string;
  readonly is_symmetric: number;
  readonly is_acyclic: number;
  readonly implies: string;
  readonly meaning: string;
  readonly phrases: string;
  readonly is_base: number;
}

export const PREDICATE_COLUMNS = `id, value_kind, cardinality, temporal, inverse, key, excludes, is_symmetric, is_acyclic,
  implies, meaning, phrases, is_base`;

/** A predicate as it is declared. */
export function toPredicate(row: PredicateRow): Predicate {
  return {
    id: row.id as PredicateId,
    valueKind: row.value_kind,
    cardinality: row.cardinality,
    temporal: row.temporal,
    inverse: row.inverse,
    key: storedJson(row.key) as string[],
    excludes: storedJson(row.excludes) as string[],
    isSymmetric: row.is_symmetric === 1,
    isAcyclic: row.is_acyclic === 1,
    implies: storedJson(row.implies) as string[],
    meaning: row.meaning,
    phrases: storedJson(row.phrases) as string[],
    isBase: row.is_base === 1,
  };
}
