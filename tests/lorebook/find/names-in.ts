import BetterSqlite3 from 'better-sqlite3';
import { fold } from '../../../src/lore/fold.ts';
import { type Database, databaseOf } from '../../../src/lorebook/database.ts';
import { indexEntity } from '../../../src/lorebook/find/index-entity.ts';
import { migrate } from '../../../src/lorebook/migrate.ts';

export interface GivenEntity {
  readonly name: string;
  readonly kind?: string;
  readonly aliases?: readonly string[];
}

/** An empty lorebook in memory, with every migration. */
export function emptyLorebook(): Database {
  const connection = new BetterSqlite3(':memory:');
  const database = databaseOf(connection);
  migrate(database, (sql) => connection.exec(sql), 0);
  return database;
}

/** Adds an entity's rows without indexing it; returns its id. */
export function insertEntity(database: Database, { name, kind = 'person', aliases = [] }: GivenEntity): number {
  const next = (database.get<{ n: number }>('SELECT COUNT(*) AS n FROM entity')?.n ?? 0) + 1;
  const id = database.run(
    'INSERT INTO entity(slug, name, folded, kind) VALUES (?, ?, ?, ?)',
    `entity-${next}-${name}`,
    name,
    fold(name),
    kind,
  ).lastId;
  for (const alias of aliases) addAlias(database, id, alias);
  return id;
}

export function addAlias(database: Database, id: number, alias: string): void {
  database.run('INSERT OR IGNORE INTO alias(entity_id, text, folded) VALUES (?, ?, ?)', id, alias, fold(alias));
}

/** Adds an entity and makes it findable; returns its id. */
export function addEntity(database: Database, given: GivenEntity | string): number {
  const id = insertEntity(database, typeof given === 'string' ? { name: given } : given);
  indexEntity(database, id);
  return id;
}

export function lorebookOf(entities: readonly (GivenEntity | string)[]): Database {
  const database = emptyLorebook();
  for (const entity of entities) addEntity(database, entity);
  return database;
}

/** Makes an account, a timeline and a predicate for claims to stand on. */
export function readyForClaims(database: Database): void {
  const world = insertEntity(database, { name: 'the timeline of the test', kind: 'continuity' });
  database.run(`INSERT INTO continuity(slug, name, entity_id) VALUES ('test', 'test', ?)`, world);
  database.run(`INSERT INTO account(slug, title) VALUES ('test', 'Test')`);
  database.run(`INSERT INTO predicate(id, value_kind, cardinality, temporal) VALUES ('said', 'text', 'n', 'timeless')`);
}

/** Adds a claim about `subject`; returns its id. */
export function addClaim(database: Database, subject: number, statement = ''): number {
  return database.run(
    `INSERT INTO claim(account_id, continuity_id, subject_id, predicate_id, value_kind, statement)
      VALUES (1, 1, ?, 'said', 'none', ?)`,
    subject,
    statement,
  ).lastId;
}
