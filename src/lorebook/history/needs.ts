import type { Change, ChangedKind } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { idNamed, isOfField, NAMINGS, type Naming, rowsNaming } from './naming.ts';
import type { LaterUse } from './uses.ts';

// What was set aside, merged away or undeclared since.
const GONE = `SELECT edit_id AS edit, position, kind, first, last, field FROM change
  WHERE edit_id > ? AND ((field = 'live' AND after = 'false') OR (kind = 'entity' AND field = 'merged' AND after IS NOT NULL)
    OR (kind = 'predicate' AND after IS NULL))`;
const OF_PREDICATE = 'SELECT 1 FROM claim WHERE predicate_id = ? AND id BETWEEN ? AND ? LIMIT 1';
const SLUG = 'SELECT 1 FROM continuity WHERE slug = ? AND id BETWEEN ? AND ?';

interface Gone extends LaterUse {
  readonly kind: ChangedKind;
  readonly first: number;
  readonly last: number;
  readonly field: string;
}

/** What took away, later, a thing that is needed where this change is taken back: it would be named and not be there. */
export function goneSince(database: Database, changes: readonly Change[], since: EditId): readonly LaterUse[] {
  const restoring = changes.filter(isRestoring);
  if (restoring.length === 0) return [];
  return database
    .all<Gone>(GONE, since)
    .filter((gone) => restoring.some((change) => isNeededBy(database, gone, change)));
}

/** Whether taking it back puts something there that may name a thing: a row, or a value of a field. */
function isRestoring({ kind, field, before, after }: Change): boolean {
  if (field === 'live') return after === false;
  return field !== 'added' && before !== null && kind !== 'predicate';
}

function isNeededBy(database: Database, gone: Gone, change: Change): boolean {
  if (gone.kind === 'predicate') {
    const { kind, field, first, last } = change;
    if (kind !== 'claim' || field !== 'live') return false;
    return database.get(OF_PREDICATE, gone.field, first, last) !== undefined;
  }
  if (change.kind === 'setting') {
    const isHome = gone.kind === 'continuity' && change.field === 'default_continuity';
    return isHome && database.get(SLUG, String(change.before), gone.first, gone.last) !== undefined;
  }
  return (NAMINGS[gone.kind] ?? []).some((naming) => names(database, naming, change, gone));
}

function names(database: Database, naming: Naming, change: Change, gone: Gone): boolean {
  if (naming.by !== change.kind) return false;
  if (change.field === 'live') {
    return rowsNaming(database, naming, gone, change.first - 1).some(({ id }) => id <= change.last);
  }
  if (!isOfField(naming, change.field)) return false;
  const named = idNamed(change.before, naming);
  return named !== null && named >= gone.first && named <= gone.last;
}
