import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { FileCopy } from '../../lore/keeping.ts';
import { runTask } from './run-task.ts';

/** Where copies that are too large to hand out are kept, inside the folder of lorebooks. */
const FOLDER = 'backups';
const ENDING = '.db';
const UNFINISHED = '.part';

export interface CopyOptions {
  /** The largest copy that can be handed out. */
  readonly mostBytes: number;
  /** Whether one that is too large stays in the folder `backups`. */
  readonly keeps: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Told where it stays. */
  readonly kept: (where: string) => void;
}

/** Copies and checks a lorebook. A copy that is handed out leaves nothing behind. */
export async function copyOf(path: string, { mostBytes, keeps, at, kept }: CopyOptions): Promise<FileCopy> {
  const folder = join(dirname(path), FOLDER);
  mkdirSync(folder, { recursive: true });
  const stamp = new Date(at).toISOString().replaceAll(/[:.]/g, '-');
  const whole = join(folder, `${basename(path, ENDING)}_${stamp}${ENDING}`);
  const part = `${whole}${UNFINISHED}`;
  const packed = `${whole}.gz${UNFINISHED}`;
  try {
    for (const file of [part, packed]) rmSync(file, { force: true });
    const done = await runTask({ kind: 'copy', path, to: part, packed, mostBytes });
    if (done?.kind !== 'copied') throw new Error('a lorebook took too long to copy');
    const { found: of, isPacked } = done;
    if (isPacked) return { bytes: await readFile(packed), isPacked, isKept: false, of };
    if (of.bytes <= mostBytes) return { bytes: await readFile(part), isPacked, isKept: false, of };
    if (keeps) {
      renameSync(part, whole);
      kept(whole);
    }
    return { bytes: null, isPacked, isKept: keeps, of };
  } finally {
    for (const file of [part, packed]) rmSync(file, { force: true });
  }
}

/** Deletes copies that were under way when the process died. */
export function dropUnfinished(folderOfLorebooks: string): void {
  const folder = join(folderOfLorebooks, FOLDER);
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    if (file.endsWith(UNFINISHED)) rmSync(join(folder, file), { force: true });
  }
}

/** Deletes what was kept of a lorebook, and what was never finished. */
export function forgetCopies(path: string): void {
  const folder = join(dirname(path), FOLDER);
  if (!existsSync(folder)) return;
  const start = `${basename(path, ENDING)}_`;
  for (const file of readdirSync(folder)) if (file.startsWith(start)) rmSync(join(folder, file), { force: true });
}
