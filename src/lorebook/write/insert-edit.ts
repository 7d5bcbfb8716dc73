import type { Actor, EditRecord } from '../../lore/writer.ts';
import type { Database } from '../database.ts';

const ACTOR = `INSERT INTO actor(ref, name) VALUES (?, ?) ON CONFLICT(ref) DO UPDATE SET name = excluded.name
  WHERE name <> excluded.name`;
const ACTOR_ID = 'SELECT id FROM actor WHERE ref = ?';
const EDIT = `INSERT INTO edit(at, actor_id, op, target, before, after, reason) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** The key a person stands under in every table; the name they go by now is kept beside it. */
export function actorId(database: Database, actor: Actor): number {
  database.run(ACTOR, actor.ref, actor.name);
  const row = database.get<{ id: number }>(ACTOR_ID, actor.ref);
  if (row === undefined) throw new Error('an actor vanished inside its own transaction');
  return row.id;
}

/** Writes one row of the audit log; returns its id. */
export function insertEdit(database: Database, edit: EditRecord): number {
  return database.run(
    EDIT,
    edit.at,
    actorId(database, edit.actor),
    edit.op,
    edit.target,
    edit.before === undefined ? null : JSON.stringify(edit.before),
    edit.after === undefined ? null : JSON.stringify(edit.after),
    edit.reason ?? '',
  ).lastId;
}
