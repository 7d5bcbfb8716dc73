import { type CsvError, type Info, parse } from 'csv-parse';
import { cellBeforeInert, isOwnTable } from '../../lore/intake/inert-cell.ts';
import type { TableRow } from './table-rows.ts';
import { TableError, textChunks } from './text-chunks.ts';

/**
 * Rows of a CSV (RFC 4180, header row, `,` or `;` or tab), one at a time and synchronously: the parser is fed a piece
 * and emptied again, so that memory does not grow with the file. `known` are the columns it may have; null = any.
 */
export function* csvRows(path: string, known: readonly string[] | null, encoding?: string): Generator<TableRow> {
  const skipped: TableRow[] = [];
  let headerFault: TableError | undefined;
  let countedTwice = 0;
  let isOwn = false;
  let parser: ReturnType<typeof parse> | undefined;
  for (const chunk of textChunks(path, encoding)) {
    isOwn ||= parser === undefined && isOwnTable(chunk);
    parser ??= parse({
      bom: true,
      info: true,
      delimiter: delimiterOf(chunk),
      skip_empty_lines: true,
      skip_records_with_error: true,
      columns: (header: string[]) => {
        const columns = header.map((column) => column.trim().toLowerCase());
        headerFault = faultOf(columns, path, known);
        return columns;
      },
      on_skip: (error: CsvError | undefined) => {
        const line = typeof error?.lines === 'number' ? error.lines : 0;
        skipped.push({ line, fault: { kind: 'unreadable-row', why: reason(error) } });
      },
    });
    if (chunk === '') parser.end();
    else parser.write(chunk);
    if (headerFault !== undefined) throw headerFault;
    for (const row of drain(parser)) {
      // csv-parse counts a line break inside quotes twice where it is CR LF.
      for (const cell of Object.values(row.cells)) countedTwice += cell.split('\r\n').length - 1;
      yield { cells: isOwn ? asBefore(row.cells) : row.cells, line: row.line - countedTwice };
    }
    for (const row of skipped.splice(0)) yield { ...row, line: row.line - countedTwice };
  }
}

function* drain(parser: ReturnType<typeof parse>): Generator<{ line: number; cells: Record<string, string> }> {
  for (;;) {
    const read = parser.read() as { record: Record<string, string>; info: Info } | null;
    if (read === null) return;
    yield { line: read.info.lines, cells: read.record };
  }
}

/** Our own exports keep spreadsheets from running what begins like a formula; the value itself has no such apostrophe. */
function asBefore(cells: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(cells).map(([column, text]) => [column, cellBeforeInert(text)]));
}

function delimiterOf(chunk: string): string {
  const header = chunk.slice(0, chunk.search(/[\r\n]|$/));
  const count = (mark: string): number => header.split(mark).length;
  return [';', '\t'].find((mark) => count(mark) > count(',')) ?? ',';
}

function faultOf(columns: readonly string[], path: string, known: readonly string[] | null): TableError | undefined {
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice !== undefined) return new TableError({ kind: 'two-columns', path, column: twice });
  if (known === null) return undefined;
  if (!columns.some((column) => known.includes(column)))
    return new TableError({ kind: 'not-a-table', path, columns: known });
  const odd = columns.find((column) => !known.includes(column));
  return odd === undefined ? undefined : new TableError({ kind: 'unknown-column', path, column: odd, known });
}

function reason(error: CsvError | undefined): string {
  switch (error?.code) {
    case 'CSV_RECORD_INCONSISTENT_COLUMNS':
    case 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH':
      return 'the row has more or fewer cells than the header: add or remove a comma, or put the cell in quotes';
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'a quotation mark is opened and never closed: close it, or double it inside a cell';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'a quotation mark stands inside a cell: double it and put the whole cell in quotes';
    default:
      return 'the row is not CSV as RFC 4180 has it: check its quotation marks and commas';
  }
}
