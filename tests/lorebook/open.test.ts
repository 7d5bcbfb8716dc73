import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { packFolder } from '../../src/edit/pack/stock.ts';
import { shippedMigrations } from '../../src/lorebook/migrate.ts';
import { isOlder, openLorebook } from '../../src/lorebook/open.ts';
import { problems } from '../../src/messages/en/problems.ts';
import { aLorebook, clock, openAt } from '../support/lorebook.ts';
import { outputOf, runningBeside } from '../support/other-process.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

/** What opening it comes to: the kind of the problem, or "opened". */
function opening(path: string): string {
  const opened = openLorebook(path, clock);
  if (!opened.ok) return opened.problem.kind;
  opened.value.close();
  return 'opened';
}

function fileWith(content: string | Uint8Array): string {
  const path = join(temp(), 'guild.db');
  writeFileSync(path, content);
  return path;
}

/** A closed lorebook file of this version. */
function made(): string {
  const path = join(temp(), 'guild.db');
  openAt(path).close();
  return path;
}

/** Runs SQL on a closed lorebook behind its back. */
function tamper(path: string, sql: string): string {
  const raw = new BetterSqlite3(path);
  raw.exec(sql);
  raw.close();
  return path;
}

describe('opening a lorebook', () => {
  it('makes one that is not there, and opens it again', () => {
    const path = join(temp(), 'guild.db');
    expect(opening(path)).toBe('opened');
    expect(opening(path)).toBe('opened');
    expect(opening(fileWith(''))).toBe('opened');
  });

  it('keeps a commit through a power cut, reads beside a writer, and checks references', () => {
    const lorebook = openAt(made());
    const pragma = (name: string) => Object.values(lorebook.database.get<object>(`PRAGMA ${name}`) ?? {})[0];
    expect(pragma('journal_mode')).toBe('wal');
    expect(pragma('synchronous')).toBe(2);
    expect(pragma('foreign_keys')).toBe(1);
    lorebook.close();
  });

  it('records each migration once, with the time it was applied', () => {
    const lorebook = openAt(made());
    const rows = lorebook.database.all('SELECT name, applied_at AS at FROM migration ORDER BY name');
    expect(rows).toEqual(shippedMigrations().map(({ name }) => ({ name, at: clock() })));
    lorebook.close();
  });

  it('compares versions of SQLite number by number', () => {
    expect(isOlder('3.51.2', '3.51.3')).toBe(true);
    expect(isOlder('3.9.9', '3.51.3')).toBe(true);
    expect(isOlder('3.51.3', '3.51.3')).toBe(false);
    expect(isOlder('3.51.10', '3.51.3')).toBe(false);
    expect(isOlder('4.0', '3.51.3')).toBe(false);
  });
});

