import type { Database } from '../../src/lorebook/database.ts';
import { tokensIn } from './told.ts';

/**
 * An undo tells again what it takes back, and what sets the world's today tells its calendar: only the edit that first
 * said it counts.
 */
const EDITS = `SELECT edit.id, edit.op, edit.reason || ' ' || actor.name || ' ' ||
  CASE edit.op WHEN 'calendar' THEN '' ELSE COALESCE(edit.after, '') END AS text
  FROM edit JOIN actor ON actor.id = edit.actor_id WHERE edit.op <> 'undo'`;
const CHANGES = `SELECT edit.id, edit.op, change.after AS text FROM change JOIN edit ON edit.id = change.edit_id
  WHERE edit.op <> 'undo' AND change.after IS NOT NULL`;
const ADDED: readonly (readonly [kind: string, table: string, text: string])[] = [
  ['claim', 'claim', 'statement'],
  ['entity', 'entity', 'name'],
  ['filed', 'filed_conflict', 'title'],
  ['ruling', 'ruling', 'note'],
  ['passage', 'passage', 'text'],
];
const KINDS = 'SELECT id, op FROM edit';
const PARTS = `SELECT edit_id AS edit, kind, field, SUM(last - first + 1) AS n FROM change GROUP BY edit_id, kind, field`;

interface Row {
  readonly id: number;
  readonly op: string;
  readonly text: string;
}

/** What the log says of every edit, and which edits bear which token. */
export interface Traces {
  /** Edits of that kind in whose own text the token stands. */
  editsWith(op: string, token: string): readonly number[];
  opOf(edit: number): string | undefined;
  /** Rows that an edit changed, by `kind.field`. */
  partsOf(edit: number): ReadonlyMap<string, number>;
}

/** Reads the whole log once. */
export function tracesIn(database: Database): Traces {
  const ops = new Map(database.all<{ id: number; op: string }>(KINDS).map(({ id, op }) => [id, op]));
  const bearing = new Map<string, Set<number>>();
  const rows = [EDITS, CHANGES, ...ADDED.map(addedRows)].flatMap((sql) => database.all<Row>(sql));
  for (const { id, op, text } of rows) {
    for (const token of tokensIn(text)) {
      const key = `${op} ${token}`;
      bearing.set(key, (bearing.get(key) ?? new Set()).add(id));
    }
  }
  const parts = new Map<number, Map<string, number>>();
  for (const { edit, kind, field, n } of database.all<{ edit: number; kind: string; field: string; n: number }>(
    PARTS,
  )) {
    const own = parts.get(edit) ?? new Map<string, number>();
    // An alias, a citation or a detail is named after the colon.
    const name = `${kind}.${field.split(':')[0]}`;
    parts.set(edit, own.set(name, (own.get(name) ?? 0) + n));
  }
  return {
    editsWith: (op, token) => [...(bearing.get(`${op} ${token}`) ?? [])],
    opOf: (edit) => ops.get(edit),
    partsOf: (edit) => parts.get(edit) ?? new Map(),
  };
}

function addedRows([kind, table, text]: (typeof ADDED)[number]): string {
  return `SELECT edit.id, edit.op, ${table}.${text} AS text FROM change JOIN edit ON edit.id = change.edit_id
    JOIN ${table} ON ${table}.id BETWEEN change.first AND change.last
    WHERE change.kind = '${kind}' AND change.field = 'added'`;
}
