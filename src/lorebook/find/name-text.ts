import type { Database } from '../database.ts';

/** A folded name or alias of an entity. */
export interface NameRow {
  readonly id: number;
  readonly folded: string;
  readonly isAlias: boolean;
}

interface TextRow {
  readonly id: number;
  readonly names: string;
}

const BETWEEN = '\n';
const ONE = 'SELECT id, names FROM name_text WHERE id = ?';
const SET = `INSERT INTO name_text(id, names) VALUES (?, ?) ON CONFLICT(id) DO UPDATE SET names = excluded.names`;
const DELETE = 'DELETE FROM name_text WHERE id = ?';
const MANY = `SELECT name_text.id, name_text.names FROM json_each(?) AS wanted
  CROSS JOIN name_text ON name_text.id = wanted.value`;
// The index of kinds holds the ids too: the rows of the entities are not read for this.
const OF_KINDS = `SELECT entity.id FROM json_each(?) AS wanted CROSS JOIN json_each(?) AS kinds
  CROSS JOIN entity INDEXED BY entity_by_kind ON entity.kind = kinds.value AND entity.id = wanted.value`;
const MOST_ID = 'SELECT MAX(id) AS id FROM name_text';

/** The names an entity was indexed by; none if it is not in the index. */
export function indexedNames(database: Database, id: number): readonly string[] {
  return database.get<TextRow>(ONE, id)?.names.split(BETWEEN) ?? [];
}

/** Notes by which names an entity is in the index; none = it is not. */
export function setIndexedNames(database: Database, id: number, names: readonly string[]): void {
  if (names.length === 0) database.run(DELETE, id);
  else database.run(SET, id, names.join(BETWEEN));
}

/** The highest id in the index. */
export function mostIndexedId(database: Database): number {
  return database.get<{ id: number | null }>(MOST_ID)?.id ?? 0;
}

/** Names and aliases of these entities, of the wanted kinds only (a JSON array; `null` = any). */
export function namesOf(database: Database, ids: readonly number[], kinds: string | null): NameRow[] {
  if (ids.length === 0) return [];
  const wanted = kinds === null ? ids : database.all<{ id: number }>(OF_KINDS, JSON.stringify(ids), kinds).map(idOf);
  const rows: NameRow[] = [];
  for (const { id, names } of database.all<TextRow>(MANY, JSON.stringify(wanted))) {
    if (!names.includes(BETWEEN)) rows.push({ id, folded: names, isAlias: false });
    else for (const [at, folded] of names.split(BETWEEN).entries()) rows.push({ id, folded, isAlias: at > 0 });
  }
  return rows;
}

function idOf(row: { readonly id: number }): number {
  return row.id;
}
