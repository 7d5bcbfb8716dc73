import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packFolder } from '../edit/pack/stock.ts';
import { ImportError } from '../import/import-problem.ts';
import { unzipInto } from '../import/zip/unzip.ts';
import { importProblemText } from '../messages/en/import.ts';
import { UsageError } from './outcome.ts';

/** Gives a pack's folder to `use`: the one named, or a zip file's (as an export saves it) for as long as it is used. */
export function withPack<T>(named: string, use: (folder: string) => T): T {
  if (!existsSync(named) || !statSync(named).isFile()) return use(packFolder(named));
  const folder = mkdtempSync(join(tmpdir(), 'concordance-pack-'));
  try {
    unzipInto(named, folder);
    return use(folder);
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(importProblemText(error.problem), error.problem.kind);
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
