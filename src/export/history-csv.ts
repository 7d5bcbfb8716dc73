import type { editJson } from '../documents/facts/history.ts';
import { csvCell } from './claims-csv.ts';

const COLUMNS = ['edit', 'at', 'by', 'what', 'reason', 'changed', 'before', 'after', 'undoes', 'undone_by'] as const;

type EditRow = ReturnType<typeof editJson>;

/** The audit log as a table, one row for each change of an edit; formulas are inert. */
export function historyCsv(edits: readonly EditRow[]): string {
  const lines = edits.flatMap((edit) =>
    (edit.changes.length === 0 ? [null] : edit.changes).map((change) =>
      [
        String(edit.id),
        edit.at,
        edit.by.name,
        edit.what,
        edit.reason,
        change?.what ?? '',
        change?.before ?? '',
        change?.after ?? '',
        edit.undoes.join(' '),
        edit.undoneBy === null ? '' : String(edit.undoneBy),
      ]
        .map(csvCell)
        .join(','),
    ),
  );
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}
