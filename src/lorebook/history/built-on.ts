import type { Change } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { changesOf, undoesOf, undoneBy } from './edit-rows.ts';

// Later changes of the same rows.
const TOUCHING = `SELECT DISTINCT edit_id AS id, field FROM change
  WHERE kind = ? AND first <= ? AND last >= ? AND edit_id > ?`;
// Which edit added a row: ranges of added rows do not overlap.
const ADDED_BY = `SELECT edit_id AS id FROM change WHERE kind = ? AND field = 'added' AND first <= ?
  ORDER BY first DESC LIMIT 1`;

/** Live rows that use a thing of one kind, by the ids of what they are themselves. */
const USERS: Readonly<Record<string, readonly { readonly kind: string; readonly sql: string }[]>> = {
  entity: [
    {
      kind: 'claim',
      sql: `SELECT id FROM claim WHERE retracted_by IS NULL AND subject_id BETWEEN ? AND ?
        UNION SELECT id FROM claim WHERE retracted_by IS NULL AND object_id BETWEEN ? AND ?
        UNION SELECT claim_id FROM qualifier JOIN claim ON claim.id = claim_id
          WHERE retracted_by IS NULL AND entity_id BETWEEN ? AND ?
        UNION SELECT claim_id FROM citation JOIN claim ON claim.id = claim_id
          WHERE retracted_by IS NULL AND work_id BETWEEN ? AND ?`,
    },
    {
      kind: 'entity',
      sql: `SELECT id FROM entity WHERE counterpart_id BETWEEN ? AND ? AND merged_into IS NULL
        UNION SELECT id FROM entity WHERE merged_into BETWEEN ? AND ? AND merged_into <> id`,
    },
  ],
  account: [
    { kind: 'claim', sql: 'SELECT id FROM claim WHERE retracted_by IS NULL AND account_id BETWEEN ? AND ?' },
    { kind: 'account', sql: 'SELECT id FROM account WHERE is_set_aside = 0 AND copy_of BETWEEN ? AND ?' },
  ],
  continuity: [
    { kind: 'claim', sql: 'SELECT id FROM claim WHERE retracted_by IS NULL AND continuity_id BETWEEN ? AND ?' },
    { kind: 'continuity', sql: 'SELECT id FROM continuity WHERE is_set_aside = 0 AND parent_id BETWEEN ? AND ?' },
    { kind: 'entity', sql: 'SELECT id FROM entity WHERE merged_into IS NULL AND continuity_id BETWEEN ? AND ?' },
    {
      kind: 'account',
      sql: `SELECT id FROM account WHERE is_set_aside = 0 AND continuity_id BETWEEN ? AND ?
        UNION SELECT id FROM account WHERE is_set_aside = 0 AND here_id BETWEEN ? AND ?`,
    },
  ],
  claim: [
    { kind: 'ruling', sql: 'SELECT id FROM ruling WHERE revoked_by IS NULL AND claim_id BETWEEN ? AND ?' },
    {
      kind: 'filed',
      sql: `SELECT filed_id AS id FROM filed_conflict_claim JOIN filed_conflict ON filed_conflict.id = filed_id
        WHERE withdrawn_by IS NULL AND claim_id BETWEEN ? AND ?`,
    },
  ],
};
const PREDICATE_USERS = 'SELECT id FROM claim WHERE retracted_by IS NULL AND predicate_id = ?';

/** The standing edits that rest on an edit, and those that rest on them; oldest first. */
export function builtOn(database: Database, id: EditId): readonly EditId[] {
  const found = new Set<EditId>();
  const open = [id];
  for (const edit of open) {
    for (const later of directlyOn(database, edit)) {
      if (later === id || found.has(later)) continue;
      found.add(later);
      open.push(later);
    }
  }
  return [...found].sort((a, b) => a - b);
}

function directlyOn(database: Database, id: EditId): readonly EditId[] {
  const later = new Set<EditId>();
  const changes = changesOf(database, id);
  const own = changes.filter((change) => change.field === 'added');
  for (const change of changes) {
    for (const row of database.all<{ id: EditId; field: string }>(
      TOUCHING,
      change.kind,
      change.last,
      change.first,
      id,
    )) {
      if (isSameMatter(change, row.field)) later.add(row.id);
    }
    for (const user of usersOf(database, change, own)) if (user > id) later.add(user);
  }
  return [...later].filter((edit) => isStanding(database, edit, id));
}

/** Two fields of one row do not rest on each other; that it is there at all, every field rests on. */
function isSameMatter(change: Change, field: string): boolean {
  return change.field === field || change.field === 'added' || change.field === 'live' || field === 'live';
}

/** The edits that added what uses the things this change made or brought back. */
function usersOf(database: Database, change: Change, own: readonly Change[]): readonly EditId[] {
  const isMade = change.field === 'added' || (change.field === 'live' && change.after === true);
  if (change.kind === 'predicate' && change.before === null) {
    return addersOf(database, 'claim', database.all<{ id: number }>(PREDICATE_USERS, change.field), own);
  }
  if (!isMade) return [];
  return (USERS[change.kind] ?? []).flatMap(({ kind, sql }) => {
    const pairs = sql.split('?').length - 1;
    const parameters = Array.from({ length: pairs }, (_, at) => (at % 2 === 0 ? change.first : change.last));
    return addersOf(database, kind, database.all<{ id: number }>(sql, ...parameters), own);
  });
}

/** What the edit added itself is left out unasked: after an import that is nearly all of it. */
function addersOf(
  database: Database,
  kind: string,
  rows: readonly { readonly id: number }[],
  own: readonly Change[],
): readonly EditId[] {
  const mine = own.find((change) => change.kind === kind);
  const adders = new Set<EditId>();
  for (const { id } of rows) {
    if (mine !== undefined && id >= mine.first && id <= mine.last) continue;
    const added = database.get<{ id: EditId }>(ADDED_BY, kind, id);
    if (added !== undefined) adders.add(added.id);
  }
  return [...adders];
}

/** An edit that was taken back, and the undo that only took back what came later, change nothing any more. */
function isStanding(database: Database, edit: EditId, since: EditId): boolean {
  if (undoneBy(database, edit) !== null) return false;
  const undoes = undoesOf(database, edit);
  return undoes.length === 0 || undoes.some((undone) => undone <= since);
}
