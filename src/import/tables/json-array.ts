import { readFileSync, statSync } from 'node:fs';
import { ImportError } from '../import-problem.ts';
import { firstLineNotUtf8 } from './not-utf8.ts';
import type { TableRow } from './table-rows.ts';

/** An array stands in memory whole; larger ones must come as JSON Lines. */
const MOST_MB = 64;

/** Rows of a file that is one JSON array of objects; `line` is the row's number. Throws ImportError. */
export function* jsonArray(path: string, encoding = 'utf-8'): Generator<TableRow> {
  if (statSync(path).size > MOST_MB * 1e6) throw new ImportError({ kind: 'too-large', path, mostMb: MOST_MB });
  let rows: unknown;
  try {
    rows = JSON.parse(new TextDecoder(encoding, { fatal: true }).decode(readFileSync(path)));
  } catch (error) {
    if (error instanceof TypeError) throw new ImportError({ kind: 'not-utf8', path, line: firstLineNotUtf8(path) });
    if (!(error instanceof SyntaxError)) throw error;
    throw new ImportError({ kind: 'bad-json', path, why: error.message });
  }
  if (!Array.isArray(rows)) throw new ImportError({ kind: 'bad-json', path, why: 'it is not an array of rows' });
  for (const [index, row] of rows.entries()) {
    const isRow = typeof row === 'object' && row !== null && !Array.isArray(row);
    if (isRow) yield { line: index + 1, cells: row as Record<string, unknown> };
    else
      yield { line: index + 1, fault: { kind: 'unreadable-row', why: 'it is not a JSON object: write {"name": …}' } };
  }
}
