import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planUndo, undo } from '../../../src/edit/undo.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { ARDENT } from '../../support/ardent-pack.ts';
import { aLorebook } from '../../support/lorebook.ts';
import { writePack } from '../../support/packs.ts';
import { tempFolders } from '../../support/temp.ts';
import { RANDOM_EDITS, targetOn } from './random-edits.ts';

const temp = tempFolders();
let book: Lorebook;
beforeEach(() => {
  book = aLorebook(temp(), writePack(temp(), ARDENT));
  for (const [at, kind] of ['claims in bulk', 'a merge', 'an amendment', 'a setting', 'a ruling'].entries()) {
    RANDOM_EDITS[kind]?.(book, [at + 3, at * 7 + 1, at + 11]);
  }
  for (const { id } of book.log.edits({ limit: 2 }))
    if (planUndo(targetOn(book), id).ok) undo(targetOn(book), id, true);
  // Somebody with the file in their hands is not stopped by triggers.
  for (const { name } of book.database.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)) {
    book.database.run(`DROP TRIGGER ${name}`);
  }
  book.database.run('PRAGMA foreign_keys = OFF');
});
afterEach(() => book.close());

const TABLES: Readonly<Record<string, readonly string[]>> = {
  edit: ['id'],
  change: ['edit_id', 'position'],
  edit_link: ['edit_id'],
  undoing: ['undo_id', 'edit_id'],
};

/** The same value with one letter, or one unit, changed. */
function* nearly(value: string | number | null): Generator<string | number | null> {
  if (value === null) yield '0';
  else if (typeof value === 'number') yield value + 1;
  else {
    for (let at = 0; at < value.length; at += 1 + Math.floor(value.length / 20)) {
      yield `${value.slice(0, at)}${value[at] === 'x' ? 'y' : 'x'}${value.slice(at + 1)}`;
    }
    yield `${value} `;
  }
}

/** Changes every cell in turn, a letter at a time, and expects it to show; gives how many changes that were. */
function tamper(database: Lorebook['database'], log: Lorebook['log']): number {
  let tried = 0;
  for (const [table, keys] of Object.entries(TABLES)) {
    for (const row of database.all<Record<string, string | number | null>>(`SELECT * FROM ${table}`)) {
      const where = keys.map((key) => `${key} = ?`).join(' AND ');
      for (const column of Object.keys(row).filter((name) => !keys.includes(name))) {
        for (const other of nearly(row[column] ?? null)) {
          const set = `UPDATE ${table} SET ${column} = ? WHERE ${where}`;
          const at = keys.map((key) => row[key] ?? null);
          database.run(set, other, ...at);
          expect(log.brokenLink(), `${table}.${column} = ${other}`).not.toBeNull();
          database.run(set, row[column] ?? null, ...at);
          tried += 1;
        }
      }
    }
  }
  return tried;
}

describe('the chain of edits', () => {
  it('is whole until a letter of it is changed, and whole again when that is put right', () => {
    const { database, log } = book;
    expect(log.brokenLink()).toBeNull();
    // In one transaction: otherwise the disk is waited for at every letter.
    expect(database.transaction(() => tamper(database, log))).toBeGreaterThan(200);
    expect(log.brokenLink()).toBeNull();
  });

  it.each([
    ['an edit that is gone', 'DELETE FROM edit WHERE id = 3'],
    ['the last edit gone', 'DELETE FROM edit WHERE id = (SELECT MAX(id) FROM edit)'],
    ['its last links gone', 'DELETE FROM edit_link WHERE edit_id > 4'],
    ['a change that is gone', 'DELETE FROM change WHERE edit_id = 3 AND position = 0'],
    ['an undo that nobody made', 'INSERT INTO undoing(undo_id, edit_id) VALUES (3, 2)'],
    ['what an undo took back gone', 'DELETE FROM undoing'],
    [
      'a change that nobody made',
      `INSERT INTO change(edit_id, position, kind, first, last, field, before, after)
        VALUES (3, 99, 'claim', 1, 1, 'live', 'true', 'false')`,
    ],
    [
      'two edits exchanged',
      'UPDATE edit_link SET hash = (SELECT hash FROM edit_link AS o WHERE o.edit_id = 5 - edit_link.edit_id) WHERE edit_id IN (2, 3)',
    ],
  ])('shows %s', (_, sql) => {
    book.database.run(sql);
    expect(book.log.brokenLink()).not.toBeNull();
  });

  it('stays whole where a person is replaced by a pseudonym', () => {
    book.database.run(`UPDATE actor SET ref = 'gone:1', name = 'Somebody'`);
    expect(book.log.brokenLink()).toBeNull();
  });
});
