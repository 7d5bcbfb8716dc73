import { existsSync, statSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { Examination } from '../../lore/keeping.ts';
import { type Database, databaseOf } from '../database.ts';
import { brokenLink } from '../write/log-edit.ts';

/** As many complaints as anybody reads. */
const MOST_FAULTS = 5;
const EDITS = 'SELECT COUNT(*) AS n, COALESCE(MAX(id), 0) AS last FROM edit';

/** Looks over a lorebook's file through a connection of its own. */
export function examine(path: string): Examination {
  const bytes = bytesOf(path);
  let connection: BetterSqlite3.Database | undefined;
  try {
    connection = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
    return { bytes, ...examined(connection) };
  } catch (error) {
    // A page that cannot be read at all is a finding here, not a failure.
    if (!(error instanceof BetterSqlite3.SqliteError)) throw error;
    return { bytes, edits: 0, lastEdit: 0, brokenEdit: null, faults: [error.message] };
  } finally {
    connection?.close();
  }
}

function examined(connection: BetterSqlite3.Database): Omit<Examination, 'bytes'> {
  const database: Database = databaseOf(connection);
  const rows = connection.pragma(`quick_check(${MOST_FAULTS})`) as readonly Readonly<Record<string, string>>[];
  const faults = rows.flatMap((row) => Object.values(row)).filter((line) => line !== 'ok');
  const { n, last } = database.get<{ n: number; last: number }>(EDITS) ?? { n: 0, last: 0 };
  return { edits: n, lastEdit: last, brokenEdit: brokenLink(database), faults };
}

/** On disk, with the log that is not merged into it yet. */
function bytesOf(path: string): number {
  return [path, `${path}-wal`].reduce((sum, file) => sum + (existsSync(file) ? statSync(file).size : 0), 0);
}
