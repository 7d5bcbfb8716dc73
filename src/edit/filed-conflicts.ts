import type { References } from '../lore/references.ts';
import type { WriteSession } from '../lore/writer.ts';
import type { Pack, PackFault } from '../pack/pack.ts';

export function filedFaults(_pack: Pack, _references: References): PackFault[] {
  return [];
}
export function writeFiled(_pack: Pack, _session: WriteSession, _load: unknown): void {}
