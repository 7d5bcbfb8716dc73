import { parentPort, workerData } from 'node:worker_threads';
import { stockFrom } from '../edit/pack/stock.ts';
import { ok } from '../lore/result.ts';
import { templateOf } from '../lorebook/template.ts';
import type { StarterTemplate } from './starter-template.ts';

parentPort?.postMessage(filled(workerData as string | null));

function filled(pack: string | null): StarterTemplate {
  let stocked: ReturnType<typeof stockFrom> = ok(undefined);
  const bytes = templateOf(Date.now, (lorebook) => {
    stocked = stockFrom(pack, lorebook, Date.now());
  });
  return stocked.ok ? ok(bytes) : stocked;
}
