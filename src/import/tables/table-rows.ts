import type { RowFault } from '../../lore/intake/claim-columns.ts';
import { csvRows } from './csv-rows.ts';
import { jsonArray } from './json-array.ts';
import { jsonLines } from './json-lines.ts';
import { textChunks } from './text-chunks.ts';

/** One row of a file, with the line it ends on; or why it cannot be read. */
export type TableRow =
  | { readonly line: number; readonly cells: Readonly<Record<string, unknown>> }
  | { readonly line: number; readonly fault: RowFault };

/**
 * Reads a table by what is in it, never by its name: JSON Lines where it begins with `{`, a JSON array where it begins
 * with `[`, CSV otherwise; UTF-8 unless another encoding is named. Throws TableError, and ImportError for an array.
 */
export function tableRows(path: string, columns: readonly string[], encoding?: string): Generator<TableRow> {
  const chunks = textChunks(path, encoding);
  const first = chunks.next();
  chunks.return(undefined);
  const start = first.done === true ? '' : first.value.replace(/^\uFEFF/, '').trimStart();
  if (start.startsWith('{')) return jsonLines(path, encoding);
  return /^\[\s*[{\]]/.test(start) ? jsonArray(path, encoding) : csvRows(path, columns, encoding);
}
