import type { EditRecord } from '../../lore/writer.ts';
import type { Database } from '../database.ts';

const ACTOR = `INSERT INTO actor(ref, name) VALUES (?, ?) ON CONFLICT(ref) DO NOTHING`;
const ACTOR_ID = 'SELECT id FROM actor WHERE ref = ?';
const EDIT = `INSERT INTO edit(at, actor_id, op, target, before, after, reason) VALUES (?, ?, ?, ?, ?, ?, ?)`;

/** Writes one row of the audit log; returns its id. */
export function insertEdit(database: Database, edit: EditRecord): number {
  database.run(ACTOR, edit.actor.ref, edit.actor.name);
  const actor = database.get<{ id: number }>(ACTOR_ID, edit.actor.ref);
  if (actor === undefined) throw new Error('the actor of an edit vanished inside its own transaction');
  return database.run(
    EDIT,
    edit.at,
    actor.id,
    edit.op,
    edit.target,
    edit.before === undefined ? null : JSON.stringify(edit.before),
    edit.after === undefined ? null : JSON.stringify(edit.after),
    edit.reason ?? '',
  ).lastId;
}
