import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../lore/result.ts';
import type { Database } from './database.ts';

const FOLDER = join(import.meta.dirname, '../../migrations');

export interface Migration {
  readonly name: string;
  readonly sql: string;
}

/** Why a lorebook's history cannot be continued; the file is left as it was. */
export type MigrationProblem =
  | { readonly kind: 'written-by-newer-version'; readonly migration: string }
  | { readonly kind: 'migrations-out-of-order'; readonly expected: string; readonly found: string };

/** The migrations shipped with this version, in order. */
export function shippedMigrations(folder: string = FOLDER): readonly Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({ name: file.replace(/\.sql$/, ''), sql: readFileSync(join(folder, file), 'utf8') }));
}

/**
 * Brings a lorebook up to date, each migration in a transaction of its own.
 * The history must be a beginning of `shipped`: anything else is refused before the first write.
 */
export function migrate(
  database: Database,
  runScript: (sql: string) => void,
  nowMs: number,
  shipped: readonly Migration[] = shippedMigrations(),
): Result<{ readonly applied: number }, MigrationProblem> {
  const applied = appliedMigrations(database);
  for (const [index, name] of applied.entries()) {
    const expected = shipped[index]?.name;
    if (expected === name) continue;
    if (!shipped.some((migration) => migration.name === name)) {
      return fail({ kind: 'written-by-newer-version', migration: name });
    }
    return fail({ kind: 'migrations-out-of-order', expected: expected ?? 'nothing more', found: name });
  }
  let count = 0;
  for (const migration of shipped.slice(applied.length)) {
    database.transaction(() => {
      // Another process may have opened the same file a moment ago and be done with this one.
      if (appliedMigrations(database).includes(migration.name)) return;
      count += 1;
      runScript(`CREATE TABLE IF NOT EXISTS migration(name TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT`);
      runScript(migration.sql);
      database.run('INSERT INTO migration(name, applied_at) VALUES (?, ?)', migration.name, nowMs);
    });
  }
  return ok({ applied: count });
}

function appliedMigrations(database: Database): readonly string[] {
  const table = database.get(`SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migration'`);
  if (table === undefined) return [];
  return database.all<{ name: string }>('SELECT name FROM migration ORDER BY name').map((row) => row.name);
}
