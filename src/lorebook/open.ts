import { accessSync, closeSync, constants, existsSync, openSync, readSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { Clock } from '../lore/clock.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import { serverSettings } from '../lore/server-settings.ts';
import { askNotes } from './ask-notes.ts';
import { personJson } from './care/person.ts';
import { type Database, databaseOf } from './database.ts';
import { draftsOf } from './drafts.ts';
import { effortOf } from './effort.ts';
import { ensureFindings } from './findings/soundness.ts';
import { editLog } from './history/edit-log.ts';
import type { Lorebook } from './lorebook.ts';
import { type MigrationProblem, migrate } from './migrate.ts';
import { personCounts } from './people.ts';
import { postsOf } from './posts.ts';
import { openQuestions, recordQuestion } from './questions.ts';
import { loreReader } from './read/reader.ts';
import { references } from './read/references.ts';
import { DamagedJson } from './rows/stored-json.ts';
import { suggestionsOf } from './suggestions.ts';
import { readSetting } from './write/apply-change.ts';
import { linkFormerEdits } from './write/log-edit.ts';
import { loreWriter } from './write/writer.ts';

/** Older ones can corrupt a WAL that two connections write. */
const OLDEST_SQLITE = '3.51.3';

/** How long a write waits for another process (the terminal beside the bot) before it is refused, unless said otherwise. */
const BUSY_MS = 5_000;

const LAST_BACKUP = `SELECT at FROM edit WHERE target = 'backup' ORDER BY id DESC LIMIT 1`;

export type OpenProblem =
  | MigrationProblem
  | { readonly kind: 'not-a-lorebook'; readonly path: string }
  | { readonly kind: 'corrupt'; readonly path: string }
  | { readonly kind: 'disk-full'; readonly path: string }
  /** The disk itself reported an error. */
  | { readonly kind: 'disk-error'; readonly path: string }
  | { readonly kind: 'locked'; readonly path: string }
  | { readonly kind: 'read-only'; readonly path: string }
  | { readonly kind: 'sqlite-too-old'; readonly found: string; readonly needed: string };

/** Megabytes of pages that one of many open lorebooks may hold; 2 are SQLite's default, with which small batches spill. */
const CACHE_MB = 16;

/**
 * Opens the lorebook at `path` (or makes an empty file of it) and brings it up to date. `cacheMb` bounds the pages it
 * holds: a batch of a million names touches its indexes everywhere, and writes each page many times if few are held.
 */
export function openLorebook(
  path: string,
  clock: Clock,
  cacheMb = CACHE_MB,
  busyMs = BUSY_MS,
): Result<Lorebook, OpenProblem> {
  const refused = path === ':memory:' ? undefined : refusal(path);
  if (refused !== undefined) return fail(refused);
  let connection: BetterSqlite3.Database | undefined;
  try {
    connection = new BetterSqlite3(path, { timeout: busyMs });
    const effort = effortOf();
    const database = databaseOf(connection, effort);
    const open = connection;
    if (isOfAnotherProgram(database)) {
      open.close();
      return fail({ kind: 'not-a-lorebook', path });
    }
    configure(open, cacheMb);
    const sqlite = database.get<{ v: string }>('SELECT sqlite_version() AS v')?.v ?? '0';
    if (isOlder(sqlite, OLDEST_SQLITE)) {
      open.close();
      return fail({ kind: 'sqlite-too-old', found: sqlite, needed: OLDEST_SQLITE });
    }
    const migrated = migrate(database, (sql) => open.exec(sql), clock());
    if (!migrated.ok) {
      open.close();
      return migrated;
    }
    if (database.get('SELECT 1 FROM claim LIMIT 1') !== undefined) ensureFindings(database);
    linkFormerEdits(database);
    let writes = 0;
    let saves = 0;
    // Our own writes are counted; those of another process show in data_version.
    const ofOthers = open.prepare<[], number>('PRAGMA data_version').pluck();
    const version = (): number => Number(ofOthers.get()) * 2 ** 26 + writes;
    let patience = busyMs;
    const asked = askNotes(database, (work) => withoutWaiting(open, () => patience, work));
    const read = loreReader(database, version);
    return ok({
      path,
      get isOpen() {
        return open.open;
      },
      database,
      read,
      saves: () => saves,
      briefly: effort.limited,
      now: clock,
      posts: postsOf(database),
      references: references(database, () => read.accounts),
      log: editLog(database),
      suggestions: suggestionsOf(database),
      drafts: draftsOf(database),
      settings: () => serverSettings((name) => readSetting(database, name)),
      setting: (name) => readSetting(database, name) ?? undefined,
      write: loreWriter(database, (isSaved) => {
        writes += 1;
        if (isSaved) saves += 1;
      }),
      noteAsked: asked.noteAsked,
      noteUnanswered: asked.noteUnanswered,
      markWrong: (question) => database.transaction(() => recordQuestion(database, question, true)),
      questions: (limit) => {
        asked.flush();
        return openQuestions(database, limit);
      },
      waitForOthers: (ms) => {
        patience = ms ?? busyMs;
        open.pragma(`busy_timeout = ${patience}`);
      },
      person: (ref) => personCounts(database, ref),
      personJson: (ref) => personJson(database, ref),
      lastBackup: () => database.get<{ at: number }>(LAST_BACKUP)?.at ?? null,
      backup: async (to) => void (await open.backup(to)),
      serialize: () => open.serialize(),
      close: () => {
        asked.flush();
        open.close();
      },
    });
  } catch (error) {
    connection?.close();
    const problem = openProblemOf(error, path);
    if (problem === undefined) throw error;
    return fail(problem);
  }
}

/** Asked before anything of the file is changed: another program's database stays as it was. */
function isOfAnotherProgram(database: Database): boolean {
  const tables = database.all<{ name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema');
  return tables.length > 0 && !tables.some(({ name, sql }) => name === 'migration' && sql?.includes('applied_at'));
}

/** Does at once what is not worth the wait for another process's write, or throws SQLITE_BUSY. */
function withoutWaiting(connection: BetterSqlite3.Database, patience: () => number, work: () => void): void {
  connection.pragma('busy_timeout = 0');
  try {
    work();
  } finally {
    connection.pragma(`busy_timeout = ${patience()}`);
  }
}

function configure(connection: BetterSqlite3.Database, cacheMb: number): void {
  // WAL lets the terminal read while the bot writes, and makes a commit one append.
  connection.pragma('journal_mode = WAL');
  // FULL: the WAL is synced on every commit, so an acknowledged edit survives a power cut (NORMAL would not promise that).
  connection.pragma('synchronous = FULL');
  // What is deleted or overwritten is gone from the file, too: somebody may have wanted to be forgotten.
  connection.pragma('secure_delete = ON');
  // Off by default in SQLite; every reference of the schema counts on it.
  connection.pragma('foreign_keys = ON');
  // Negative: kilobytes instead of pages.
  connection.pragma(`cache_size = ${-1024 * cacheMb}`);
  // Never read through a memory map: a file that was cut short, or a bad sector, would end the process (SIGBUS) instead
  // of being an error, and all servers with it. It bought no time that could be measured (300,000 names).
  connection.pragma('mmap_size = 0');
}

const MAGIC = 'SQLite format 3\0';

function refusal(path: string): OpenProblem | undefined {
  if (!existsSync(path)) return isWritable(dirname(path)) ? undefined : { kind: 'read-only', path };
  if (!statSync(path).isFile()) return { kind: 'not-a-lorebook', path };
  if (!isWritable(path) || !isWritable(dirname(path))) return { kind: 'read-only', path };
  const head = Buffer.alloc(MAGIC.length);
  const file = openSync(path, 'r');
  const bytes = readSync(file, head, 0, head.length, 0);
  closeSync(file);
  return bytes > 0 && head.toString('latin1') !== MAGIC ? { kind: 'not-a-lorebook', path } : undefined;
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a failure of SQLite on a lorebook means to its host; undefined where it means a bug. */
export function openProblemOf(error: unknown, path: string): OpenProblem | undefined {
  if (error instanceof DamagedJson) return { kind: 'corrupt', path };
  if (!(error instanceof BetterSqlite3.SqliteError)) return undefined;
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return { kind: 'locked', path };
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN')) {
    return { kind: 'read-only', path };
  }
  // The shared memory beside a lorebook needs room, too.
  if (error.code === 'SQLITE_FULL' || error.code === 'SQLITE_IOERR_SHMSIZE') return { kind: 'disk-full', path };
  if (error.code.startsWith('SQLITE_IOERR')) return { kind: 'disk-error', path };
  if (error.code.startsWith('SQLITE_CORRUPT')) return { kind: 'corrupt', path };
  if (error.code === 'SQLITE_NOTADB') return { kind: 'not-a-lorebook', path };
  return undefined;
}

/** Compares dotted version numbers part by part. */
export function isOlder(version: string, than: string): boolean {
  const a = version.split('.').map(Number);
  const b = than.split('.').map(Number);
  for (let part = 0; part < b.length; part += 1) {
    const difference = (a[part] ?? 0) - (b[part] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
