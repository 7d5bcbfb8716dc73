import BetterSqlite3 from 'better-sqlite3';
import type { EntityId } from '../lore/ids.ts';
import type { AskedQuestion } from '../lore/reader.ts';
import type { Database } from './database.ts';
import { recordAsk } from './find/popular.ts';
import { recordQuestion } from './questions.ts';

/** Notes kept back before they are written: one sync to disk for all of them. */
const BUNDLE = 20;

/**
 * Notes of what people ask, written in bundles. What is not written yet when the process dies is lost, and is no lore.
 * `atOnce` runs a write that must not wait for another process.
 */
export function askNotes(database: Database, atOnce: (work: () => void) => void) {
  let notes: (() => void)[] = [];
  const flush = (): void => {
    if (notes.length === 0) return;
    const bundle = notes;
    notes = [];
    try {
      atOnce(() =>
        database.transaction(() => {
          for (const write of bundle) write();
        }),
      );
    } catch (error) {
      // A full disk or a locked file must not cost anybody an answer; the notes are no lore.
      if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    }
  };
  const later = (write: () => void): void => {
    notes.push(write);
    if (notes.length >= BUNDLE) flush();
  };
  return {
    noteAsked: (entity: EntityId): void => later(() => recordAsk(database, entity)),
    noteUnanswered: (question: AskedQuestion): void => later(() => recordQuestion(database, question, false)),
    flush,
  };
}
