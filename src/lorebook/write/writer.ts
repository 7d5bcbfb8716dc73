import type { LoreWriter, WriteSession } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import { indexTouched } from './index-touched.ts';
import { keepFindings } from './keep-findings.ts';
import { logEdit } from './log-edit.ts';
import { redate } from './redate.ts';
import { writeSession } from './session.ts';
import { newTouched } from './touched.ts';

/** Ends a rehearsal: what it saw, on the way out of a transaction that must leave nothing. */
class Rehearsed<Seen> extends Error {
  readonly seen: Seen;
  constructor(seen: Seen) {
    super('a rehearsal leaves nothing');
    this.seen = seen;
  }
}

/** The writing half of a lorebook; `wrote` is called after each transaction with whether it is on disk: what was read before may not stand any more. */
export function loreWriter(database: Database, wrote: (isSaved: boolean) => void): LoreWriter {
  const write = <T>(work: (session: WriteSession) => T): T => {
    const touched = newTouched(database);
    const done = work(writeSession(database, touched));
    for (const end of touched.atEnd) end();
    if (touched.changes > 0 && touched.edit === null) throw new Error('a change without its audit row');
    if (touched.isCalendarChanged && touched.lastClaimBefore > 0) redate(database);
    if (touched.changes > 0) {
      indexTouched(database, touched);
      keepFindings(database, touched);
    }
    if (touched.edit !== null) logEdit(database, touched, touched.edit);
    return done;
  };
  return {
    transaction: (work) => {
      let isSaved = false;
      try {
        const done = database.transaction(() => write(work));
        isSaved = true;
        return done;
      } finally {
        // Also where it failed: what was read inside saw what is gone again.
        wrote(isSaved);
      }
    },
    rehearse: <T, Seen>(work: (session: WriteSession) => T, look: (done: T) => Seen): Seen => {
      try {
        return database.transaction(() => {
          const done = write(work);
          wrote(false);
          throw new Rehearsed(look(done));
        });
      } catch (error) {
        if (error instanceof Rehearsed) return (error as Rehearsed<Seen>).seen;
        throw error;
      } finally {
        wrote(false);
      }
    },
  };
}
