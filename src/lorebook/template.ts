import type { Clock } from '../lore/clock.ts';
import type { Lorebook } from './lorebook.ts';
import { openLorebook } from './open.ts';

/** A lorebook as bytes, filled by `stock`: new ones are copied from it. Throws what `stock` throws. */
export function templateOf(clock: Clock, stock: (lorebook: Lorebook) => void): Buffer {
  const opened = openLorebook(':memory:', clock);
  if (!opened.ok) throw new Error(`no lorebook in memory: ${opened.problem.kind}`);
  stock(opened.value);
  const bytes = opened.value.serialize();
  opened.value.close();
  return bytes;
}
