import type { Change, ChangedKind } from '../../lore/change.ts';
import type { EditId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';
import { idNamed, isOfField, NAMINGS, type Naming, rowsNaming } from './naming.ts';

/** A later change that rests on something; `position` is its place in its edit. */
export interface LaterUse {
  readonly edit: EditId;
  readonly position: number;
}

// Which edit added a row: ranges of added rows do not overlap.
const ADDED_BY = `SELECT edit_id AS edit, position, last FROM change WHERE kind = ? AND field = 'added' AND first <= ?
  ORDER BY first DESC LIMIT 1`;
/** Everything of a kind that an edit and those before it added. */
const LAST_ADDED = `SELECT MAX(last) AS last FROM change WHERE kind = ? AND field = 'added' AND edit_id <= ?`;
const IS_CHANGED = 'SELECT 1 FROM change WHERE kind = ? AND first = ? AND field = ? LIMIT 1';
const NOTED = `SELECT edit_id AS edit, position, first, field, before, after FROM change
  WHERE kind = ? AND edit_id > ? AND substr(field, 1, ?) = ?`;
const EARLIER = `SELECT 1 FROM change WHERE kind = ? AND first = ? AND field = ?
  AND (edit_id < ? OR (edit_id = ? AND position < ?)) LIMIT 1`;
const PREDICATE_USERS = 'SELECT id FROM claim WHERE predicate_id = ? AND id > ?';
const WORK_CHANGES = `SELECT edit_id AS edit, position FROM change
  WHERE kind = 'work' AND first BETWEEN ? AND ? AND edit_id > ?`;
const SLUGS = 'SELECT slug FROM continuity WHERE id BETWEEN ? AND ?';
const HOMES = `SELECT edit_id AS edit, position, after FROM change
  WHERE kind = 'setting' AND field = 'default_continuity' AND edit_id > ?`;

/** The later changes that use what a change made or brought back. */
export function* usesOf(
  database: Database,
  change: Change,
  since: EditId,
  all: readonly Change[],
): Generator<LaterUse> {
  if (change.kind === 'predicate' && change.before === null) {
    const rows = database.all<{ id: number }>(PREDICATE_USERS, change.field, lastAdded(database, 'claim', since));
    for (const { id } of rows) yield* adderOf(database, 'claim', id);
  }
  if (!isMaking(change)) return;
  for (const naming of NAMINGS[change.kind] ?? []) {
    yield* namedFromTheStart(database, naming, change, since, all);
    yield* namedLater(database, naming, change, since);
  }
  if (change.kind === 'entity') yield* database.all<LaterUse>(WORK_CHANGES, change.first, change.last, since);
  if (change.kind === 'continuity') yield* homes(database, change, since);
}

/** A row that is new, or there again: set aside no more, or merged into nothing any more. */
function isMaking({ kind, field, before, after }: Change): boolean {
  if (kind === 'entity' && field === 'merged') return before !== null && after === null;
  return field === 'added' || (field === 'live' && after === true);
}

/** Rows that name it since they were added; where the field was changed since, the log says more than the row. */
function* namedFromTheStart(
  database: Database,
  naming: Naming,
  change: Change,
  since: EditId,
  all: readonly Change[],
): Generator<LaterUse> {
  const { by, field } = naming;
  // A work is added with its entity.
  const adds = by === 'work' ? 'entity' : by;
  const above = Math.max(lastAdded(database, adds, since), ...all.filter(isAddedOf(adds)).map((own) => own.last));
  for (const { id, part } of rowsNaming(database, naming, change, above)) {
    if (database.get(IS_CHANGED, by, id, `${field}${part}`) === undefined) yield* adderOf(database, adds, id);
  }
}

function isAddedOf(kind: ChangedKind): (change: Change) => boolean {
  return (change) => change.kind === kind && change.field === 'added';
}

interface Noted extends LaterUse {
  readonly first: number;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Edits that made a row name it, and those that added a row which named it until the field was changed. */
function* namedLater(database: Database, naming: Naming, { first, last }: Change, since: EditId): Generator<LaterUse> {
  const { by, field } = naming;
  const isMeant = (text: string | null): boolean => {
    const named = text === null ? null : idNamed(storedJson(text), naming);
    return named !== null && named >= first && named <= last;
  };
  for (const noted of database.all<Noted>(NOTED, by, since, field.length, field)) {
    if (!isOfField(naming, noted.field)) continue;
    if (isMeant(noted.after)) yield noted;
    if (!isMeant(noted.before)) continue;
    const { edit, position } = noted;
    const isFirst = database.get(EARLIER, by, noted.first, noted.field, edit, edit, position) === undefined;
    if (isFirst) yield* adderOf(database, by === 'work' ? 'entity' : by, noted.first);
  }
}

function adderOf(database: Database, kind: ChangedKind, id: number): readonly LaterUse[] {
  const row = database.get<LaterUse & { readonly last: number }>(ADDED_BY, kind, id);
  return row === undefined || row.last < id ? [] : [row];
}

function lastAdded(database: Database, kind: ChangedKind, upTo: EditId): number {
  return database.get<{ last: number | null }>(LAST_ADDED, kind, upTo)?.last ?? 0;
}

function homes(database: Database, { first, last }: Change, since: EditId): readonly LaterUse[] {
  const slugs = new Set(database.all<{ slug: string }>(SLUGS, first, last).map(({ slug }) => JSON.stringify(slug)));
  return database
    .all<LaterUse & { readonly after: string | null }>(HOMES, since)
    .filter(({ after }) => after !== null && slugs.has(after));
}
