import type { Change, Json } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';

const CHANGES = 'SELECT kind, first, last, field, before, after FROM change WHERE edit_id = ? ORDER BY position';
const UNDOES = 'SELECT edit_id AS id FROM undoing WHERE undo_id = ? ORDER BY edit_id';
const UNDONE_BY = 'SELECT undo_id AS id FROM undoing WHERE edit_id = ? ORDER BY undo_id DESC';

const COUNT = 'SELECT COUNT(*) AS n FROM change WHERE edit_id = ?';

/** How many rows an edit touched. */
export function changeCount(database: Database, id: EditId): number {
  return database.get<{ n: number }>(COUNT, id)?.n ?? 0;
}

/** What an edit changed, in order. */
export function changesOf(database: Database, id: EditId): readonly Change[] {
  return database
    .all<Omit<Change, 'before' | 'after'> & { before: string | null; after: string | null }>(CHANGES, id)
    .map((row) => ({ ...row, before: parsed(row.before) as Json, after: parsed(row.after) as Json }));
}

/** The undo that took an edit back and was not itself taken back. */
export function undoneBy(database: Database, id: EditId): EditId | null {
  return undosOf(database, id).find((undo) => isStanding(database, undo)) ?? null;
}

/** Whether an edit stands, or would once those that are `going` were taken back. */
export function isStanding(database: Database, id: EditId, going: ReadonlySet<EditId> = NONE): boolean {
  return undosOf(database, id).every((undo) => going.has(undo) || !isStanding(database, undo, going));
}

const NONE: ReadonlySet<EditId> = new Set();

function undosOf(database: Database, id: EditId): readonly EditId[] {
  return database.all<{ id: EditId }>(UNDONE_BY, id).map((undo) => undo.id);
}

/** The edits that an edit took back. */
export function undoesOf(database: Database, id: EditId): readonly EditId[] {
  return database.all<{ id: EditId }>(UNDOES, id).map((row) => row.id);
}

export function parsed(text: string | null): unknown {
  return text === null ? null : storedJson(text);
}
