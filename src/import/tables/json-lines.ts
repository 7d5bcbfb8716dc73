import type { TableRow } from './table-rows.ts';
import { textChunks } from './text-chunks.ts';

/** Rows of a JSON Lines file, one at a time; empty lines are passed over. */
export function* jsonLines(path: string, encoding?: string): Generator<TableRow> {
  let rest = '';
  let line = 0;
  for (const chunk of textChunks(path, encoding)) {
    const lines = (rest + chunk).split('\n');
    rest = chunk === '' ? '' : (lines.pop() ?? '');
    for (const text of lines) {
      line += 1;
      if (text.trim() !== '') yield rowOf(text.replace(/^\uFEFF/, ''), line);
    }
  }
}

function rowOf(text: string, line: number): TableRow {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { line, fault: { kind: 'unreadable-row', why: 'the line is not JSON: write one object on each line' } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      line,
      fault: { kind: 'unreadable-row', why: 'the line is not a JSON object: write {"subject": …} on each line' },
    };
  }
  return { line, cells: value as Record<string, unknown> };
}
