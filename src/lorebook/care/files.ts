import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { OpenProblem } from '../open.ts';
import { forgetCopies } from './copies.ts';

const ENDING = '.db';
const LOGS = ['-wal', '-shm'];
/** Stands beside a lorebook from the moment it is to be deleted until nothing of it is left. */
const FORGETTING = '.forget';
/** Says since when the bot is not on a lorebook's server any more. */
export const REMOVED = '.removed';

/** Writes a new lorebook under another name first, so that a crash in between leaves no half of one. */
export function layDown(path: string, bytes: Uint8Array): Result<void, OpenProblem> {
  const draft = `${path}.new`;
  try {
    writeWhole(draft, bytes);
    // Unlike a rename this never takes the place of a lorebook that another process has just made.
    linkSync(draft, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return ok(undefined);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return fail({ kind: 'read-only', path });
    throw error;
  } finally {
    if (existsSync(draft)) unlinkSync(draft);
  }
  return ok(undefined);
}

/**
 * Puts another lorebook in the place of one: after a crash there is the old one or the new one. `prepare` changes the new
 * one before it takes the place, `close` closes the old one just before.
 */
export function replaceFile(
  path: string,
  bytes: Uint8Array,
  { prepare, close }: { prepare(draft: string): void; close(): void },
): void {
  const draft = `${path}.new`;
  // A log that a crash left beside a former draft must not be replayed into this one.
  for (const ending of LOGS) rmSync(`${draft}${ending}`, { force: true });
  try {
    writeWhole(draft, bytes);
    prepare(draft);
    close();
    // Nor the log of the old one into the new one. It is empty: closing merged it.
    for (const ending of LOGS) rmSync(`${path}${ending}`, { force: true });
    renameSync(draft, path);
  } finally {
    for (const ending of [...LOGS, '']) rmSync(`${draft}${ending}`, { force: true });
  }
  syncFolder(path);
}

/** Deletes a lorebook that is closed, whatever is kept beside it, and every copy of it. */
export function forgetFile(path: string): void {
  const mark = `${path}${FORGETTING}`;
  writeWhole(mark, Buffer.alloc(0));
  syncFolder(path);
  forgetCopies(path);
  for (const ending of [...LOGS, '.new-wal', '.new-shm', '.new', REMOVED, ''])
    rmSync(`${path}${ending}`, { force: true });
  syncFolder(path);
  rmSync(mark, { force: true });
}

/** Deletes to its end what was being deleted when the process died. */
export function finishForgetting(folder: string): void {
  for (const file of readdirSync(folder)) {
    if (file.endsWith(`${ENDING}${FORGETTING}`)) forgetFile(join(folder, file.slice(0, -FORGETTING.length)));
  }
}

/** The lorebooks of a folder, by name. */
export function lorebookNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ENDING) && !file.startsWith('.'))
    .map((file) => file.slice(0, -ENDING.length));
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'w');
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Without it a file that was made, renamed or deleted may be as before after a power cut. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(dirname(path), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
