import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import type { Examination } from '../../lore/keeping.ts';
import { examine } from './examine.ts';

/** Copies a lorebook as it is at one moment, also while it is written, into a file that needs no others beside it. */
export async function copyAndExamine(path: string, to: string): Promise<Examination> {
  const source = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  try {
    await source.backup(to);
  } finally {
    source.close();
  }
  const copy = new BetterSqlite3(to);
  // Without it the copy would want a log beside it as soon as somebody opens it.
  copy.pragma('journal_mode = DELETE');
  copy.close();
  const file = openSync(to, 'r+');
  fsyncSync(file);
  closeSync(file);
  return examine(to);
}

/** Beyond that no compression makes it small enough to be worth trying. */
const MOST_GAIN = 12;

/** Compresses a copy; false where it would still be larger than `mostBytes`. */
export function packCopy(path: string, to: string, mostBytes: number): boolean {
  if (statSync(path).size > mostBytes * MOST_GAIN) return false;
  const packed = gzipSync(readFileSync(path));
  if (packed.byteLength > mostBytes) return false;
  writeFileSync(to, packed);
  return true;
}