describe('a file that is no sound lorebook', () => {
  it.each([
    ['text', 'Dear diary'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['one byte', 'S'],
  ])('is told apart: %s', (_what, content) => {
    const path = fileWith(content);
    expect(opening(path)).toBe('not-a-lorebook');
    expect(readFileSync(path)).toEqual(Buffer.from(content));
  });

  it('is told apart where it is a folder', () => {
    const path = join(temp(), 'guild.db');
    mkdirSync(path);
    expect(opening(path)).toBe('not-a-lorebook');
  });

  it('is told apart, and not touched, where it is another program’s database', () => {
    for (const sql of ['CREATE TABLE bookmark(url TEXT)', 'CREATE TABLE migration(id INTEGER)']) {
      const path = tamper(join(temp(), 'guild.db'), sql);
      const before = readFileSync(path);
      expect(opening(path)).toBe('not-a-lorebook');
      expect(readFileSync(path).equals(before)).toBe(true);
    }
  });

  it.each([
    ['its header is cut off', (path: string) => truncateSync(path, 60)],
    [
      'its pages are overwritten',
      (path: string) =>
        writeFileSync(path, Buffer.concat([readFileSync(path).subarray(0, 100), Buffer.alloc(200_000, 7)])),
    ],
    ['half of it is missing', (path: string) => truncateSync(path, 8192)],
  ])('is said to be damaged where %s', (_what, damage) => {
    const path = made();
    damage(path);
    expect(['corrupt', 'not-a-lorebook']).toContain(opening(path));
  });

  it('is refused unharmed where a newer version wrote it', () => {
    const path = tamper(made(), `INSERT INTO migration VALUES ('9999-far-future', 1)`);
    const before = readFileSync(path);
    const opened = openLorebook(path, clock);
    expect(opened.ok ? null : opened.problem).toEqual({
      kind: 'written-by-newer-version',
      migration: '9999-far-future',
    });
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is refused unharmed where a migration is missing from its history', () => {
    const [first] = shippedMigrations();
    const path = tamper(made(), `DELETE FROM migration WHERE name = '${first?.name}'`);
    const before = readFileSync(path);
    expect(opening(path)).toBe('migrations-out-of-order');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('is said to be locked while another process has it to itself', async () => {
    const path = made();
    const other = await runningBeside(`
      import BetterSqlite3 from 'better-sqlite3';
      const raw = new BetterSqlite3(${JSON.stringify(path)});
      raw.pragma('locking_mode = EXCLUSIVE');
      raw.exec('BEGIN EXCLUSIVE; CREATE TABLE held(id); COMMIT');
      globalThis.held = raw;`);
    expect(opening(path)).toBe('locked');
    await other.kill();
    expect(opening(path)).toBe('opened');
  });

  it('is said to be read-only where this user may not write: the file, or its folder', async () => {
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
    const tried = (path: string) =>
      outputOf(
        `import { openLorebook } from './src/lorebook/open.ts';
         const opened = openLorebook(${JSON.stringify(path)}, Date.now);
         console.log(opened.ok ? 'opened' : opened.problem.kind);`,
        nobody,
      );
    const folder = temp();
    chmodSync(folder, 0o555);
    expect(await tried(join(folder, 'new.db'))).toBe('read-only\n');
    const path = made();
    chmodSync(path, 0o444);
    chmodSync(join(path, '..'), 0o555);
    expect(await tried(path)).toBe('read-only\n');
    chmodSync(path, 0o000);
    expect(await tried(path)).toBe('read-only\n');
    for (const one of [folder, join(path, '..')]) chmodSync(one, 0o755);
  });

  it.each([
    { kind: 'not-a-lorebook', path: 'x.db' },
    { kind: 'corrupt', path: 'x.db' },
    { kind: 'locked', path: 'x.db' },
    { kind: 'read-only', path: 'x.db' },
    { kind: 'sqlite-too-old', found: '3.1', needed: '3.51.3' },
    { kind: 'written-by-newer-version', migration: '0009-x' },
    { kind: 'migrations-out-of-order', expected: '0001-a', found: '0002-b' },
  ] as const)('is spoken of in one sentence that says what to do: $kind', (problem) => {
    expect(problems.open(problem)).toMatch(/^[^\n]+: [^\n]+\.$/);
  });
});

describe('two processes', () => {
  it('may make and fill the same lorebook at the same time', async () => {
    const path = join(temp(), 'guild.db');
    const fill = `
      import { starterPack, stock } from './src/edit/pack/stock.ts';
      import { openLorebook } from './src/lorebook/open.ts';
      const pack = starterPack('mirror-universe');
      const opened = openLorebook(${JSON.stringify(path)}, Date.now);
      stock(opened.value, pack.value, { ref: 'x', name: 'X' }, 0);
      console.log(opened.value.read.entityBySlug('worf').name);`;
    expect(await Promise.all([outputOf(fill), outputOf(fill), outputOf(fill)])).toEqual(Array(3).fill('Worf\n'));
    const once = aLorebook(temp(), packFolder('mirror-universe'));
    const lorebook = openAt(path);
    expect(lorebook.read.counts()).toEqual(once.read.counts());
    for (const one of [once, lorebook]) one.close();
  });

  it('may read while one of them writes', async () => {
    const lorebook = aLorebook(temp(), packFolder('mirror-universe'));
    const other = await runningBeside(`
      import BetterSqlite3 from 'better-sqlite3';
      const raw = new BetterSqlite3(${JSON.stringify(lorebook.path)});
      raw.exec("BEGIN IMMEDIATE; UPDATE entity SET name = 'half written'");`);
    expect(lorebook.read.entityBySlug('worf')?.name).toBe('Worf');
    await other.kill();
    expect(lorebook.read.entityBySlug('worf')?.name).toBe('Worf');
    lorebook.close();
  });
});
