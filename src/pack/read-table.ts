import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../lore/result.ts';
import type { PackFault, Placed } from './pack.ts';

export type Cells = Readonly<Record<string, unknown>>;

/**
 * Reads `<table>.json` (an array of objects) or `<table>.csv` (a header row) of a pack; undefined where neither is there.
 */
export function readTable(folder: string, table: string): Result<readonly Placed<Cells>[] | undefined, PackFault> {
  if (existsSync(join(folder, `${table}.json`)) && existsSync(join(folder, `${table}.csv`))) {
    const place = { file: `${table}.csv`, row: null };
    return fail({
      place,
      fault: { kind: 'unreadable', why: `${table}.json is there too, and only one of them is read` },
    });
  }
  for (const [ending, read] of [
    ['.json', readJson],
    ['.csv', readCsv],
  ] as const) {
    const file = `${table}${ending}`;
    if (!existsSync(join(folder, file))) continue;
    const place = { file, row: null };
    try {
      const text = readText(join(folder, file));
      return ok(read(text).map(({ row, value }) => ({ place: { file, row }, value })));
    } catch (error) {
      if (error instanceof CsvError || error instanceof SyntaxError || error instanceof TypeError) {
        return fail({ place, fault: { kind: 'unreadable', why: error.message } });
      }
      throw error;
    }
  }
  return ok(undefined);
}

/** The text of a UTF-8 file without its byte-order mark; throws TypeError on any other encoding. */
export function readText(path: string): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
}

interface Row {
  readonly row: number;
  readonly value: Cells;
}

function readJson(text: string): readonly Row[] {
  const data: unknown = JSON.parse(text);
  if (!Array.isArray(data)) throw new TypeError('an array of objects is expected here');
  return data.map((value: unknown, index) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new TypeError(`entry ${index + 1} is not an object`);
    }
    return { row: index + 1, value: value as Cells };
  });
}

function readCsv(text: string): readonly Row[] {
  const rows = parse<{ record: Record<string, string>; info: { lines: number } }>(text, {
    bom: true,
    columns: uniqueColumns,
    info: true,
    skip_empty_lines: true,
    trim: false,
  } as never) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  // csv-parse counts a line break inside quotes twice where it is CR LF.
  let countedTwice = 0;
  return rows.map(({ record, info }) => {
    const cells = Object.entries(record);
    for (const [, cell] of cells) countedTwice += cell.split('\r\n').length - 1;
    // An empty cell of a CSV is a cell that is not there.
    return { row: info.lines - countedTwice, value: Object.fromEntries(cells.filter(([, cell]) => cell !== '')) };
  });
}

function uniqueColumns(header: readonly string[]): readonly string[] {
  const twice = header.find((column, index) => header.indexOf(column) !== index);
  if (twice !== undefined) throw new TypeError(`it has the column “${twice}” twice`);
  return header;
}
