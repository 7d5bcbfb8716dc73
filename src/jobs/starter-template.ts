import { Worker } from 'node:worker_threads';
import type { Result } from '../lore/result.ts';
import type { PackFault } from '../pack/pack.ts';

/** The lorebook that new servers start from, as bytes, or what is wrong with the pack. */
export type StarterTemplate = Result<Uint8Array, readonly PackFault[]>;

/** Fills a lorebook from a starter pack (null: the empty beginning) in a thread of its own. Rejects only for a bug. */
export function starterTemplate(pack: string | null): Promise<StarterTemplate> {
  const worker = new Worker(new URL('./starter-worker.mjs', import.meta.url), { workerData: pack, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}
