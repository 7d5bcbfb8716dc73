import BetterSqlite3 from 'better-sqlite3';
import type { EntityId } from '../lore/ids.ts';
import type { Database } from './database.ts';
import { recordAsk } from './find/popular.ts';

/** Questions kept back before they are written: one sync to disk for all of them. */
const BUNDLE = 20;

/**
 * Counts what people ask for. What is not written yet when the process dies is lost, and only orders a list.
 * `atOnce` runs a write that must not wait for another process.
 */
export function askCounter(database: Database, atOnce: (work: () => void) => void) {
  let asked: EntityId[] = [];
  const flush = (): void => {
    if (asked.length === 0) return;
    const bundle = asked;
    asked = [];
    try {
      atOnce(() =>
        database.transaction(() => {
          for (const entity of bundle) recordAsk(database, entity);
        }),
      );
    } catch (error) {
      // A full disk or a locked file must not cost anybody an answer; the counts only order a list.
      if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    }
  };
  return {
    note: (entity: EntityId): void => {
      asked.push(entity);
      if (asked.length >= BUNDLE) flush();
    },
    flush,
  };
}
