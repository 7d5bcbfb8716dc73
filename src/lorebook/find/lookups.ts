import type { Database } from '../database.ts';
import type { NameRow } from './name-text.ts';

interface Row {
  readonly id: number;
  readonly folded: string;
}

/** Beyond this many of one name nobody chooses from a list. */
const SAME = 100;
/** Greater than any folded text that begins alike. */
const AFTER = '\u{10FFFF}';

const OF_KIND = 'AND entity.kind IN (SELECT value FROM json_each(?))';
const NAME = 'SELECT id, folded FROM entity WHERE folded = ? AND merged_into IS NULL';
const ALIAS = `SELECT entity.id, alias.folded FROM alias CROSS JOIN entity ON entity.id = alias.entity_id
  WHERE alias.folded = ? AND entity.merged_into IS NULL`;
const PREFIX = `SELECT id, folded FROM entity INDEXED BY entity_by_folded
  WHERE folded > ? AND folded < ? AND merged_into IS NULL ORDER BY folded LIMIT ?`;
const PREFIX_OF_KIND = `SELECT id, folded FROM entity INDEXED BY entity_by_kind_and_folded
  WHERE kind = ? AND folded > ? AND folded < ? AND merged_into IS NULL ORDER BY folded LIMIT ?`;
const ALIAS_PREFIX = `SELECT entity.id, entity.kind, alias.folded
  FROM (SELECT entity_id, folded FROM alias WHERE folded > ? AND folded < ? ORDER BY folded LIMIT ?) AS alias
  CROSS JOIN entity ON entity.id = alias.entity_id WHERE entity.merged_into IS NULL`;
const AS_WRITTEN = 'SELECT id, folded FROM entity WHERE name = ? AND merged_into IS NULL';
const ALIAS_AS_WRITTEN = `SELECT entity.id, alias.folded FROM alias CROSS JOIN entity ON entity.id = alias.entity_id
  WHERE alias.folded = '' AND alias.text = ? AND entity.merged_into IS NULL`;
const MEMBERS = `SELECT entity.id FROM json_each(?) AS kinds
  CROSS JOIN entity INDEXED BY entity_by_kind ON entity.kind = kinds.value LIMIT ?`;

/** Entities whose name, then those whose alias, is exactly the folded text. `kinds` is a JSON array, null = any. */
export function sameNames(database: Database, folded: string, kinds: string | null): NameRow[] {
  return alike(database, NAME, ALIAS, folded, kinds);
}

/** Names of marks and symbols alone fold to nothing: they are found as they are written. */
export function namesAsWritten(database: Database, text: string, kinds: string | null): NameRow[] {
  return alike(database, AS_WRITTEN, ALIAS_AS_WRITTEN, text, kinds);
}

function alike(database: Database, names: string, aliases: string, text: string, kinds: string | null): NameRow[] {
  const rows = (sql: string): Row[] =>
    kinds === null
      ? database.all<Row>(`${sql} LIMIT ${SAME}`, text)
      : database.all<Row>(`${sql} ${OF_KIND} LIMIT ${SAME}`, text, kinds);
  return [...rows(names).map(asName), ...rows(aliases).map(asAlias)];
}

/** The first names and aliases, in alphabetical order, that go on after the folded text. */
export function prefixedNames(database: Database, folded: string, kinds: readonly string[] | undefined, limit: number) {
  const after = folded + AFTER;
  const names =
    kinds === undefined
      ? database.all<Row>(PREFIX, folded, after, limit)
      : kinds.flatMap((kind) => database.all<Row>(PREFIX_OF_KIND, kind, folded, after, limit));
  const aliases = database
    .all<Row & { kind: string }>(ALIAS_PREFIX, folded, after, limit)
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind));
  return [...names.map(asName), ...aliases.map(asAlias)];
}

/** Ids of all entities of these kinds (merged ones too), or the first `limit` of them. */
export function membersOf(database: Database, kinds: string, limit: number): readonly number[] {
  return database.all<{ id: number }>(MEMBERS, kinds, limit).map((row) => row.id);
}

function asName({ id, folded }: Row): NameRow {
  return { id, folded, isAlias: false };
}

function asAlias({ id, folded }: Row): NameRow {
  return { id, folded, isAlias: true };
}
