import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { databaseOf } from '../../src/lorebook/database.ts';
import { plannedOnce } from '../../src/lorebook/planned-once.ts';

describe('a statement', () => {
  it.each([
    ['SELECT 1 WHERE a = ?', 'SELECT 1 WHERE a = +?'],
    ['INSERT INTO t VALUES (?, ?)', 'INSERT INTO t VALUES (+?, +?)'],
    ['SELECT 1 LIMIT ?', 'SELECT 1 LIMIT 0 + ?'],
    ['SELECT 1 limit\n  ? OFFSET ?', 'SELECT 1 limit 0 + ? OFFSET 0 + ?'],
    [`SELECT instr(a, '?'), 'it''s ?' WHERE a = ?`, `SELECT instr(a, '?'), 'it''s ?' WHERE a = +?`],
    ['SELECT "who?" WHERE a = ?', 'SELECT "who?" WHERE a = +?'],
    ['SELECT 1 LIMIT 10', 'SELECT 1 LIMIT 10'],
  ])('%s hides its values from the planner', (sql, planned) => {
    expect(plannedOnce(sql)).toBe(planned);
  });

  it.each([
    'SELECT child.id FROM child JOIN parent ON parent.id = child.parent WHERE child.name = ? AND parent.name = ?',
    'SELECT id FROM parent WHERE name = ? LIMIT ?',
  ])('%s is planned once, however often it is asked', (sql) => {
    const connection = new BetterSqlite3(':memory:');
    connection.exec(`CREATE TABLE parent(id INTEGER PRIMARY KEY, name TEXT); CREATE INDEX p ON parent(name);
      CREATE TABLE child(id INTEGER PRIMARY KEY, parent INTEGER, name TEXT); CREATE INDEX c ON child(name)`);
    // So long to plan that planning cannot be mistaken for answering.
    const long = sql.replace('WHERE', `WHERE ${'(1 = 1) AND '.repeat(900)}`);
    const database = databaseOf(connection);
    const once = fastest(() => connection.prepare(long));
    database.all(long, 'a', 1);
    expect(fastest(() => database.all(long, 'a', 1))).toBeLessThan(once / 4);
  });

  it('binds every kind of value as it is', () => {
    const database = databaseOf(new BetterSqlite3(':memory:'));
    const bytes = new Uint8Array([1, 2, 3]);
    const row = database.get('SELECT ? AS text, ? AS number, ? AS bytes, ? AS absent', '07', 7.5, bytes, null);
    expect(row).toEqual({ text: '07', number: 7.5, bytes: Buffer.from(bytes), absent: null });
  });
});

function fastest(work: () => unknown): number {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}
