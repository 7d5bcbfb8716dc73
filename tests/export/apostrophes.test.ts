import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellBeforeInert, inertCell } from '../../src/lore/intake/inert-cell.ts';
import { claimsOf, filesIn } from '../support/importing.ts';
import { openAt } from '../support/lorebook.ts';
import { tempFolders } from '../support/temp.ts';
import { terminal } from '../support/terminal.ts';

const EMPTY = { STARTER_PACK: 'none' };
const temp = tempFolders();
const VALUES = ['=SUM(A1)', "'=SUM(A1)", "''+x", "'tis said", '@home', '-0044', "'-0044", '+1 (maybe)', "'"] as const;

function valuesIn(path: string): readonly string[] {
  const lorebook = openAt(path);
  const said = claimsOf(lorebook, 'The log').map((line) => line.replace('The mill | motto | ', ''));
  lorebook.close();
  return said.sort();
}

/** A lorebook with these values, taken from a table that somebody wrote. */
async function written(folder: string): Promise<string> {
  const rows = VALUES.map((value) => `The mill,described_as,"${value}"`);
  const [path = ''] = filesIn(folder, { 'mine.csv': `subject,predicate,value\n${rows.join('\n')}\n` });
  const lorebook = join(folder, 'first.db');
  const said = await terminal(
    ['add', '--file', path, '--account', 'The log', '--create', '--lorebook', lorebook],
    EMPTY,
  );
  expect(said.error).toBe('');
  return lorebook;
}

describe('apostrophes before formulas', () => {
  it('are taken away again, whatever stood there before', () => {
    const text = fc.string({ unit: fc.constantFrom(...'=+-@\t\r\'"1a '), maxLength: 8 });
    fc.assert(
      fc.property(text, (cell) => {
        expect(cellBeforeInert(inertCell(cell))).toBe(cell);
        expect(/^[=+\-@\t\r]/.test(inertCell(cell)) && !/^[+-]?\d/.test(cell)).toBe(false);
      }),
      { seed: 9, numRuns: 1_000 },
    );
  });

  it.each([
    ['add', ['--file']],
    ['import', []],
  ] as const)('come back from our own table as they were (%s)', async (verb, flags) => {
    const folder = temp();
    const first = await written(folder);
    const path = join(folder, 'out.csv');
    expect((await terminal(['export', path, '--lorebook', first], EMPTY)).exit).toBe(0);
    expect(readFileSync(path, 'utf8')).toContain(",'=SUM(A1),");
    const second = join(folder, 'second.db');
    const said = await terminal(
      [verb, ...flags, path, '--account', 'The log', ...(verb === 'add' ? ['--create'] : []), '--lorebook', second],
      EMPTY,
    );
    expect([said.exit, said.error]).toEqual([0, '']);
    expect(valuesIn(second)).toEqual(valuesIn(first));
    expect(valuesIn(first).join('\n')).toContain("''+x");
  });
});
