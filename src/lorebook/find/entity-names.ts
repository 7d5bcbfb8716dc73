import type { Entity } from '../../lore/entity.ts';
import type { Database } from '../database.ts';
import { ENTITY_COLUMNS, type EntityRow, toEntity } from '../rows/entity-row.ts';

/** A folded name or alias of an entity that was not merged away. */
export interface NameRow {
  readonly id: number;
  readonly folded: string;
  readonly isAlias: boolean;
}

interface IdAndFolded {
  readonly id: number;
  readonly folded: string;
}

const NAME = 'SELECT folded FROM entity WHERE id = ? AND merged_into IS NULL';
const ALIASES = 'SELECT folded FROM alias WHERE entity_id = ?';
const ENTITIES = `SELECT ${ENTITY_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN entity ON entity.id = wanted.value`;
const ALIAS_TEXT = 'SELECT text FROM alias WHERE entity_id = ? AND folded = ?';
const CLAIMS = `SELECT name_weight.entity_id AS id, name_weight.claims FROM json_each(?) AS wanted
  CROSS JOIN name_weight ON name_weight.entity_id = wanted.value`;
const NAMES = `SELECT entity.id, entity.folded FROM json_each(?) AS wanted CROSS JOIN entity ON entity.id = wanted.value
  WHERE entity.merged_into IS NULL AND (? IS NULL OR entity.kind IN (SELECT value FROM json_each(?)))`;
const ALIASES_OF = `SELECT alias.entity_id AS id, alias.folded FROM json_each(?) AS wanted
  CROSS JOIN alias ON alias.entity_id = wanted.value`;

/** All folded names under which an entity can be found now; none if it was merged away. */
export function foldedNames(database: Database, entityId: number): readonly string[] {
  const name = database.get<{ folded: string }>(NAME, entityId);
  if (name === undefined) return [];
  return [name.folded, ...database.all<{ folded: string }>(ALIASES, entityId).map((alias) => alias.folded)];
}

/** Names and aliases of these entities, those of the wanted kinds only (`null` = any). */
export function namesOf(database: Database, ids: readonly number[], kinds: string | null): NameRow[] {
  if (ids.length === 0) return [];
  const names = database.all<IdAndFolded>(NAMES, JSON.stringify(ids), kinds, kinds);
  const rows: NameRow[] = names.map(({ id, folded }) => ({ id, folded, isAlias: false }));
  const kept = JSON.stringify(names.map((name) => name.id));
  for (const { id, folded } of database.all<IdAndFolded>(ALIASES_OF, kept)) rows.push({ id, folded, isAlias: true });
  return rows;
}

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
