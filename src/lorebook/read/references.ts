import type { Account } from '../../lore/account.ts';
import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { References } from '../../lore/references.ts';
import type { Database } from '../database.ts';
import { ENTITY_COLUMNS, type EntityRow, toEntity } from '../rows/entity-row.ts';

const LIVE = 'entity.merged_into IS NULL';
const BY_SLUG = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE slug = ? AND ${LIVE}`;
const BY_NAME = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE name = ? AND ${LIVE} ORDER BY id LIMIT 10`;
const BY_FOLDED = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE folded = ? AND ${LIVE} ORDER BY id LIMIT 10`;
const BY_ALIAS = `SELECT ${ENTITY_COLUMNS} FROM alias
  JOIN entity ON entity.id = alias.entity_id WHERE alias.folded = ? AND ${LIVE} ORDER BY entity.id LIMIT 10`;

/** Names as people write them have capitals or spaces, so most are no slug and need not be asked for as one. */
const SLUG_SHAPE = /^[^\s\p{Lu}]+$/u;

/** Resolves the names that files use; `accounts` gives the lorebook's accounts as they stand now. */
export function references(database: Database, accounts: () => readonly Account[]): References {
  const many = (sql: string, text: string): readonly Entity[] => database.all<EntityRow>(sql, text).map(toEntity);
  return {
    entities: (text, kind) => {
      const folded = fold(text);
      for (const [sql, form] of [
        [BY_SLUG, text],
        [BY_NAME, text],
        [BY_FOLDED, folded],
        [BY_ALIAS, folded],
      ] as const) {
        if (form === '' || (sql === BY_SLUG && !SLUG_SHAPE.test(text))) continue;
        const known = many(sql, form).filter((entity) => kind === undefined || entity.kind === kind);
        if (known.length > 0) return known;
      }
      return [];
    },
    named: (name) => many(BY_NAME, name),
    account: (text) =>
      accounts().find((account) => account.slug === text) ??
      accounts().find((account) => account.title === text) ??
      accounts().find((account) => fold(account.title) === fold(text)),
    isSlugTaken: (slug) => database.get('SELECT 1 FROM entity WHERE slug = ?', slug) !== undefined,
  };
}
