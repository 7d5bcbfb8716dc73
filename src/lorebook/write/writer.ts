import type { LoreWriter } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import { indexTouched } from './index-touched.ts';
import { keepFindings } from './keep-findings.ts';
import { writeSession } from './session.ts';
import { newTouched } from './touched.ts';

/** The writing half of a lorebook; `wrote` is called after each transaction: what was read before may not stand any more. */
export function loreWriter(database: Database, wrote: () => void): LoreWriter {
  return {
    transaction: (work) => {
      try {
        return database.transaction(() => {
          const touched = newTouched(database);
          const done = work(writeSession(database, touched));
          if (touched.changes > 0 && touched.edits === 0) throw new Error('a change without its audit row');
          if (touched.changes > 0) {
            indexTouched(database, touched);
            keepFindings(database, touched);
          }
          return done;
        });
      } finally {
        // Also where it failed: what was read inside saw what is gone again.
        wrote();
      }
    },
  };
}
