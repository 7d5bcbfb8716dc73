import type { Predicate } from '../../lore/predicate.ts';
import type { Database } from '../database.ts';

const UPSERT = `INSERT INTO predicate(id, value_kind, cardinality, temporal, inverse, key, excludes, is_symmetric,
    is_acyclic, implies, meaning, phrases, is_base) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT(id) DO UPDATE SET value_kind = excluded.value_kind, cardinality = excluded.cardinality,
    temporal = excluded.temporal, inverse = excluded.inverse, key = excluded.key, excludes = excluded.excludes,
    is_symmetric = excluded.is_symmetric, is_acyclic = excluded.is_acyclic, implies = excluded.implies,
    meaning = excluded.meaning, phrases = excluded.phrases, is_base = excluded.is_base, is_set_aside = 0`;
const ASIDE = 'UPDATE predicate SET is_set_aside = 1 WHERE id = ?';

/** Declares a predicate, or declares it anew. */
export function writePredicate(database: Database, p: Predicate): void {
  database.run(
    UPSERT,
    p.id,
    p.valueKind,
    p.cardinality,
    p.temporal,
    p.inverse,
    JSON.stringify(p.key),
    JSON.stringify(p.excludes),
    Number(p.isSymmetric),
    Number(p.isAcyclic),
    JSON.stringify(p.implies),
    p.meaning,
    JSON.stringify(p.phrases),
    Number(p.isBase),
  );
}

/** It is declared no more; what was told by it stays. */
export function setAsidePredicate(database: Database, id: string): void {
  database.run(ASIDE, id);
}
