import { join } from 'node:path';

/** Name of the one lorebook that is edited. */
export const LOREBOOK = 'guild';

export function lorebookFile(folder: string): string {
  return join(folder, `${LOREBOOK}.db`);
}
