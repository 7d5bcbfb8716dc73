import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ownFolder } from '../../src/lorebook/owner.ts';
import { problems } from '../../src/messages/en/problems.ts';
import { outputOf, runningBeside } from '../support/other-process.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const owning = (folder: string) => `
  import { ownFolder } from './src/lorebook/owner.ts';
  globalThis.owner = ownFolder(${JSON.stringify(folder)});
  if (!owner.ok) { console.log(owner.problem.kind); process.exit(0); }`;

describe('a folder of lorebooks', () => {
  it('is made where it is missing, has one owner, and is free again when that one lets go', () => {
    const folder = join(temp(), 'deep', 'lorebooks');
    const first = ownFolder(folder);
    if (!first.ok) throw new Error(first.problem.kind);
    expect(ownFolder(folder)).toEqual({ ok: false, problem: { kind: 'folder-owned', folder } });
    first.value.release();
    const second = ownFolder(folder);
    expect(second.ok).toBe(true);
    if (second.ok) second.value.release();
  });

  it('has one owner among processes, and is free again when that one is killed', async () => {
    const folder = temp();
    const other = await runningBeside(owning(folder));
    expect(ownFolder(folder)).toMatchObject({ ok: false, problem: { kind: 'folder-owned' } });
    expect(await outputOf(owning(folder))).toBe('folder-owned\n');
    await other.kill();
    const free = ownFolder(folder);
    expect(free.ok).toBe(true);
    if (free.ok) free.value.release();
  });

  it('that cannot be written is said to be so in one sentence', async () => {
    const file = join(temp(), 'a-file');
    writeFileSync(file, '');
    for (const folder of [file, join(file, 'below')]) {
      const owner = ownFolder(folder);
      expect(owner.ok ? null : owner.problem.kind).toBe('folder-unusable');
      expect(owner.ok ? '' : problems.owner(owner.problem)).toMatch(/^[^\n]+: [^\n]+\.$/);
    }
    const spoilt = temp();
    writeFileSync(join(spoilt, '.owner.db'), 'not a database at all, but long enough to be looked at as one');
    expect(ownFolder(spoilt)).toMatchObject({ ok: false, problem: { kind: 'folder-unusable' } });
  });
});
