import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { PredicateId } from '../lore/ids.ts';
import type { Predicate } from '../lore/predicate.ts';
import { type PackPredicate, predicateSchema } from './pack.ts';

const FOLDER = join(import.meta.dirname, '../../data');

let known: readonly Predicate[] | undefined;

/** The predicates every lorebook has: `data/predicates.csv`, with the phrases people use for them beside it. */
export function basePredicates(): readonly Predicate[] {
  if (known !== undefined) return known;
  const rows: Record<string, string>[] = parse(readFileSync(join(FOLDER, 'predicates.csv')), {
    bom: true,
    columns: true,
  });
  const phrases = JSON.parse(readFileSync(join(FOLDER, 'phrases.json'), 'utf8')) as Record<string, string[]>;
  known = rows.map((row) => {
    const filled = Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== ''));
    return toPredicate(predicateSchema.parse({ ...filled, phrases: phrases[row.id ?? ''] ?? [] }), true);
  });
  return known;
}

/** A predicate as a pack or the base table declares it. */
export function toPredicate(row: PackPredicate, isBase: boolean): Predicate {
  return {
    id: row.id as PredicateId,
    valueKind: row.value,
    cardinality: row.cardinality,
    temporal: row.time,
    inverse: row.inverse ?? null,
    key: row.key,
    excludes: row.excludes,
    isSymmetric: row.symmetric,
    isAcyclic: row.acyclic,
    implies: row.implies,
    meaning: row.meaning,
    phrases: row.phrases,
    isBase,
  };
}
