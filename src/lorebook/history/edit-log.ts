import type { ChangedKind } from '../../lore/change.ts';
import type { Edit, EditFilter, EditLog } from '../../lore/history.ts';
import type { ClaimId, EditId, EntityId } from '../../lore/ids.ts';
import type { Database, SqlValue } from '../database.ts';
import { brokenLink } from '../write/log-edit.ts';
import { builtOn } from './built-on.ts';
import { changesOf, parsed, undoesOf, undoneBy } from './edit-rows.ts';

const COLUMNS = `edit.id, edit.at, edit.op, edit.target, edit.before, edit.after, edit.reason,
  actor.ref, actor.name FROM edit JOIN actor ON actor.id = edit.actor_id`;
const ONE = `SELECT ${COLUMNS} WHERE edit.id = ?`;
const NEWEST = `SELECT ${COLUMNS} WHERE edit.at >= ? AND (? IS NULL OR actor.ref = ?) ORDER BY edit.id DESC LIMIT ?`;
const ABOUT = `SELECT ${COLUMNS}
  WHERE edit.id IN (
    SELECT edit_id FROM change WHERE kind = 'entity' AND first <= ? AND last >= ?
    UNION SELECT edit_id FROM change JOIN (
      SELECT id FROM claim WHERE retracted_by IS NULL AND subject_id = ?
      UNION SELECT id FROM claim WHERE retracted_by IS NOT NULL AND subject_id = ?
      UNION SELECT id FROM claim WHERE retracted_by IS NULL AND object_id = ?
      UNION SELECT id FROM claim WHERE retracted_by IS NOT NULL AND object_id = ?
    ) AS told ON change.kind = 'claim' AND change.first <= told.id AND change.last >= told.id
  ) AND edit.at >= ? AND (? IS NULL OR actor.ref = ?) ORDER BY edit.id DESC LIMIT ?`;
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

export function editLog(database: Database): EditLog {
  const edit = (id: number): Edit | undefined => {
    const row = database.get<Row>(ONE, id);
    return row === undefined ? undefined : toEdit(database, row);
  };
  const addedBy = (kind: ChangedKind, id: number): Edit | undefined => {
    const row = database.get<{ id: number; last: number }>(ADDED_BY, kind, id);
    return row === undefined || row.last < id ? undefined : edit(row.id);
  };
  return {
    edit,
    edits: (filter) => database.all<Row>(...sqlOf(filter)).map((row) => toEdit(database, row)),
    changes: (id) => changesOf(database, id),
    builtOn: (id) => builtOn(database, id).flatMap((other) => edit(other) ?? []),
    editOfClaim: (claim: ClaimId) => addedBy('claim', claim),
    editOfEntity: (entity: EntityId) => addedBy('entity', entity),
    actors: (limit) => database.all(ACTORS, limit),
    brokenLink: () => brokenLink(database),
  };
}

function sqlOf({ about, by, since, limit }: EditFilter): [string, ...SqlValue[]] {
  const rest = [since ?? 0, by ?? null, by ?? null, limit];
  return about === undefined ? [NEWEST, ...rest] : [ABOUT, ...Array.from({ length: 6 }, () => about), ...rest];
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
