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
  for (const [ending, read] of [
    ['.json', readJson],
    ['.csv', readCsv],
  ] as const) {
    const file = `${table}${ending}`;
    if (!existsSync(join(folder, file))) continue;
    const place = { file, row: null };
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(join(folder, file)));
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
    columns: true,
    info: true,
    skip_empty_lines: true,
    trim: false,
  } as never) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  return rows.map(({ record, info }) => ({
    row: info.lines,
    // An empty cell of a CSV is a cell that is not there.
    value: Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== '')),
  }));
}
