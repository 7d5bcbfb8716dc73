import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseOf } from '../../src/lorebook/database.ts';
import { type Migration, migrate, shippedMigrations } from '../../src/lorebook/migrate.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const A: Migration = { name: '0001-a', sql: 'CREATE TABLE a(id INTEGER) STRICT;' };
const B: Migration = { name: '0002-b', sql: 'CREATE TABLE b(id INTEGER) STRICT;' };
const C: Migration = { name: '0003-c', sql: 'CREATE TABLE c(id INTEGER) STRICT;' };
const BROKEN: Migration = {
  name: '0002-broken',
  sql: 'CREATE TABLE b(id INTEGER) STRICT; CREATE TABLE a(id INTEGER);',
};

function aDatabase() {
  const raw = new BetterSqlite3(':memory:');
  const database = databaseOf(raw);
  const run = (...shipped: Migration[]) => migrate(database, (sql) => raw.exec(sql), 7, shipped);
  const tables = () =>
    database.all<{ name: string }>(`SELECT name FROM sqlite_schema ORDER BY name`).map(({ name }) => name);
  return { run, tables, forget: (name: string) => raw.exec(`DELETE FROM migration WHERE name = '${name}'`) };
}

describe('migrations', () => {
  it('run in order, and once', () => {
    const { run, tables } = aDatabase();
    expect(run(A)).toEqual({ ok: true, value: { applied: 1 } });
    expect(run(A, B, C)).toEqual({ ok: true, value: { applied: 2 } });
    expect(run(A, B, C)).toEqual({ ok: true, value: { applied: 0 } });
    expect(tables()).toEqual(expect.arrayContaining(['a', 'b', 'c', 'migration']));
  });

  it('that fail leave nothing of themselves, and those before them stand', () => {
    const { run, tables } = aDatabase();
    expect(() => run(A, BROKEN, C)).toThrow('already exists');
    expect(tables()).toEqual(expect.arrayContaining(['a', 'migration']));
    expect(tables()).not.toContain('b');
    expect(run(A, B, C)).toEqual({ ok: true, value: { applied: 2 } });
  });

  it('of a newer version are refused', () => {
    const { run } = aDatabase();
    run(A, B, C);
    expect(run(A, B)).toEqual({ ok: false, problem: { kind: 'written-by-newer-version', migration: '0003-c' } });
  });

  it('that this version does not know are refused, and nothing runs', () => {
    const { run, tables } = aDatabase();
    run(A, { ...B, name: '0002-other' });
    expect(run(A, B, C)).toEqual({ ok: false, problem: { kind: 'written-by-newer-version', migration: '0002-other' } });
    expect(tables()).not.toContain('c');
  });

  it('that came later than one that is missing are refused, and nothing runs', () => {
    const { run, tables, forget } = aDatabase();
    run(A, B);
    forget('0001-a');
    expect(run(A, B, C)).toEqual({
      ok: false,
      problem: { kind: 'migrations-out-of-order', expected: '0001-a', found: '0002-b' },
    });
    expect(tables()).not.toContain('c');
  });

  it('are the files NNNN-what.sql of the folder in order, numbered without a gap', () => {
    const folder = temp();
    for (const file of ['0002-b.sql', '0001-a.sql', 'notes.md', '3-c.sql']) writeFileSync(join(folder, file), '');
    expect(shippedMigrations(folder).map(({ name }) => name)).toEqual(['0001-a', '0002-b']);
    const numbers = shippedMigrations().map(({ name }) => Number(name.slice(0, 4)));
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
  });
});
