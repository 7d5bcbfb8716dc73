import type { Examination } from '../lore/keeping.ts';
import type { EditTarget } from './edit-target.ts';

/** Notes that somebody was given a copy of everything, or had one kept. */
export function noteBackup({ write, by, at }: Pick<EditTarget, 'write' | 'by' | 'at'>, copy: Examination): void {
  write.transaction((session) => {
    session.record({
      actor: by.actor,
      op: 'backup',
      target: 'backup',
      after: { bytes: copy.bytes, upTo: copy.lastEdit },
      at,
    });
  });
}
