import type { PersonCounts, Pseudonym } from '../lore/person.ts';
import type { Database } from './database.ts';

const NAME = 'SELECT id, name FROM actor WHERE ref = ?';
const EDITS = 'SELECT COUNT(*) AS n FROM edit WHERE actor_id = ?';
const SUGGESTIONS = 'SELECT COUNT(*) AS n FROM suggestion WHERE actor_id = ?';
const STATEMENTS = `SELECT COUNT(*) AS n FROM claim JOIN account ON account.id = claim.account_id
  WHERE account.actor_id = ? AND claim.retracted_by IS NULL`;
const DRAFTS = 'SELECT COUNT(*) AS n FROM draft WHERE actor_ref = ?';
const RENAME = 'UPDATE actor SET ref = ?, name = ? WHERE id = ?';
const RETITLE = 'UPDATE account SET title = ? WHERE actor_id = ?';
// Who named themselves as the account.
const UNNAME = `UPDATE suggestion SET account = NULL
  WHERE account IN (SELECT title FROM account WHERE actor_id = ?)`;
const DROP_DRAFTS = 'DELETE FROM draft WHERE actor_ref = ?';
// Nobody is left to be told of an outcome.
const EMPTY_NOTES = `UPDATE suggestion SET note = '', tell = 'next', is_told = 1 WHERE actor_id = ?`;

/** What is kept of somebody, counted. */
export function personCounts(database: Database, ref: string): PersonCounts {
  const actor = database.get<{ id: number; name: string }>(NAME, ref);
  const count = (sql: string, key: string | number): number => database.get<{ n: number }>(sql, key)?.n ?? 0;
  const id = actor?.id ?? 0;
  return {
    name: actor?.name ?? null,
    edits: count(EDITS, id),
    suggestions: count(SUGGESTIONS, id),
    statements: count(STATEMENTS, id),
    drafts: count(DRAFTS, ref),
  };
}

/**
 * Puts a pseudonym where somebody stood, in every table; false where nobody of that key is known. Outside the journal on
 * purpose: it would keep what is to go. The hashes of the log cover an actor's row, not what stands in it.
 */
export function replacePerson(database: Database, ref: string, by: Pseudonym): boolean {
  database.run(DROP_DRAFTS, ref);
  const actor = database.get<{ id: number }>(NAME, ref);
  if (actor === undefined) return false;
  database.run(RENAME, by.ref, by.name, actor.id);
  database.run(UNNAME, actor.id);
  database.run(RETITLE, by.accountTitle, actor.id);
  database.run(EMPTY_NOTES, actor.id);
  return true;
}
