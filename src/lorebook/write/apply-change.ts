import type { Change, Json } from '../../lore/change.ts';
import type { ClaimId, EditId, EntityId } from '../../lore/ids.ts';
import type { Predicate } from '../../lore/predicate.ts';
import type { Database, SqlValue } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';
import { removeAlias, writeAlias } from './aliases.ts';
import { removeCitation, writeCitation } from './citations.ts';
import { fieldOf, readField, writeField } from './fields.ts';
import { setAsidePredicate, writePredicate } from './predicate-rows.ts';
import type { Range, Touched } from './touched.ts';

/** What stands there is not what the change expects: something else changed it since. */
class ChangedSince extends Error {
  readonly change: Change;
  constructor(change: Change) {
    super(`what an edit changed was changed again: ${change.kind} ${change.first} ${change.field}`);
    this.change = change;
  }
}

/** Makes one change, checks what stood there before, and notes it for the log, the indexes and the findings. */
export function applyChange(database: Database, touched: Touched, change: Change): void {
  touched.changes += 1;
  touched.journal.push(change);
  // Settings and predicates are told by their names, and a predicate may be called "live".
  if (change.kind === 'setting') changeSetting(database, touched, change);
  else if (change.kind === 'predicate') changePredicate(database, touched, change);
  else if (change.field === 'live') setLive(database, touched, change, change.after === true);
  else if (change.field.startsWith('alias:')) changeAlias(database, touched, change);
  else if (change.field.startsWith('citation:')) changeCitation(database, touched, change);
  else if (change.field.startsWith('qualifier:')) changeQualifier(database, touched, change);
  else changeField(database, touched, change);
}

function changeField(database: Database, touched: Touched, change: Change): void {
  const field = fieldOf(`${change.kind}.${change.field}`);
  if (field === undefined) throw new Error(`no such field: ${change.kind}.${change.field}`);
  if (!isSame(readField(database, field, change.first) ?? null, change.before)) throw new ChangedSince(change);
  writeField(database, field, change.first, change.after);
  if (change.kind === 'entity') touched.entities.add(change.first as EntityId);
  if (change.kind === 'claim') touched.claims.add(change.first as ClaimId);
  if (field.isFrame) touched.isFrameChanged = true;
}

const SETTING = `INSERT INTO setting(name, value) VALUES (?, ?)
  ON CONFLICT(name) DO UPDATE SET value = excluded.value`;
const READ_SETTING = 'SELECT value FROM setting WHERE name = ?';

/** What a setting holds; null where it is not set. */
export function readSetting(database: Database, name: string): Json {
  const row = database.get<{ value: string }>(READ_SETTING, name);
  return row === undefined ? null : (storedJson(row.value) as Json);
}

/** Settings that what the rules find depends on. */
const FRAME_SETTINGS: readonly string[] = ['default_continuity', 'calendar'];

function changeSetting(database: Database, touched: Touched, change: Change): void {
  if (!isSame(readSetting(database, change.field), change.before)) throw new ChangedSince(change);
  if (change.after === null) database.run('DELETE FROM setting WHERE name = ?', change.field);
  else database.run(SETTING, change.field, JSON.stringify(change.after));
  if (FRAME_SETTINGS.includes(change.field)) touched.isFrameChanged = true;
  if (change.field === 'calendar') touched.isCalendarChanged = true;
}

function changePredicate(database: Database, touched: Touched, change: Change): void {
  if (change.after === null) setAsidePredicate(database, change.field);
  else writePredicate(database, change.after as unknown as Predicate);
  if (change.before !== null) touched.isFrameChanged = true;
}

function changeAlias(database: Database, touched: Touched, change: Change): void {
  const folded = change.field.slice('alias:'.length);
  if (change.after === null) removeAlias(database, change.first, folded);
  else writeAlias(database, change.first, folded, change.after as { text: string; account: number | null });
  touched.names.add(change.first as EntityId);
}

function changeCitation(database: Database, touched: Touched, change: Change): void {
  const position = Number(change.field.slice('citation:'.length));
  if (change.after === null) removeCitation(database, change.first, position);
  else writeCitation(database, change.first, position, change.after as { work: number; locator: string });
  touched.claims.add(change.first as ClaimId);
}

const QUALIFIER = 'UPDATE qualifier SET entity_id = ? WHERE claim_id = ? AND position = ?';

