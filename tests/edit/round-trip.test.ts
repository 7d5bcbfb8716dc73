import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { savePack } from '../../src/edit/pack/save-pack.ts';
import { packFolder } from '../../src/edit/pack/stock.ts';
import { rule } from '../../src/edit/rule.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { writePackFolder } from '../../src/pack/write-folder.ts';
import { ARDENT } from '../support/ardent-pack.ts';
import { contentsOf } from '../support/contents.ts';
import { aLorebook, TESTER, THEN } from '../support/lorebook.ts';
import { writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

function saved(lorebook: Lorebook): { readonly folder: string; readonly again: Lorebook } {
  const folder = temp();
  writePackFolder(join(folder, 'pack'), savePack(lorebook.read, lorebook.references));
  return { folder: join(folder, 'pack'), again: aLorebook(folder, join(folder, 'pack')) };
}

describe('saving a pack and loading it again', () => {
  it.each([
    ['the starter', () => packFolder('mirror-universe')],
    ['an invented universe', () => writePack(temp(), ARDENT)],
  ])('gives the same lorebook for %s', (_name, folder) => {
    const first = aLorebook(temp(), folder());
    const { again } = saved(first);
    expect(contentsOf(again)).toEqual(contentsOf(first));
    const twice = saved(again);
    expect(savePack(twice.again.read, twice.again.references)).toEqual(savePack(again.read, again.references));
    for (const lorebook of [first, again, twice.again]) lorebook.close();
  });

  it('keeps what was ruled, by finding and claim', () => {
    const first = aLorebook(temp(), packFolder('mirror-universe'));
    const [finding] = first.read.findings({ limit: 1 });
    if (finding === undefined) throw new Error('the starter pack has lost its findings');
    const claim = finding.sides[0]?.[0] ?? null;
    const by = { actor: TESTER, level: 'keeper', isOwnOnly: false } as const;
    const asked = { finding: finding.id, kind: 'prefer', claim, note: 'the older telling', timeline: null } as const;
    expect(rule({ ...first, by, at: THEN }, asked).ok).toBe(true);
    const { again } = saved(first);
    expect(contentsOf(again)).toEqual(contentsOf(first));
    expect(contentsOf(again).rulings).toMatchObject([
      { finding: finding.id, kind: 'prefer', note: 'the older telling' },
    ]);
    for (const lorebook of [first, again]) lorebook.close();
  });
});
