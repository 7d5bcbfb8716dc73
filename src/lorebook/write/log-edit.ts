import { createHash } from 'node:crypto';
import type { Change } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { addedRows, type Touched } from './touched.ts';

const CHANGE = `INSERT INTO change(edit_id, position, kind, first, last, field, before, after)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const UNDOING = 'INSERT INTO undoing(undo_id, edit_id) VALUES (?, ?)';
const LINK = 'INSERT INTO edit_link(edit_id, hash) VALUES (?, ?)';
const LAST_HASH = 'SELECT hash FROM edit_link WHERE edit_id < ? ORDER BY edit_id DESC LIMIT 1';
const EDIT = 'SELECT id, at, actor_id, op, target, before, after, reason FROM edit WHERE id = ?';
const CHANGES = `SELECT kind, first, last, field, before, after FROM change WHERE edit_id = ? ORDER BY position`;
const UNDONE = 'SELECT edit_id FROM undoing WHERE undo_id = ? ORDER BY edit_id';
const UNLINKED = `SELECT id FROM edit WHERE id > COALESCE((SELECT MAX(edit_id) FROM edit_link), 0) ORDER BY id`;

/** Keeps what the edit of a transaction changed, and adds its link to the chain. Runs inside that transaction. */
export function logEdit(database: Database, touched: Touched, edit: EditId): void {
  const changes = [...addedRows(database, touched), ...touched.journal];
  for (const [position, change] of changes.entries()) {
    const { kind, first, last, field } = change;
    database.run(CHANGE, edit, position, kind, first, last, field, ...sides(change));
  }
  for (const undone of new Set(touched.undone)) database.run(UNDOING, edit, undone);
  link(database, edit);
}

/** Links edits that were made before there was a chain. */
export function linkFormerEdits(database: Database): void {
  const former = database.all<{ id: EditId }>(UNLINKED);
  if (former.length === 0) return;
  database.transaction(() => {
    for (const { id } of former) link(database, id);
  });
}

function link(database: Database, edit: EditId): void {
  database.run(LINK, edit, hashOf(database, edit, database.get<{ hash: string }>(LAST_HASH, edit)?.hash ?? ''));
}

/**
 * SHA-256 over the edit, what it changed and the hash before it. Of the actor it covers the key alone, so that a person
 * can be replaced by a pseudonym and the chain stays whole.
 */
function hashOf(database: Database, edit: EditId, before: string): string {
  const row = database.get<Record<string, unknown>>(EDIT, edit);
  const content = [before, row, database.all(CHANGES, edit), database.all(UNDONE, edit)];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

const LINKS =
  'SELECT edit.id, edit_link.hash FROM edit LEFT JOIN edit_link ON edit_link.edit_id = edit.id ORDER BY edit.id';
const LAST_ID = `SELECT seq FROM sqlite_sequence WHERE name = 'edit'`;

/** The first edit that is not as it was written, or is gone; null where the chain is whole. */
export function brokenLink(database: Database): EditId | null {
  let before = '';
  let last = 0;
  for (const { id, hash } of database.all<{ id: EditId; hash: string | null }>(LINKS)) {
    if (hash === null || id !== last + 1 || hashOf(database, id, before) !== hash) return id;
    before = hash;
    last = id;
  }
  const made = database.get<{ seq: number }>(LAST_ID)?.seq ?? 0;
  return made > last ? ((last + 1) as EditId) : null;
}

function sides({ before, after }: Change): readonly [string | null, string | null] {
  const text = (value: Change['before']): string | null => (value === null ? null : JSON.stringify(value));
  return [text(before), text(after)];
}
