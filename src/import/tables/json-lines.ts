import type { TableRow } from './table-rows.ts';
import { textChunks } from './text-chunks.ts';

/** Rows of a JSON Lines file, one at a time; empty lines are passed over. */
export function* jsonLines(path: string, encoding?: string): Generator<TableRow> {
  let rest = '';
  let line = 0;
  for (const chunk of textChunks(path, encoding)) {
    const text = rest + chunk;
    // A CR at the very end may be the first half of a line break.
    const isOpen = chunk !== '' && text.endsWith('\r');
    const lines = (isOpen ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
    rest = chunk === '' ? '' : `${lines.pop() ?? ''}${isOpen ? '\r' : ''}`;
    for (const one of lines) {
      line += 1;
      if (one.trim() !== '') yield rowOf(one.replace(/^\uFEFF/, ''), line);
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
