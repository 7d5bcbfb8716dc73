import BetterSqlite3 from 'better-sqlite3';
import { type Database, databaseOf } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';

const ACTOR = 'SELECT id, ref, name FROM actor WHERE ref = ?';
const EDITS = `SELECT id, at, op, target, before, after, reason FROM edit WHERE actor_id = ? ORDER BY id`;
const SUGGESTIONS = `SELECT id, at, account, cells, note, words, place, status, reason, tell FROM suggestion
  WHERE actor_id = ? ORDER BY id`;
const STATEMENTS = `SELECT claim.id, account.title AS account, subject.name AS subject, claim.predicate_id AS predicate,
    COALESCE(object.name, claim.text, claim.date) AS value, claim.low, claim.high, claim.value_kind, claim.date,
    claim.modality, claim.statement, claim.retracted_by
  FROM claim JOIN account ON account.id = claim.account_id
    JOIN entity AS subject ON subject.id = claim.subject_id
    LEFT JOIN entity AS object ON object.id = claim.object_id
  WHERE account.actor_id = ? ORDER BY claim.id`;
const DRAFTS = 'SELECT at, action, data, edit_id FROM draft WHERE actor_ref = ? ORDER BY at';

type Row = Readonly<Record<string, string | number | null>>;

/** The same as a file that a person can read, over a connection of its own. */
export function gatherPerson(path: string, ref: string): Uint8Array {
  const connection = new BetterSqlite3(path, { readonly: true, fileMustExist: true });
  try {
    const gathered = personJson(databaseOf(connection), ref);
    return new TextEncoder().encode(`${JSON.stringify(gathered, null, 2)}\n`);
  } finally {
    connection.close();
  }
}

/** All that is kept of somebody. */
export function personJson(database: Database, ref: string): object {
  const actor = database.get<{ id: number; ref: string; name: string }>(ACTOR, ref);
  const id = actor?.id ?? 0;
  return {
    format: 'concordance-member',
    version: 1,
    member: { key: ref, name: actor?.name ?? null },
    edits: database.all<Row>(EDITS, id).map((row) => readable(row, ['before', 'after'])),
    suggestions: database.all<Row>(SUGGESTIONS, id).map((row) => readable(row, ['cells'])),
    own_statements: database.all<Row>(STATEMENTS, id).map(({ retracted_by, ...row }) => ({
      ...row,
      is_retracted: retracted_by !== null,
    })),
    drafts: database.all<Row>(DRAFTS, ref).map((row) => readable(row, ['data'])),
  };
}

/** Times as people write them, JSON columns as what they hold. */
function readable({ at, ...row }: Row, jsonColumns: readonly string[]): object {
  const cells = Object.entries(row).map(([name, value]) => {
    const isJson = jsonColumns.includes(name) && typeof value === 'string';
    return [name, isJson ? storedJson(value) : value];
  });
  return { at: new Date(Number(at)).toISOString(), ...Object.fromEntries(cells) };
}
