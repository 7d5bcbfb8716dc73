import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

const SCHEDULE = `SELECT value FROM setting WHERE name = 'schedule' AND value <> 'null'`;
const OPEN = `SELECT 1 FROM post WHERE status IN ('claimed', 'held') LIMIT 1`;

/**
 * Whether a lorebook that is not open has a schedule or an unsettled post, without opening it: a bot that starts asks
 * this of every server. A file that cannot be read so is opened in full by whoever asks.
 */
export function hasPosting(path: string): boolean {
  if (!existsSync(path)) return false;
  let connection: BetterSqlite3.Database | undefined;
  try {
    connection = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
    return connection.prepare(SCHEDULE).get() !== undefined || connection.prepare(OPEN).get() !== undefined;
  } catch (error) {
    // Of an older version: it has no table of posts, and so no schedule.
    return !(error instanceof Error && error.message.includes('no such table'));
  } finally {
    connection?.close();
  }
}
