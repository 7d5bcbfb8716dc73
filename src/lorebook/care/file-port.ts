import type { Examination, FileCopy } from '../../lore/keeping.ts';
import type { Lorebook } from '../lorebook.ts';
import { copyOf } from './copies.ts';
import { runTask } from './run-task.ts';

/** What is different from host to host: where the lorebook is, and what may take its place. */
export interface FileParts {
  readonly path: string;
  readonly clock: () => number;
  again(): Lorebook | null;
  startAnew(from: 'starter' | 'empty', change: (fresh: Lorebook) => void): void;
  forget(): void;
  /** Told where a copy stayed that was too large to hand out. */
  kept(where: string): void;
}

/** A lorebook as one file: looked over, copied, replaced, deleted. */
export function filePort({ path, clock, again, startAnew, forget, kept }: FileParts) {
  return {
    again,
    startAnew,
    forget,
    examine: async (): Promise<Examination | null> => {
      const done = await runTask({ kind: 'examine', path });
      return done?.kind === 'examined' ? done.found : null;
    },
    copy: (mostBytes: number, keeps: boolean): Promise<FileCopy> =>
      copyOf(path, { mostBytes, keeps, at: clock(), kept }),
    personFile: async (ref: string): Promise<Uint8Array> => {
      const done = await runTask({ kind: 'person', path, ref });
      if (done?.kind !== 'gathered') throw new Error('a lorebook took too long to read');
      return done.json;
    },
  };
}
