import type { LoreReader } from '../../lore/reader.ts';
import type { Database } from '../database.ts';
import { find } from '../find/find.ts';
import { searchStatements } from '../text/search-statements.ts';
import { claimReader } from './claims.ts';
import { entityReader } from './entities.ts';
import { findingReader } from './findings.ts';
import { type Frame, loadFrame } from './frame.ts';
import { passageReader } from './passages.ts';
import { restingReader } from './resting.ts';

/** The reading half of a lorebook. `version` changes when somebody wrote: then the frame is read again. */
export function loreReader(database: Database, version: () => number): LoreReader {
  let frame: Frame | undefined;
  let readAt = -1;
  const current = (): Frame => {
    const now = version();
    if (frame === undefined || now !== readAt) {
      frame = loadFrame(database);
      readAt = now;
    }
    return frame;
  };
  const claims = claimReader(database);
  return {
    get profile() {
      return current().profile;
    },
    get continuities() {
      return current().continuities;
    },
    get predicates() {
      return current().predicates;
    },
    get accounts() {
      return current().accounts;
    },
    ...entityReader(database),
    ...restingReader(database),
    ...passageReader(database),
    ...claims,
    ...findingReader(database),
    account: (id) => current().accounts.find((account) => account.id === id),
    work: (id) => current().works.find((work) => work.entity === id),
    works: () => current().works,
    claimsByText: (text, limit) =>
      searchStatements(database, text, limit).claimIds.flatMap((id) => claims.claim(id) ?? []),
    find: (text, options) => find(database, text, options),
  };
}
