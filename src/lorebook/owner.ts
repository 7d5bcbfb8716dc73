import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { fail, ok, type Result } from '../lore/result.ts';

export type OwnerProblem =
  | { readonly kind: 'folder-owned'; readonly folder: string }
  | { readonly kind: 'folder-unusable'; readonly folder: string; readonly why: string };

/**
 * Makes this process the one owner of a folder of lorebooks, or says that another bot is.
 * The lock is SQLite's own on `.owner.db`: the kernel frees it when the process dies, however it dies.
 */
export function ownFolder(folder: string): Result<{ release(): void }, OwnerProblem> {
  let lock: BetterSqlite3.Database | undefined;
  try {
    mkdirSync(folder, { recursive: true });
    const held = new BetterSqlite3(join(folder, '.owner.db'), { timeout: 0 });
    lock = held;
    held.exec('BEGIN EXCLUSIVE');
    return ok({ release: () => held.close() });
  } catch (error) {
    lock?.close();
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (String(error.code).startsWith('SQLITE_BUSY')) return fail({ kind: 'folder-owned', folder });
    return fail({ kind: 'folder-unusable', folder, why: error.message });
  }
}
