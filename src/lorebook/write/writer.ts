import type { ClaimId, EntityId } from '../../lore/ids.ts';
import type { LoreWriter } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import { type Touched, writeSession } from './session.ts';

/** The writing half of a lorebook; `wrote` is called after each transaction that changed something. */
export function loreWriter(database: Database, wrote: () => void): LoreWriter {
  return {
    transaction: (work) => {
      const touched: Touched = { entities: new Set<EntityId>(), claims: new Set<ClaimId>(), edits: 0, changes: 0 };
      const value = database.transaction(() => {
        const done = work(writeSession(database, touched));
        if (touched.changes > 0 && touched.edits === 0) throw new Error('a change without its audit row');
        return done;
      });
      if (touched.changes > 0) wrote();
      return value;
    },
  };
}
