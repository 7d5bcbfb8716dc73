import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files that were sent wait here between a dry run and the word to go on. */
const FOLDER = join(tmpdir(), `concordance-uploads-${process.getuid?.() ?? 'own'}`);
/** Forgotten after a day, as the preview is. */
const KEPT_MS = 24 * 60 * 60 * 1000;
/** How often old ones are looked for: a folder of many is slow to look through. */
const LOOK_EVERY_MS = 60 * 60 * 1000;
let lookedAt = Number.NEGATIVE_INFINITY;

/**
 * Keeps the files of one import, each read only once the one before it is on disk; returns where. Their names are not
 * used: they could be any. Written beside the thread that answers, as they may be large.
 */
export async function keepUploads(
  files: readonly (() => Promise<Uint8Array>)[],
  now: number,
): Promise<readonly string[]> {
  await mkdir(FOLDER, { recursive: true, mode: 0o700 });
  await forgetOld(now);
  const folder = await mkdtemp(join(FOLDER, 'import-'));
  const paths: string[] = [];
  try {
    for (const read of files) {
      const path = join(folder, `${paths.length}`);
      await writeFile(path, await read(), { mode: 0o600 });
      paths.push(path);
    }
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return paths;
}

/** Deletes what was kept for an import. */
export function dropUploads(paths: readonly string[]): void {
  for (const path of paths) if (path.startsWith(FOLDER)) rmSync(join(path, '..'), { recursive: true, force: true });
}

async function forgetOld(now: number): Promise<void> {
  if (Math.abs(now - lookedAt) < LOOK_EVERY_MS) return;
  lookedAt = now;
  for (const name of await readdir(FOLDER)) {
    const path = join(FOLDER, name);
    const seen = await stat(path).catch(() => null);
    if (seen !== null && now - seen.mtimeMs > KEPT_MS) await rm(path, { recursive: true, force: true });
  }
}
