import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fold, slugOf } from '../../../src/lore/fold.ts';
import { type Database, databaseOf } from '../../../src/lorebook/database.ts';
import { find } from '../../../src/lorebook/find/find.ts';
import { indexEntity } from '../../../src/lorebook/find/index-entity.ts';
import { beginNameLoad } from '../../../src/lorebook/find/load-names.ts';
import { migrate } from '../../../src/lorebook/migrate.ts';
import type { Engine } from './engine.ts';

const FILE = 'names.db';
const INSERT = `INSERT INTO entity(slug, name, folded, kind) VALUES (?, ?, ?, 'person')`;

/** Rows go in sorted by so many: see `beginNameLoad`. */
const SORTED = 20_000;

/** As a lorebook is opened, but for two things: syncing each commit measures the disk, and a page that is mapped counts as resident without being needed. */
export function openBench(folder: string): { readonly database: Database; close(): void } {
  const connection = new BetterSqlite3(join(folder, FILE));
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = NORMAL');
  connection.pragma('foreign_keys = ON');
  connection.pragma('cache_size = -32768');
  const database = databaseOf(connection);
  migrate(database, (sql) => connection.exec(sql), 0);
  return { database, close: () => connection.close() };
}

export const ours: Engine = {
  name: 'Concordance',
  file: FILE,
  build: (names, folder) => {
    const { database, close } = openBench(folder);
    database.transaction(() => {
      const load = beginNameLoad(database);
      let added = 0;
      for (let from = 0; from < names.length; from += SORTED) {
        const rows = names.slice(from, from + SORTED).map((name) => ({ name, folded: fold(name) }));
        rows.sort((a, b) => (a.folded < b.folded ? -1 : 1));
        for (const { name, folded } of rows) {
          // Numbered, since words that differ only in their marks or capitals would share a slug.
          added += 1;
          load.add(database.run(INSERT, `${slugOf(name)}-${added}`, name, folded).lastId, [folded]);
        }
      }
      load.end();
    });
    close();
  },
  insert: (names, folder) => {
    const { database, close } = openBench(folder);
    const times = names.map((name) => {
      const folded = fold(name);
      const start = performance.now();
      database.transaction(() => indexEntity(database, database.run(INSERT, slugOf(name), name, folded).lastId));
      return performance.now() - start;
    });
    close();
    return times;
  },
  open: (folder) => {
    const { database } = openBench(folder);
    return (query) => find(database, query, { purpose: 'suggest', limit: 25 }).hits.map((hit) => hit.entity.name);
  },
};
