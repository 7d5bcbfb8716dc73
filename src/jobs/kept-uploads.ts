import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Files that were sent wait here between a dry run and the word to go on. */
const FOLDER = join(tmpdir(), `concordance-uploads-${process.getuid?.() ?? 'own'}`);
/** Forgotten after a day, as the preview is. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** Keeps the files of one import; returns where. Their names are not used: they could be any. */
export function keepUploads(files: readonly Uint8Array[], now: number): readonly string[] {
  mkdirSync(FOLDER, { recursive: true, mode: 0o700 });
  forgetOld(now);
  const folder = mkdtempSync(join(FOLDER, 'import-'));
  return files.map((bytes, index) => {
    const path = join(folder, `${index}`);
    writeFileSync(path, bytes, { mode: 0o600 });
    return path;
  });
}

/** Deletes what was kept for an import. */
export function dropUploads(paths: readonly string[]): void {
  for (const path of paths) if (path.startsWith(FOLDER)) rmSync(join(path, '..'), { recursive: true, force: true });
}

function forgetOld(now: number): void {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    if (now - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}
