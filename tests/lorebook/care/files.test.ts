import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { starterPack, stock } from '../../../src/edit/pack/stock.ts';
import { examine } from '../../../src/lorebook/care/examine.ts';
import { runTask } from '../../../src/lorebook/care/run-task.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { openShelf, type Shelf } from '../../../src/lorebook/shelf.ts';
import { clock, TESTER, THEN } from '../../support/lorebook.ts';
import { tempFolders } from '../../support/temp.ts';

const temp = tempFolders();

function empty(lorebook: Lorebook): void {
  const pack = starterPack(null);
  if (pack.ok) stock(lorebook, pack.value, TESTER, THEN);
}
const shelfIn = (folder: string): Shelf => openShelf(folder, clock, empty);
const bookOf = (shelf: Shelf, name: string): Lorebook => {
  const opened = shelf.open(name);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value;
};
const set = (lorebook: Lorebook, name: string, value: unknown): void =>
  lorebook.write.transaction((session) => {
    session.record({ actor: TESTER, op: 'settings', target: 'lorebook', at: THEN });
    session.setSetting(name, value);
  });

describe('a lorebook that takes the place of another', () => {
  it('comes whole, with what is done in it before, whatever a crash left lying about', () => {
    const folder = temp();
    const shelf = shelfIn(folder);
    set(bookOf(shelf, '111'), 'title', 'The old one');
    for (const ending of ['.new', '.new-wal', '.new-shm'])
      writeFileSync(join(folder, `111.db${ending}`), 'half of something');
    const old = bookOf(shelf, '111');
    shelf.startAnew('111', { change: (fresh) => set(fresh, 'title', 'The new one') });
    expect(old.isOpen).toBe(false);
    expect(bookOf(shelf, '111').read.profile.title).toBe('The new one');
    expect(bookOf(shelf, '111').log.brokenLink()).toBeNull();
    expect(readdirSync(folder).filter((file) => file.includes('.new'))).toEqual([]);
    shelf.close();
  });

  it('leaves the old one as it is where it cannot be made', () => {
    const folder = temp();
    const shelf = shelfIn(folder);
    set(bookOf(shelf, '111'), 'title', 'The old one');
    const failing = (): never => {
      throw new Error('no room');
    };
    expect(() => shelf.startAnew('111', { change: failing })).toThrow('no room');
    expect(bookOf(shelf, '111').read.profile.title).toBe('The old one');
    shelf.close();
    expect(readdirSync(folder)).toEqual(['111.db']);
  });
});

describe('the start of a shelf', () => {
  it('drops copies that were under way, and keeps those that were finished', () => {
    const folder = temp();
    mkdirSync(join(folder, 'backups'));
    for (const file of ['111_x.db', '111_y.db.part', '111_y.db.gz.part'])
      writeFileSync(join(folder, 'backups', file), '');
    shelfIn(folder).close();
    expect(readdirSync(join(folder, 'backups'))).toEqual(['111_x.db']);
  });
});

describe('an examination', () => {
  it('finds torn pages, and says so instead of breaking', async () => {
    const folder = temp();
    const shelf = shelfIn(folder);
    bookOf(shelf, '111');
    shelf.close();
    const path = join(folder, '111.db');
    expect(examine(path)).toMatchObject({ faults: [], brokenEdit: null, lastEdit: 1 });
    const bytes = readFileSync(path);
    bytes.fill(0xff, 4096 * 3, 4096 * 20);
    writeFileSync(path, bytes);
    expect(examine(path).faults.length).toBeGreaterThan(0);
    const done = await runTask({ kind: 'examine', path });
    expect(done?.kind === 'examined' && done.found.faults.length > 0).toBe(true);
  });

  it('passes on what cannot be read at all, and goes on with the next', async () => {
    const missing = join(temp(), 'nowhere.db');
    expect(await runTask({ kind: 'examine', path: missing })).toMatchObject({ found: { bytes: 0 } });
    await expect(runTask({ kind: 'person', path: missing, ref: 'x' })).rejects.toThrow();
    expect(existsSync(missing)).toBe(false);
    const shelf = shelfIn(temp());
    const { path } = bookOf(shelf, '111');
    expect(await runTask({ kind: 'examine', path })).toMatchObject({ found: { edits: 1, brokenEdit: null } });
    shelf.close();
  });
});
