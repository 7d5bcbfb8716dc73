import type { Account } from '../../lore/account.ts';
import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { AccountId } from '../../lore/ids.ts';
import type { References } from '../../lore/references.ts';
import type { Database } from '../database.ts';
import { ENTITY_COLUMNS, type EntityRow, toEntity } from '../rows/entity-row.ts';
import { readAccounts } from './frame.ts';

const LIVE = 'entity.merged_into IS NULL';
const BY_SLUG = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE slug = ? AND ${LIVE}`;
// Unsorted: with ORDER BY the search itself took ten times as long, and few entities share a name.
const BY_FOLDED = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE folded = ? AND ${LIVE} LIMIT 1000`;
const BY_ALIAS = `SELECT ${ENTITY_COLUMNS} FROM alias
  JOIN entity ON entity.id = alias.entity_id WHERE alias.folded = ? AND ${LIVE} ORDER BY entity.id LIMIT 10`;
const OWN = `SELECT account.id FROM account JOIN actor ON actor.id = account.actor_id
  WHERE actor.ref = ? AND account.is_set_aside = 0 ORDER BY account.id LIMIT 1`;
const MEMBER = 'SELECT actor.ref FROM account JOIN actor ON actor.id = account.actor_id WHERE account.id = ?';

/** Names as people write them have capitals or spaces, so most are no slug and need not be asked for as one. */
const SLUG_SHAPE = /^[^\s\p{Lu}]+$/u;

/** Resolves the names that files use; `accounts` gives the lorebook's accounts as they stand now. */
export function references(database: Database, accounts: () => readonly Account[]): References {
  const many = (sql: string, ...parameters: string[]): readonly Entity[] =>
    database
      .all<EntityRow>(sql, ...parameters)
      .map(toEntity)
      .sort((a, b) => a.id - b.id);
  const writtenSo = (found: readonly Entity[], name: string): readonly Entity[] =>
    found.filter((entity) => entity.name === name);
  return {
    entities: (text, kind) => {
      const ofKind = (found: readonly Entity[]): readonly Entity[] =>
        kind === undefined ? found : found.filter((entity) => entity.kind === kind);
      const bySlug = SLUG_SHAPE.test(text) ? ofKind(many(BY_SLUG, text)) : [];
      if (bySlug.length > 0) return bySlug;
      const folded = fold(text);
      const byFolded = ofKind(many(BY_FOLDED, folded));
      const byName = writtenSo(byFolded, text);
      if (byName.length > 0) return byName;
      if (byFolded.length > 0 && folded !== '') return byFolded;
      return folded === '' ? [] : ofKind(many(BY_ALIAS, folded));
    },
    named: (name) => writtenSo(many(BY_FOLDED, fold(name)), name),
    account: (text) =>
      accounts().find((account) => account.slug === text) ??
      accounts().find((account) => account.title === text) ??
      accounts().find((account) => fold(account.title) === fold(text)),
    isTimelineSlugTaken: (slug) => database.get('SELECT 1 FROM continuity WHERE slug = ?', slug) !== undefined,
    ownAccount: (ref) => {
      const row = database.get<{ id: AccountId }>(OWN, ref);
      return row === undefined ? undefined : readAccounts(database, row.id)[0];
    },
    memberOf: (account) => database.get<{ ref: string }>(MEMBER, account)?.ref ?? null,
    isAccountSlugTaken: (slug) => database.get('SELECT 1 FROM account WHERE slug = ?', slug) !== undefined,
    isSlugTaken: (slug) => database.get('SELECT 1 FROM entity WHERE slug = ?', slug) !== undefined,
  };
}
