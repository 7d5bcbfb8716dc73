import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TableRow, tableRows } from '../../../src/import/tables/table-rows.ts';
import { TableError } from '../../../src/import/tables/text-chunks.ts';
import { tempFolders } from '../../support/temp.ts';

const temp = tempFolders();
const COLUMNS = ['subject', 'predicate', 'value', 'statement'];

function fileOf(content: string | Uint8Array): string {
  const path = join(temp(), 'table');
  writeFileSync(path, content);
  return path;
}

function read(content: string | Uint8Array): readonly TableRow[] {
  return [...tableRows(fileOf(content), COLUMNS)];
}

function problemOf(path: string): string {
  try {
    for (const _ of tableRows(path, COLUMNS));
    return 'none';
  } catch (error) {
    if (error instanceof TableError) return error.problem.kind;
    throw error;
  }
}

const anna = { subject: 'Anna', predicate: 'born', value: '2371' };

describe('a CSV', () => {
  it.each([
    ['commas and line feeds', 'subject,predicate,value\nAnna,born,2371\n'],
    ['no line break at its end', 'subject,predicate,value\nAnna,born,2371'],
    ['carriage returns and line feeds', 'subject,predicate,value\r\nAnna,born,2371\r\n'],
    ['carriage returns alone', 'subject,predicate,value\rAnna,born,2371\r'],
    ['a byte-order mark', '\uFEFFsubject,predicate,value\nAnna,born,2371\n'],
    ['semicolons', 'subject;predicate;value\nAnna;born;2371\n'],
    ['tabs', 'subject\tpredicate\tvalue\nAnna\tborn\t2371\n'],
    ['quotes round every cell', '"subject","predicate","value"\n"Anna","born","2371"\n'],
    ['capitals and spaces in its header', 'Subject, PREDICATE ,Value\nAnna,born,2371\n'],
  ])('is read with %s', (_what, text) => {
    expect(read(text)).toEqual([{ line: 2, cells: anna }]);
  });

  it('keeps what stands in quotes: commas, quotes and line breaks', () => {
    const text =
      'subject,predicate,value,statement\r\nAnna,born,2371,"She said ""here"",\r\nthen left."\r\nBo,born,2372,\r\n';
    expect(read(text)).toEqual([
      { line: 3, cells: { ...anna, statement: 'She said "here",\r\nthen left.' } },
      { line: 4, cells: { subject: 'Bo', predicate: 'born', value: '2372', statement: '' } },
    ]);
  });

  it('passes over empty lines and still counts them', () => {
    expect(read('subject,predicate,value\n\n\nAnna,born,2371\n')).toEqual([{ line: 4, cells: anna }]);
  });

  // After an unbalanced quotation mark nobody can say where the next row begins.
  it.each([
    ['Anna,born\n', 'more or fewer cells'],
    ['Anna,born,2371,more\n', 'more or fewer cells'],
    ['Anna,born,"2371\n', 'never closed'],
    ['Anna,born,"23"71\n', 'inside a cell'],
    ['Anna,bo"rn,2371\n', 'inside a cell'],
  ])('names the bad row %j and reads on', (row, why) => {
    const rows = read(`subject,predicate,value\n${row}Bo,born,2372\n`);
    expect(rows).toContainEqual({
      line: expect.any(Number),
      fault: { kind: 'unreadable-row', why: expect.stringContaining(why) },
    });
    if (!row.includes('"23')) {
      expect(rows).toContainEqual({ line: 3, cells: { subject: 'Bo', predicate: 'born', value: '2372' } });
    }
  });

  it.each([
    ['two-columns', 'subject,predicate,subject\nAnna,born,2371\n'],
    ['unknown-column', 'subject,predicate,colour\nAnna,born,red\n'],
    ['not-a-table', 'Anna,born,2371\nBo,born,2372\n'],
    ['not-a-table', 'some prose\n'],
    ['not-utf8', Buffer.from('subject,predicate,value\nKäthe,born,2371\n', 'latin1')],
    ['not-utf8', Buffer.from('\uFEFFsubject,predicate,value\nAnna,born,2371\n', 'utf16le')],
  ])('is refused whole: %s', (kind, content) => {
    expect(problemOf(fileOf(content))).toBe(kind);
  });

  it('that is not there, or is a folder, is said to be so', () => {
    expect(problemOf(join(temp(), 'nowhere.csv'))).toBe('no-such-file');
    expect(problemOf(temp())).toBe('no-such-file');
  });

  it('of nothing has no rows', () => {
    expect(read('')).toEqual([]);
    expect(read('subject,predicate,value\n')).toEqual([]);
  });

  it('is read in pieces: letters and rows that a piece cuts through come out whole', () => {
    const row = `東の灯,born,${'é'.repeat(997)}\n`;
    const count = 2_500;
    const rows = read(`subject,predicate,value\n${row.repeat(count)}`);
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map((one) => JSON.stringify('cells' in one ? one.cells : one))).size).toBe(1);
    expect(rows.at(-1)?.line).toBe(count + 1);
  });

  it('is not read further than it is asked for', () => {
    const rows = tableRows(fileOf(`subject,predicate,value\n${'Anna,born,2371\n'.repeat(200_000)}`), COLUMNS);
    expect(rows.next().value).toEqual({ line: 2, cells: anna });
    rows.return(undefined);
  });
});

describe('JSON Lines', () => {
  it('are read line by line, whatever the name of the file', () => {
    expect(read(`\uFEFF${JSON.stringify(anna)}\n\n{"subject":"Bo","value":7}`)).toEqual([
      { line: 1, cells: anna },
      { line: 3, cells: { subject: 'Bo', value: 7 } },
    ]);
  });

  it('may end in carriage returns', () => {
    expect(read(`${JSON.stringify(anna)}\r\n${JSON.stringify(anna)}\r\n`)).toEqual([
      { line: 1, cells: anna },
      { line: 2, cells: anna },
    ]);
  });

  it.each(['{"subject":', '["Anna"]', '"Anna"', 'null', 'Anna,born,2371'])(
    'name the bad line %s and read on',
    (bad) => {
      expect(read(`${JSON.stringify(anna)}\n${bad}\n${JSON.stringify(anna)}\n`)).toEqual([
        { line: 1, cells: anna },
        { line: 2, fault: { kind: 'unreadable-row', why: expect.stringMatching(/^the line is not/) } },
        { line: 3, cells: anna },
      ]);
    },
  );

  it('are refused whole where they are not UTF-8', () => {
    expect(problemOf(fileOf(Buffer.from('{"subject":"Käthe"}\n', 'latin1')))).toBe('not-utf8');
  });
});
