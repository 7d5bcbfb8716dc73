import { existsSync, mkdirSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import { starterPack, stock } from '../edit/pack/stock.ts';
import type { Standing } from '../lore/permission.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { openLorebook } from '../lorebook/open.ts';
import { isEmpty } from '../lorebook/shelf.ts';
import { problems } from '../messages/en/problems.ts';
import { packFaultText } from '../messages/en/rows.ts';
import { terminal } from '../messages/en/terminal.ts';
import type { Pack } from '../pack/pack.ts';
import { UsageError } from './outcome.ts';

/** Who edits from here. */
export const TERMINAL_ACTOR = { ref: 'terminal', name: 'Terminal' } as const;

/** The terminal has one lorebook open, and loads files of a million names into it. */
const CACHE_MB = 128;

/** Whoever can reach the file may do everything with it. */
export const AT_TERMINAL: Standing = { actor: TERMINAL_ACTOR, level: 'admin', isOwnOnly: false };

/** The file that is meant: the one given, else the playground’s. */
export function lorebookPath(config: Config, given: string | undefined): string {
  return given ?? join(config.lorebookDir, 'playground.db');
}

/** Opens the lorebook; one that is not there is made from STARTER_PACK. Throws UsageError. */
export function openFor(config: Config, path: string): Lorebook {
  const lorebook = openOrThrow(path);
  if (!isEmpty(lorebook)) return lorebook;
  const pack = starterPack(config.starterPack);
  if (!pack.ok) {
    lorebook.close();
    removeUnused(path);
    throw new UsageError(terminal.starterFaults(config.starterPack ?? 'none', pack.problem.map(packFaultText)));
  }
  return stockOrThrow(lorebook, pack.value, path);
}

/** Opens a lorebook, made where it is not there; what keeps it from opening is a wrong use. */
export function openOrThrow(path: string): Lorebook {
  const folder = dirname(path);
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const opened = openLorebook(path, Date.now, CACHE_MB);
  if (!opened.ok) throw new UsageError(problems.open(opened.problem), opened.problem.kind);
  return opened.value;
}

/** Fills a new lorebook; on a fault of the pack nothing of it stays. Throws UsageError. */
export function stockOrThrow(lorebook: Lorebook, pack: Pack, path: string): Lorebook {
  const stocked = stock(lorebook, pack, TERMINAL_ACTOR, Date.now());
  if (stocked.ok) return lorebook;
  lorebook.close();
  removeUnused(path);
  throw new UsageError(terminal.starterFaults(pack.head.name, stocked.problem.map(packFaultText)));
}

function removeUnused(path: string): void {
  for (const ending of ['', '-wal', '-shm']) if (existsSync(path + ending)) unlinkSync(path + ending);
}
