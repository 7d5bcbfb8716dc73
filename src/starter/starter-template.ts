import { Worker } from 'node:worker_threads';
import { loadConfig } from '../config.ts';
import { loadEnvironment } from '../environment.ts';
import type { Result } from '../lore/result.ts';
import type { PackFault } from '../pack/pack.ts';

/** The lorebook that new servers start from, as bytes, or what is wrong with the pack. */
export type StarterTemplate = Result<Uint8Array, readonly PackFault[]>;

/**
 * The program's configuration, and the starter pack's lorebook on its way: a thread of its own fills it while this one
 * loads the rest of the program, which takes as long.
 */
export const config = loadConfig(loadEnvironment(process.env));
export const starterTemplate: Promise<StarterTemplate> | null = config.ok ? fillAside(config.value.starterPack) : null;

function fillAside(pack: string | null): Promise<StarterTemplate> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), { workerData: pack, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
