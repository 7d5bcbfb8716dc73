import { randomBytes } from 'node:crypto';
import type { Database } from './database.ts';
import { storedJson } from './rows/stored-json.ts';

const INSERT = 'INSERT INTO draft(id, at, actor_ref, action, data) VALUES (?, ?, ?, ?, ?)';
const ONE = 'SELECT id, at, actor_ref, action, data, edit_id FROM draft WHERE id = ?';
const REWRITE = 'UPDATE draft SET data = ? WHERE id = ? AND edit_id IS NULL';
const SAVED = 'UPDATE draft SET edit_id = ? WHERE id = ? AND edit_id IS NULL';
const DELETE = 'DELETE FROM draft WHERE id = ?';
const EXPIRE = 'DELETE FROM draft WHERE at < ?';

/** How long a preview can be saved, in milliseconds. */
const KEPT_MS = 24 * 60 * 60 * 1000;

/** What somebody was shown and has not saved yet. */
export interface Draft {
  readonly id: string;
  readonly at: number;
  readonly ref: string;
  readonly action: string;
  readonly data: unknown;
  /** The edit that saved it; null = not saved. */
  readonly edit: number | null;
}

export interface Drafts {
  /** Keeps it for a day; returns its id, short enough for a button. */
  add(draft: Pick<Draft, 'at' | 'ref' | 'action' | 'data'>): string;
  get(id: string): Draft | undefined;
  rewrite(id: string, data: unknown): void;
  /** Called inside the transaction that saves it; false where it was saved already. */
  markSaved(id: string, edit: number): boolean;
  drop(id: string): void;
}

/** Previews that wait for Save. */
export function draftsOf(database: Database): Drafts {
  return {
    add: ({ at, ref, action, data }) => {
      const id = randomBytes(9).toString('base64url');
      database.transaction(() => {
        database.run(EXPIRE, at - KEPT_MS);
        database.run(INSERT, id, at, ref, action, JSON.stringify(data));
      });
      return id;
    },
    get: (id) => {
      const row = database.get<{
        id: string;
        at: number;
        actor_ref: string;
        action: string;
        data: string;
        edit_id: number | null;
      }>(ONE, id);
      if (row === undefined) return undefined;
      const { at, action } = row;
      return { id, at, action, ref: row.actor_ref, data: storedJson(row.data), edit: row.edit_id };
    },
    rewrite: (id, data) => void database.run(REWRITE, JSON.stringify(data), id),
    markSaved: (id, edit) => database.run(SAVED, edit, id).changes > 0,
    drop: (id) => void database.run(DELETE, id),
  };
}
