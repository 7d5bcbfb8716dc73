import BetterSqlite3 from 'better-sqlite3';
import { type Effort, effortOf } from './effort.ts';
import { plannedOnce } from './planned-once.ts';

export type SqlValue = string | number | null | Uint8Array;

/**
 * All the lorebook asks of SQLite. Synchronous and this small, so that another engine can stand behind it:
 * its SQL uses no functions of our own, no ATTACH, no VACUUM INTO, no user_version, at most 99 parameters,
 * no integer above 2^53 and no LIKE pattern over 50 bytes (a test reads the SQL and keeps it so).
 */
export interface Database {
  get<Row>(sql: string, ...parameters: SqlValue[]): Row | undefined;
  all<Row>(sql: string, ...parameters: SqlValue[]): Row[];
  /** Rows one by one, for what should not stand in memory whole. Nothing may be written to the lorebook meanwhile. */
  iterate<Row>(sql: string, ...parameters: SqlValue[]): IterableIterator<Row>;
  run(sql: string, ...parameters: SqlValue[]): { readonly changes: number; readonly lastId: number };
  /** Runs `work` as one transaction: all of it on disk, or none. A transaction inside another joins it. */
  transaction<T>(work: () => T): T;
  /** Says that work on so many rows follows; throws `TakesLong` where only brief work is wanted now. */
  weigh(rows: number): void;
}

/** The port over better-sqlite3: each SQL text is prepared once for as long as the lorebook is open. */
export function databaseOf(connection: BetterSqlite3.Database, effort: Effort = effortOf()): Database {
  const prepared = new Map<string, BetterSqlite3.Statement<SqlValue[]>>();
  const statement = (sql: string): BetterSqlite3.Statement<SqlValue[]> => {
    const known = prepared.get(sql);
    if (known !== undefined) return known;
    const fresh = connection.prepare<SqlValue[]>(plannedOnce(sql));
    prepared.set(sql, fresh);
    return fresh;
  };
  return {
    get: <Row>(sql: string, ...parameters: SqlValue[]) => {
      effort.spend(1);
      return statement(sql).get(...parameters) as Row | undefined;
    },
    all: <Row>(sql: string, ...parameters: SqlValue[]) => {
      const rows = statement(sql).all(...parameters) as Row[];
      effort.spend(1 + rows.length);
      return rows;
    },
    // An iterating statement is busy: it gets one of its own.
    iterate: <Row>(sql: string, ...parameters: SqlValue[]) =>
      connection.prepare<SqlValue[]>(sql).iterate(...parameters) as IterableIterator<Row>,
    weigh: effort.spend,
    run: (sql, ...parameters) => {
      effort.spend(1);
      const done = statement(sql).run(...parameters);
      return { changes: done.changes, lastId: Number(done.lastInsertRowid) };
    },
    transaction: (work) => {
      if (connection.inTransaction) return work();
      try {
        return connection.transaction(work).immediate();
      } catch (error) {
        if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_IOERR')) forgetLog(connection);
        throw error;
      }
    },
  };
}

/**
 * A commit whose sync failed stands in the log all the same: after a crash it could come back, though it was refused.
 * Emptying the log takes it away; where the disk cannot do that either, nothing can.
 */
function forgetLog(connection: BetterSqlite3.Database): void {
  try {
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
  }
}
