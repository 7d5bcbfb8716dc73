import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import type { EntityId } from '../../src/lore/ids.ts';
import type { WriteSession } from '../../src/lore/writer.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { isEmpty, openShelf } from '../../src/lorebook/shelf.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { aLorebook, clock, openAt, TESTER, THEN } from '../support/lorebook.ts';
import { runningBeside } from '../support/other-process.ts';
import { writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
let book: Lorebook;
beforeEach(() => {
  book = aLorebook(temp(), writePack(temp(), ARDENT));
});
afterEach(() => book.close());

const edit = { actor: TESTER, op: 'add-alias', target: 'entity:1', at: THEN } as const;
const rows = (sql: string): unknown[] => book.database.all(sql);
const wardens = (): EntityId => {
  const entity = book.read.entityBySlug('wardens');
  if (entity === undefined) throw new Error('no wardens');
  return entity.id;
};

describe('what the schema keeps', () => {
  it.each([
    ['DELETE FROM claim WHERE id = 1', 'never deleted'],
    ['DELETE FROM claim', 'never deleted'],
    ['DELETE FROM edit', 'only grows'],
    [`UPDATE edit SET reason = 'no'`, 'only grows'],
    [`UPDATE claim SET subject_id = 999999 WHERE id = 1`, 'FOREIGN KEY'],
    [`UPDATE claim SET date_kind = 'sometime' WHERE id = 1`, 'CHECK'],
    [`UPDATE claim SET value_kind = 'entity', object_id = NULL WHERE id = 1`, 'CHECK'],
    [`UPDATE entity SET slug = 'wardens' WHERE slug = 'captain'`, 'UNIQUE'],
    [`UPDATE claim SET key = 'H02' WHERE key = 'H03'`, 'UNIQUE'],
    [`INSERT INTO predicate(id, value_kind, cardinality, temporal) VALUES ('p', 'text', 'two', 'state')`, 'CHECK'],
  ])('refuses %s', (sql, why) => {
    const before = rows('SELECT COUNT(*) AS n FROM claim');
    expect(() => book.database.run(sql)).toThrow(why);
    expect(rows('SELECT COUNT(*) AS n FROM claim')).toEqual(before);
  });

  it('makes every table strict, and gives no claim’s or edit’s number twice', () => {
    const tables = book.database.all<{ name: string; strict: number; type: string }>(`PRAGMA table_list`);
    const loose = tables.filter(
      ({ name, strict, type }) => type === 'table' && strict === 0 && !name.startsWith('sqlite_'),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
    const sql = book.database.all<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'table'`,
    );
    const reused = sql.filter(
      (table) => ['claim', 'edit', 'entity', 'account'].includes(table.name) && !/AUTOINCREMENT/.test(table.sql),
    );
    expect(reused.map(({ name }) => name)).toEqual([]);
  });
});

describe('a transaction', () => {
  it('writes its audit row with what it did, by whom and when', () => {
    book.write.transaction((session) => {
      session.addAlias(wardens(), 'The Harbour’s Fist', null);
      session.record({ ...edit, before: { aliases: [] }, after: { aliases: ['The Harbour’s Fist'] }, reason: 'test' });
    });
    expect(
      rows('SELECT edit.*, actor.ref, actor.name FROM edit JOIN actor ON actor.id = actor_id').at(-1),
    ).toMatchObject({
      at: THEN,
      op: 'add-alias',
      target: 'entity:1',
      before: '{"aliases":[]}',
      after: '{"aliases":["The Harbour’s Fist"]}',
      reason: 'test',
      ref: 'test',
      name: 'Test',
    });
    expect(book.read.find('harbours fist', { purpose: 'resolve', limit: 1 }).hits[0]?.entity.name).toBe('Wardens');
  });

  const CHANGES: readonly (readonly [string, (session: WriteSession) => unknown])[] = [
    ['an alias', (session) => session.addAlias(wardens(), 'Fist', null)],
    ['a setting', (session) => session.setSetting('title', 'Mine')],
    ['a word about somebody', (session) => session.setAbout(wardens(), 'keepers of the coast')],
    ['a timeline', (session) => session.setHome(wardens(), book.read.continuities.home.id)],
    ['a counterpart', (session) => session.setCounterpart(wardens(), wardens())],
    ['a shared office', (session) => session.setShared(wardens())],
    [
      'an account',
      (session) =>
        session.addAccount({
          slug: 'x',
          title: 'X',
          kind: '',
          voice: '',
          continuity: null,
          here: null,
          now: null,
          copyOf: null,
          tier: 0,
        }),
    ],
    [
      'an entity',
      (session) =>
        session.addEntity({
          slug: 'brand-new',
          name: 'X',
          kind: 'person',
          continuity: null,
          about: '',
          isShared: false,
        }),
    ],
  ];
  it.each(CHANGES)('that changes %s and records nothing throws, and leaves nothing', (_what, change) => {
    const before = rows('SELECT * FROM entity').concat(rows('SELECT * FROM alias'), rows('SELECT * FROM setting'));
    expect(() => book.write.transaction(change)).toThrow('without its audit row');
    const after = rows('SELECT * FROM entity').concat(rows('SELECT * FROM alias'), rows('SELECT * FROM setting'));
    expect(after).toEqual(before);
  });

  it('that fails leaves neither the change nor the audit row, nor a reader who saw it', () => {
    const before = rows('SELECT * FROM edit');
    expect(() =>
      book.write.transaction((session) => {
        session.setSetting('title', 'Half written');
        session.record(edit);
        expect(book.read.profile.title).not.toBe('');
        throw new Error('power cut');
      }),
    ).toThrow('power cut');
    expect(rows('SELECT * FROM edit')).toEqual(before);
    expect(book.read.profile.title).not.toBe('Half written');
  });

  it('shows to those who read in the same process and in another connection', () => {
    const other = openAt(book.path);
    expect(other.read.profile.title).toBe(book.read.profile.title);
    book.write.transaction((session) => {
      session.setSetting('title', 'Renamed');
      session.record(edit);
    });
    expect(book.read.profile.title).toBe('Renamed');
    expect(other.read.profile.title).toBe('Renamed');
    other.close();
  });
});

describe('every way to write', () => {
  it('was audited when the pack was loaded', () => {
    expect(rows('SELECT op, target, at FROM edit')).toEqual([{ op: 'load-pack', target: 'lorebook', at: THEN }]);
  });
});

describe('asking', () => {
  const asks = (): unknown => rows('SELECT asks FROM name_ask')[0];

  it('is counted in bundles, and what is left when the lorebook closes', () => {
    for (let time = 0; time < 19; time += 1) book.noteAsked(wardens());
    expect(asks()).toBeUndefined();
    book.noteAsked(wardens());
    expect(asks()).toEqual({ asks: 20 });
    book.noteAsked(wardens());
    book.close();
    book = openAt(book.path);
    expect(asks()).toEqual({ asks: 21 });
  });

  it('does not wait for another process that writes', async () => {
    const other = await runningBeside(`
      import BetterSqlite3 from 'better-sqlite3';
      globalThis.raw = new BetterSqlite3(${JSON.stringify(book.path)});
      raw.exec('BEGIN IMMEDIATE');`);
    const began = performance.now();
    for (let time = 0; time < 40; time += 1) book.noteAsked(wardens());
    expect(performance.now() - began).toBeLessThan(2_500);
    await other.kill();
  });
});

describe('a crash between migrating and stocking', () => {
  it('leaves a file that is stocked when it is opened next', async () => {
    const folder = temp();
    const other = await runningBeside(`
      import { openLorebook } from './src/lorebook/open.ts';
      const opened = openLorebook(${JSON.stringify(join(folder, 'guild.db'))}, Date.now);
      opened.value.write.transaction((session) => {
        session.setSetting('title', 'Half written');
        process.stdout.write('here');
        for (;;);
      });`);
    await other.kill();
    const raw = new BetterSqlite3(join(folder, 'guild.db'));
    expect(raw.prepare('SELECT COUNT(*) AS n FROM setting').get()).toEqual({ n: 0 });
    raw.close();
    const pack = starterPack('mirror-universe');
    if (!pack.ok) throw new Error('no starter');
    const shelf = openShelf(folder, clock, (lorebook) => void stock(lorebook, pack.value, TESTER, THEN));
    const opened = shelf.open('guild');
    expect(opened.ok && opened.value.read.entityBySlug('worf')?.name).toBe('Worf');
    shelf.close();
  });

  it('is told by the absence of any timeline', () => {
    const lorebook = openAt(join(temp(), 'new.db'));
    expect(isEmpty(lorebook)).toBe(true);
    expect(isEmpty(book)).toBe(false);
    lorebook.close();
  });
});

describe('a backup', () => {
  it('is whole, also while the lorebook is open', async () => {
    const to = join(temp(), 'backup.db');
    await book.backup(to);
    const copy = openAt(to);
    expect(copy.read.counts()).toEqual(book.read.counts());
    copy.close();
  });
});
