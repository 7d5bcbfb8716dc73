import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packFolder } from '../../src/edit/pack/stock.ts';
import { hasTracing } from '../crash/tracing.ts';
import { aLorebook, openAt } from '../support/lorebook.ts';
import { PROJECT } from '../support/sources.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const canTrace = hasTracing();
if (!canTrace) process.stdout.write('sync errors skipped: strace is not here or may not trace.\n');

/** Adds six facts one by one and says what came of each; dies at once after one that failed, if told so. */
const EDITOR = `
  import { addClaims } from './src/edit/bulk/add-claims.ts';
  import { openLorebook, openProblemOf } from './src/lorebook/open.ts';
  const [path, dies] = process.argv.slice(1);
  const book = openLorebook(path, Date.now).value;
  const target = { ...book, by: { actor: { ref: 'x', name: 'X' }, level: 'admin', isOwnOnly: false }, at: 0 };
  const options = { canCreate: true, isPartial: false, isDryRun: false };
  for (let n = 0; n < 6; n += 1) {
    const cells = { subject: 'Somebody', predicate: 'status', value: 'well', key: 'edit-' + n };
    try {
      addClaims(target, 'The log', [{ line: 1, cells }], options);
      console.log('saved edit-' + n);
    } catch (error) {
      console.log(openProblemOf(error, path).kind + ' edit-' + n);
      if (dies === 'dies') process.kill(process.pid, 'SIGKILL');
    }
  }
  book.close();`;

function editedWith(fault: string, path: string, dies: boolean): readonly string[] {
  const inject = ['-f', '-o', '/dev/null', '-P', `${path}-wal`, '-e', 'trace=fsync,fdatasync', '-e', `inject=${fault}`];
  const node = [process.execPath, '--input-type=module-typescript', '-e', EDITOR, path, dies ? 'dies' : 'lives'];
  const ran = spawnSync('strace', [...inject, ...node], { cwd: PROJECT, encoding: 'utf8', timeout: 60_000 });
  return ran.stdout.trim().split('\n');
}

describe.runIf(canTrace)('a sync that fails', () => {
  it.each([
    ['and the process lives', false],
    ['and the process dies of it', true],
  ])('refuses that edit alone, and it never comes back: %s', (_, dies) => {
    const made = aLorebook(temp(), packFolder('mirror-universe'));
    const { path } = made;
    made.close();
    const said = editedWith('fsync,fdatasync:error=EIO:when=3', join(path), dies);
    const refused = said.filter((line) => line.startsWith('disk-error ')).map((line) => line.split(' ')[1] ?? '');
    const saved = said.filter((line) => line.startsWith('saved ')).map((line) => line.split(' ')[1] ?? '');
    expect(refused).toHaveLength(1);
    expect(saved.length).toBe(dies ? said.length - 1 : 5);
    const lorebook = openAt(path);
    const keys = lorebook.database.all<{ key: string }>(`SELECT key FROM claim WHERE key GLOB 'edit-*' ORDER BY key`);
    expect(keys.map(({ key }) => key)).toEqual(saved);
    expect(lorebook.log.brokenLink()).toBeNull();
    expect(lorebook.database.get('PRAGMA integrity_check')).toEqual({ integrity_check: 'ok' });
    lorebook.close();
  });
});
