import { join } from 'node:path';
import { loadPack } from '../../src/edit/pack/load-pack.ts';
import { stock } from '../../src/edit/pack/stock.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import type { Pack, PackFault } from '../../src/pack/pack.ts';
import { readPack } from '../../src/pack/read-folder.ts';

export const TESTER = { ref: 'test', name: 'Test' } as const;
/** The one moment at which tests write. */
export const THEN = 1_700_000_000_000;
export const clock = (): number => THEN;

/** Opens or makes the file; a problem is a failed test. */
export function openAt(path: string): Lorebook {
  const opened = openLorebook(path, clock);
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.value;
}

/** A new lorebook file in the folder, filled with the pack at `packFolder`. */
export function aLorebook(folder: string, packFolder: string, file = 'lorebook.db'): Lorebook {
  const read = readPack(packFolder);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const lorebook = openAt(join(folder, file));
  const stocked = stock(lorebook, read.value, TESTER, THEN);
  if (!stocked.ok) throw new Error(JSON.stringify(stocked.problem));
  return lorebook;
}

/** What is wrong with the pack at `packFolder`: its shape, or what a load of it says. */
export function faultsOf(packFolder: string): readonly PackFault[] {
  const read = readPack(packFolder);
  return read.ok ? loadFaults(read.value) : read.problem;
}

function loadFaults(pack: Pack): readonly PackFault[] {
  const lorebook = openAt(':memory:');
  const loaded = loadPack(pack, { writer: lorebook.write, references: lorebook.references, actor: TESTER, at: THEN });
  lorebook.close();
  return loaded.ok ? [] : loaded.problem;
}
