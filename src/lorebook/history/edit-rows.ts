import type { Change, Json } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';

const CHANGES = 'SELECT kind, first, last, field, before, after FROM change WHERE edit_id = ? ORDER BY position';
const UNDOES = 'SELECT edit_id AS id FROM undoing WHERE undo_id = ? ORDER BY edit_id';
const UNDONE_BY = 'SELECT undo_id AS id FROM undoing WHERE edit_id = ? ORDER BY undo_id DESC';

export function changesOf(database: Database, id: EditId): readonly Change[] {
  return database
    .all<Omit<Change, 'before' | 'after'> & { before: string | null; after: string | null }>(CHANGES, id)
    .map((row) => ({ ...row, before: parsed(row.before) as Json, after: parsed(row.after) as Json }));
}

/** The undo that took an edit back and was not itself taken back. */
export function undoneBy(database: Database, id: EditId): EditId | null {
  const undos = database.all<{ id: EditId }>(UNDONE_BY, id);
  return undos.find((undo) => undoneBy(database, undo.id) === null)?.id ?? null;
}

export function undoesOf(database: Database, id: EditId): readonly EditId[] {
  return database.all<{ id: EditId }>(UNDOES, id).map((row) => row.id);
}

export function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text);
}
