import type { ChangedKind } from '../../lore/change.ts';
import type { Edit, EditFilter, EditLog } from '../../lore/history.ts';
import type { ClaimId, EditId, EntityId } from '../../lore/ids.ts';
import type { Database, SqlValue } from '../database.ts';
import { claimReader } from '../read/claims.ts';
import { brokenLink } from '../write/log-edit.ts';
import { builtOn } from './built-on.ts';
import { changesOf, parsed, undoesOf, undoneBy } from './edit-rows.ts';

const COLUMNS = `edit.id, edit.at, edit.op, edit.target, edit.before, edit.after, edit.reason,
  actor.ref, actor.name FROM edit JOIN actor ON actor.id = edit.actor_id`;
const ONE = `SELECT ${COLUMNS} WHERE edit.id = ?`;
const ON = `SELECT ${COLUMNS} WHERE edit.target = ? ORDER BY edit.id DESC LIMIT ?`;
const WANTED = 'edit.at >= ? AND (? IS NULL OR actor.ref = ?)';
// What was told of it, then the edits that added those statements, changed one, or set aside or restored several.
const ABOUT = `edit.id IN (
    WITH told AS (
      SELECT id FROM claim WHERE retracted_by IS NULL AND subject_id = ?
      UNION SELECT id FROM claim WHERE retracted_by IS NOT NULL AND subject_id = ?
      UNION SELECT id FROM claim WHERE retracted_by IS NULL AND object_id = ?
      UNION SELECT id FROM claim WHERE retracted_by IS NOT NULL AND object_id = ?
    )
    SELECT edit_id FROM change WHERE kind = 'entity' AND first <= ? AND last >= ?
    UNION SELECT (SELECT edit_id FROM change WHERE kind = 'claim' AND field = 'added' AND first <= told.id
      ORDER BY first DESC LIMIT 1) FROM told
    UNION SELECT edit_id FROM told CROSS JOIN change ON kind = 'claim' AND first = told.id AND field <> 'added'
    UNION SELECT edit_id FROM change JOIN told ON told.id > change.first AND told.id <= change.last
      WHERE kind = 'claim' AND field = 'live' AND last > first
  )`;
const PAGE = 'ORDER BY edit.id DESC LIMIT ? OFFSET ?';
const COUNT = 'SELECT COUNT(*) AS n FROM edit JOIN actor ON actor.id = edit.actor_id';
const NAMES: Readonly<Partial<Record<ChangedKind, string>>> = {
  entity: 'SELECT name FROM entity WHERE id = ?',
  work: 'SELECT name FROM entity WHERE id = ?',
  account: 'SELECT title AS name FROM account WHERE id = ?',
  continuity: 'SELECT name FROM continuity WHERE id = ?',
  filed: 'SELECT title AS name FROM filed_conflict WHERE id = ?',
};
// Added rows lie in ranges that do not overlap: the last one that begins at or before an id is the only one to ask.
const ADDED_BY = `SELECT edit_id AS id, last FROM change WHERE kind = ? AND field = 'added' AND first <= ?
  ORDER BY first DESC LIMIT 1`;
const ACTORS = `SELECT actor.ref, actor.name FROM actor
  JOIN (SELECT actor_id, MAX(id) AS newest FROM edit GROUP BY actor_id) AS made ON made.actor_id = actor.id
  ORDER BY made.newest DESC LIMIT ?`;

interface Row {
  readonly id: number;
  readonly at: number;
  readonly op: string;
  readonly target: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string;
  readonly ref: string;
  readonly name: string;
}

/** The log of edits, read only. */
export function editLog(database: Database): EditLog {
  const edit = (id: number): Edit | undefined => {
    const row = database.get<Row>(ONE, id);
    return row === undefined ? undefined : toEdit(database, row);
  };
  const claims = claimReader(database);
  const many = (sql: string, ...parameters: SqlValue[]): readonly Edit[] =>
    database.all<Row>(sql, ...parameters).map((row) => toEdit(database, row));
  const addedBy = (kind: ChangedKind, id: number): Edit | undefined => {
    const row = database.get<{ id: number; last: number }>(ADDED_BY, kind, id);
    return row === undefined || row.last < id ? undefined : edit(row.id);
  };
  return {
    edit,
    edits: (filter) => {
      const { sql, parameters } = wanted(filter);
      const page = [filter.limit, filter.offset ?? 0];
      return many(`SELECT ${COLUMNS} ${sql} ${PAGE}`, ...parameters, ...page);
    },
    count: (filter) => {
      const { sql, parameters } = wanted(filter);
      return database.get<{ n: number }>(`${COUNT} ${sql}`, ...parameters)?.n ?? 0;
    },
    editsOn: (target, limit) => many(ON, target, limit),
    told: (claim) => claims.told(claim),
    nameOf: (kind, id) => {
      const sql = NAMES[kind];
      return sql === undefined ? undefined : database.get<{ name: string }>(sql, id)?.name;
    },
    changes: (id) => changesOf(database, id),
    builtOn: (id) => builtOn(database, id).flatMap((other) => edit(other) ?? []),
    editOfClaim: (claim: ClaimId) => addedBy('claim', claim),
    editOfEntity: (entity: EntityId) => addedBy('entity', entity),
    actors: (limit) => database.all(ACTORS, limit),
    brokenLink: () => brokenLink(database),
  };
}

function wanted({ about, by, since }: Omit<EditFilter, 'limit'>): { sql: string; parameters: SqlValue[] } {
  const rest = [since ?? 0, by ?? null, by ?? null];
  if (about === undefined) return { sql: `WHERE ${WANTED}`, parameters: rest };
  return { sql: `WHERE ${WANTED} AND ${ABOUT}`, parameters: [...rest, ...Array.from({ length: 6 }, () => about)] };
}

function toEdit(database: Database, row: Row): Edit {
  const id = row.id as EditId;
  return {
    id,
    at: row.at,
    by: { ref: row.ref, name: row.name },
    op: row.op,
    target: row.target,
    before: parsed(row.before),
    after: parsed(row.after),
    reason: row.reason,
    undoes: undoesOf(database, id),
    undoneBy: undoneBy(database, id),
  };
}
