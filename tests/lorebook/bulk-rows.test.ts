import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { bulkRows } from '../../src/lorebook/write/bulk-rows.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { aLorebook } from '../support/lorebook.ts';
import { writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
let book: Lorebook;
beforeEach(() => {
  book = aLorebook(temp(), writePack(temp(), ARDENT));
});
afterEach(() => book.close());

const MANY = 200;
const SCHEMA = 'SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name';
const WEIGHTS = 'SELECT entity_id, claims FROM name_weight WHERE claims > 0 ORDER BY entity_id';
const COUNTED = `SELECT entity_id, COUNT(*) AS claims FROM (
  SELECT subject_id AS entity_id FROM claim WHERE retracted_by IS NULL
  UNION ALL SELECT object_id FROM claim WHERE retracted_by IS NULL AND object_id IS NOT NULL
) GROUP BY entity_id ORDER BY entity_id`;
const AGAIN = `INSERT INTO claim(account_id, continuity_id, subject_id, predicate_id, value_kind, object_id, text)
  SELECT account_id, continuity_id, subject_id, predicate_id, value_kind, object_id, text FROM claim
  WHERE value_kind = 'entity' ORDER BY id LIMIT 1 OFFSET ?`;

/** Adds so many claims, as a batch does; how many indexes the table has meanwhile. */
function add(count: number): number {
  const { database } = book;
  const rows = bulkRows(database, 'claim', MANY);
  for (let at = 0; at < count; at += 1) {
    database.run(AGAIN, at % 5);
    rows.added();
  }
  const meanwhile = database.all(SCHEMA).length;
  rows.end();
  return meanwhile;
}

describe('rows in bulk', () => {
  it('are indexed and weighed at the end, and leave the schema as it was', () => {
    const { database } = book;
    const before = database.all(SCHEMA);
    expect(database.transaction(() => add(MANY * 2))).toBeLessThan(before.length);
    expect(database.all(SCHEMA)).toEqual(before);
    expect(database.all(WEIGHTS)).toEqual(database.all(COUNTED));
    expect(database.all('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });

  it('are indexed one by one where they are few, or few beside those that are there', () => {
    const { database } = book;
    const before = database.all(SCHEMA);
    database.transaction(() => add(MANY * 4));
    expect(database.transaction(() => add(MANY - 1))).toBe(before.length);
    expect(database.transaction(() => add(MANY + 10))).toBe(before.length);
    expect(database.all(WEIGHTS)).toEqual(database.all(COUNTED));
  });

  it('leave nothing where the transaction fails', () => {
    const { database } = book;
    const before = [database.all(SCHEMA), database.all(WEIGHTS)];
    const fails = (): void => {
      add(MANY * 2);
      throw new Error('no');
    };
    expect(() => database.transaction(fails)).toThrow('no');
    expect([database.all(SCHEMA), database.all(WEIGHTS)]).toEqual(before);
  });
});
