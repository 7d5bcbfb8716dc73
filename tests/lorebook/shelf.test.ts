import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { openShelf } from '../../src/lorebook/shelf.ts';
import { clock, TESTER, THEN } from '../support/lorebook.ts';
import { outputOf } from '../support/other-process.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

function empty(lorebook: Lorebook): void {
  const pack = starterPack(null);
  if (pack.ok) stock(lorebook, pack.value, TESTER, THEN);
}

describe('the shelf', () => {
  it('stocks once, and makes and opens each lorebook once', () => {
    const folder = join(temp(), 'lorebooks');
    let stocked = 0;
    const shelf = openShelf(folder, clock, (lorebook) => {
      stocked += 1;
      empty(lorebook);
    });
    const first = shelf.open('111');
    expect(shelf.open('111')).toEqual(first);
    shelf.open('222');
    shelf.close();
    expect(stocked).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['111.db', '222.db']);
    const again = openShelf(folder, clock, () => {
      throw new Error('stocked twice');
    });
    expect(again.open('111').ok).toBe(true);
    again.close();
  });

  it('passes on why a lorebook cannot be opened, and tries again when asked again', () => {
    const folder = temp();
    writeFileSync(join(folder, '111.db'), 'Dear diary');
    const shelf = openShelf(folder, clock, empty);
    expect(shelf.open('111')).toMatchObject({ ok: false, problem: { kind: 'not-a-lorebook' } });
    writeFileSync(join(folder, '111.db'), '');
    expect(shelf.open('111').ok).toBe(true);
    shelf.close();
  });

  it('opens no file outside its folder', () => {
    const shelf = openShelf(temp(), clock, empty);
    for (const name of ['../111', 'a/b', '.owner', '']) expect(() => shelf.open(name)).toThrow('not a name');
    shelf.close();
  });

  it('keeps nothing open of a lorebook that could not be stocked', () => {
    const folder = temp();
    let tries = 0;
    const shelf = openShelf(folder, clock, () => {
      tries += 1;
      throw new Error('no pack');
    });
    expect(() => shelf.open('111')).toThrow('no pack');
    expect(() => shelf.open('111')).toThrow('no pack');
    expect(tries).toBe(2);
    expect(existsSync(join(folder, '111.db-wal'))).toBe(false);
    shelf.close();
  });

  it('closes the least used where few files may be open, and opens them again', async () => {
    const code = `
      import { readdirSync } from 'node:fs';
      import { starterPack, stock } from './src/edit/pack/stock.ts';
      import { openShelf } from './src/lorebook/shelf.ts';
      const folder = ${JSON.stringify(temp())};
      const pack = starterPack(null);
      const shelf = openShelf(folder, () => 0, (lorebook) => void stock(lorebook, pack.value, { ref: 'x', name: 'X' }, 0));
      const names = Array.from({ length: 60 }, (_, n) => 'guild-' + n);
      let read = 0;
      for (const name of [...names, ...names]) {
        const opened = shelf.open(name);
        if (opened.ok && opened.value.read.profile.title !== '') read += 1;
      }
      const held = readdirSync('/proc/self/fd').length;
      console.log(JSON.stringify({ read, fewHandles: held < 140 }));
      shelf.close();
      console.log(readdirSync(folder).filter((file) => !file.endsWith('.db')).length);`;
    const limited = `import { execFileSync } from 'node:child_process';
      process.stdout.write(execFileSync('sh', ['-c', 'ulimit -n 160 && exec "$0" "$@"', process.execPath, '--input-type=module-typescript', '-e', ${JSON.stringify(code)}]));`;
    expect(await outputOf(process.platform === 'linux' ? limited : code)).toBe('{"read":120,"fewHandles":true}\n0\n');
  });
});
