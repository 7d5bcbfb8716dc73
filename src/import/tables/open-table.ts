import { fold } from '../../lore/fold.ts';
import { ImportError } from '../import-problem.ts';
import { csvRows } from './csv-rows.ts';
import { jsonArray } from './json-array.ts';
import { jsonLines } from './json-lines.ts';
import type { TableRow } from './table-rows.ts';
import { TableError, textChunks } from './text-chunks.ts';

/** A table with any columns, of whatever form. */
export interface OpenTable {
  readonly path: string;
  /** What it is called: the file's name without its ending, folded. */
  readonly name: string;
  readonly file: string;
  /** From the beginning, each time it is asked for. Throws ImportError. */
  rows(): Generator<TableRow>;
}

export function openTable(path: string, file: string, encoding: string | null): OpenTable {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return { path, file, name: fold(stem) || 'table', rows: () => rowsOf(path, encoding ?? 'utf-8') };
}

function* rowsOf(path: string, encoding: string): Generator<TableRow> {
  try {
    const chunks = textChunks(path, encoding);
    const first = chunks.next();
    chunks.return(undefined);
    const start = first.done === true ? '' : first.value.replace(/^\uFEFF/, '').trimStart();
    if (start.startsWith('[')) yield* jsonArray(path, encoding);
    else if (start.startsWith('{')) yield* jsonLines(path, encoding);
    else yield* csvRows(path, null, encoding);
  } catch (error) {
    if (error instanceof TableError) throw new ImportError(error.problem);
    throw error;
  }
}

/** A cell as text, whatever JSON held: lists are joined by `|`. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (Array.isArray(value))
    return value
      .map(cellText)
      .filter((part) => part !== '')
      .join('|');
  if (typeof value === 'object') return JSON.stringify(value);
  return String(value);
}
