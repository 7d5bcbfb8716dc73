import type { Change } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { changeCount, changesOf, isStanding, undoesOf } from './edit-rows.ts';
import { goneSince } from './needs.ts';
import { type LaterUse, usesOf } from './uses.ts';

// Later changes of the same rows.
const TOUCHING = `SELECT edit_id AS edit, position, field FROM change
  WHERE kind = ? AND first <= ? AND last >= ? AND edit_id > ?`;
const ANY_LATER = 'SELECT 1 FROM change WHERE edit_id > ? LIMIT 1';
// Live claims that bear the key of one that this edit set aside: it could not come back beside them.
const SAME_KEY = `SELECT newer.id FROM claim AS former
  JOIN claim AS newer ON newer.account_id = former.account_id AND newer.key = former.key
  WHERE former.id BETWEEN ? AND ? AND former.key IS NOT NULL AND former.retracted_by IS NOT NULL
    AND newer.retracted_by IS NULL`;

/** The standing edits that rest on an edit, and those that rest on them; oldest first. */
export function builtOn(database: Database, id: EditId): readonly EditId[] {
  if (database.get(ANY_LATER, id) === undefined) return [];
  const going = new Set<EditId>([id]);
  // What an undo took back stands again once the undo goes itself: all is asked anew until nothing more goes.
  for (let before = 0; before < going.size; ) {
    before = going.size;
    for (const edit of going) for (const later of directlyOn(database, edit, going)) going.add(later);
  }
  going.delete(id);
  return [...going].sort((a, b) => a - b);
}

function directlyOn(database: Database, id: EditId, going: ReadonlySet<EditId>): ReadonlySet<EditId> {
  const later = new Set<EditId>();
  const note = (uses: Iterable<LaterUse>): void => {
    for (const use of uses) if (!going.has(use.edit) && counts(database, use, id, going)) later.add(use.edit);
  };
  const changes = changesOf(database, id);
  database.weigh(changes.reduce((sum, { first, last }) => sum + last - first + 1, 0));
  note(goneSince(database, changes, id));
  for (const change of changes) {
    note(touching(database, change, id).filter(({ field }) => isSameMatter(change, field)));
    note(usesOf(database, change, id, changes));
    if (change.kind === 'claim' && change.field === 'live' && change.after === false) {
      for (const { id: newer } of database.all<{ id: number }>(SAME_KEY, change.first, change.last)) {
        const taking = touching(database, { ...change, first: newer, last: newer }, id);
        note(taking.filter(({ field }) => isExistence(field)));
      }
    }
  }
  return later;
}

type Touch = LaterUse & { readonly field: string };

function touching(database: Database, { kind, first, last }: Change, since: EditId): Touch[] {
  return database.all<Touch>(TOUCHING, kind, last, first, since);
}

/**
 * Two fields of one row do not rest on each other; on its being there every field rests. Of a suggestion the state is
 * both.
 */
function isSameMatter({ kind, field }: Change, later: string): boolean {
  if (field === later) return true;
  if (kind === 'setting' || kind === 'predicate') return false;
  return isExistence(field) || (kind === 'suggestion' && isExistence(later));
}

function isExistence(field: string): boolean {
  return field === 'added' || field === 'live';
}

/**
 * Whether a later change still says something: not where its edit was taken back, nor where it only takes back what
 * came after `since` itself.
 */
function counts(database: Database, { edit, position }: LaterUse, since: EditId, going: ReadonlySet<EditId>): boolean {
  if (edit <= since || !isStanding(database, edit, going)) return false;
  const undoes = undoesOf(database, edit);
  return undoes.length === 0 || takenBackBy(database, undoes, position) <= since;
}

/** The edit whose change an undo took back at that place: it goes through them from the newest to the oldest. */
function takenBackBy(database: Database, undoes: readonly EditId[], position: number): EditId {
  let rest = position;
  for (const undone of [...undoes].sort((a, b) => b - a)) {
    rest -= changeCount(database, undone);
    if (rest < 0) return undone;
  }
  throw new Error('an undo changed more than it took back');
}