function changeQualifier(database: Database, touched: Touched, change: Change): void {
  database.run(QUALIFIER, change.after as SqlValue, change.first, Number(change.field.slice('qualifier:'.length)));
  touched.claims.add(change.first as ClaimId);
}

const ASIDE: Readonly<Record<string, { readonly aside: string; readonly back: string; readonly takesEdit?: boolean }>> =
  {
    claim: {
      aside: 'UPDATE claim SET retracted_by = ? WHERE id BETWEEN ? AND ? AND retracted_by IS NULL',
      back: 'UPDATE claim SET retracted_by = NULL WHERE id BETWEEN ? AND ? AND retracted_by IS NOT NULL',
      takesEdit: true,
    },
    // An entity that was set aside is merged into itself: whoever reads only what stands never sees it.
    entity: {
      aside: 'UPDATE entity SET merged_into = id WHERE id BETWEEN ? AND ? AND merged_into IS NULL',
      back: 'UPDATE entity SET merged_into = NULL WHERE id BETWEEN ? AND ? AND merged_into = id',
    },
    account: {
      aside: 'UPDATE account SET is_set_aside = 1 WHERE id BETWEEN ? AND ?',
      back: 'UPDATE account SET is_set_aside = 0 WHERE id BETWEEN ? AND ?',
    },
    continuity: {
      aside: 'UPDATE continuity SET is_set_aside = 1 WHERE id BETWEEN ? AND ?',
      back: 'UPDATE continuity SET is_set_aside = 0 WHERE id BETWEEN ? AND ?',
    },
    ruling: {
      aside: 'UPDATE ruling SET revoked_by = ? WHERE id BETWEEN ? AND ? AND revoked_by IS NULL',
      back: 'UPDATE ruling SET revoked_by = NULL WHERE id BETWEEN ? AND ?',
      takesEdit: true,
    },
    filed: {
      aside: 'UPDATE filed_conflict SET withdrawn_by = ? WHERE id BETWEEN ? AND ? AND withdrawn_by IS NULL',
      back: 'UPDATE filed_conflict SET withdrawn_by = NULL WHERE id BETWEEN ? AND ?',
      takesEdit: true,
    },
    passage: {
      aside: 'UPDATE passage SET set_aside_by = ? WHERE id BETWEEN ? AND ? AND set_aside_by IS NULL',
      back: 'UPDATE passage SET set_aside_by = NULL WHERE id BETWEEN ? AND ?',
      takesEdit: true,
    },
    suggestion: {
      aside: `UPDATE suggestion SET status = 'withdrawn' WHERE id BETWEEN ? AND ? AND status = 'waiting'`,
      back: `UPDATE suggestion SET status = 'waiting' WHERE id BETWEEN ? AND ? AND status = 'withdrawn'`,
    },
    work: {
      aside: 'UPDATE work SET is_set_aside = 1 WHERE entity_id BETWEEN ? AND ?',
      back: `INSERT INTO work(entity_id) SELECT id FROM entity WHERE id BETWEEN ? AND ?
        ON CONFLICT(entity_id) DO UPDATE SET is_set_aside = 0`,
    },
  };

function setLive(database: Database, touched: Touched, change: Change, isLive: boolean): void {
  const { first, last, kind } = change;
  const rule = ASIDE[kind];
  if (rule === undefined) throw new Error(`nothing of the kind ${kind} is set aside`);
  if (isLive) database.run(rule.back, first, last);
  else if (rule.takesEdit === true) database.run(rule.aside, editOf(touched), first, last);
  else database.run(rule.aside, first, last);
  const range: Range = { first, last };
  if (kind === 'claim') touched.claimRanges.push(range);
  if (kind === 'passage') touched.passageRanges.push(range);
  if (kind === 'entity') for (let id = first; id <= last; id += 1) touched.entities.add(id as EntityId);
  if (kind === 'filed') for (let id = first; id <= last; id += 1) touched.filed.push(id);
  if (kind === 'continuity') touched.isFrameChanged = true;
}

function editOf(touched: Touched): EditId {
  if (touched.edit === null) throw new Error('an edit is recorded before anything is retracted in its name');
  return touched.edit;
}

function isSame(a: Json, b: Json): boolean {
  const plain = (value: Json): Json => (typeof value === 'boolean' ? Number(value) : value);
  return JSON.stringify(plain(a)) === JSON.stringify(plain(b));
}
