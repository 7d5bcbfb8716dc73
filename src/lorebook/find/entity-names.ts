import type { Entity } from '../../lore/entity.ts';
import type { Database } from '../database.ts';
import { ENTITY_COLUMNS, type EntityRow, toEntity } from '../rows/entity-row.ts';

const NAME = 'SELECT folded FROM entity WHERE id = ? AND merged_into IS NULL';
const ALIASES = 'SELECT folded FROM alias WHERE entity_id = ?';
const ENTITIES = `SELECT ${ENTITY_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN entity ON entity.id = wanted.value
  WHERE entity.merged_into IS NULL`;
const ALIAS_TEXT = 'SELECT text FROM alias WHERE entity_id = ? AND folded = ?';
const CLAIMS = `SELECT name_weight.entity_id AS id, name_weight.claims FROM json_each(?) AS wanted
  CROSS JOIN name_weight ON name_weight.entity_id = wanted.value`;

/** All folded names under which an entity is to be found, its own first; none if it was merged away. */
export function foldedNames(database: Database, entityId: number): readonly string[] {
  const name = database.get<{ folded: string }>(NAME, entityId);
  if (name === undefined) return [];
  return [name.folded, ...database.all<{ folded: string }>(ALIASES, entityId).map((alias) => alias.folded)];
}

/** Those that were not merged away. */
export function entitiesOf(database: Database, ids: readonly number[]): ReadonlyMap<number, Entity> {
  const rows = database.all<EntityRow>(ENTITIES, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, toEntity(row)]));
}

/** Live claims about each of them; absent = none. */
export function claimsOf(database: Database, ids: readonly number[]): ReadonlyMap<number, number> {
  const rows = database.all<{ id: number; claims: number }>(CLAIMS, JSON.stringify(ids));
  return new Map(rows.map((row) => [row.id, row.claims]));
}

/** An alias as it is written. */
export function aliasText(database: Database, id: number, folded: string): string | undefined {
  return database.get<{ text: string }>(ALIAS_TEXT, id, folded)?.text;
}
