import type { TableRow } from '../../import/tables/table-rows.ts';
import { cellsOf } from '../../pack/claim-cells.ts';
import type { ClaimRowInput } from './add-claims.ts';

/** Rows of a table as claims in bulk; one with a column that is not known has a fault. */
export function* claimRows(rows: Iterable<TableRow>): Generator<ClaimRowInput> {
  for (const row of rows) {
    if ('fault' in row) {
      yield row;
      continue;
    }
    const cells = cellsOf(row.cells);
    if (cells.ok) yield { line: row.line, cells: cells.value };
    else {
      const why = `${cells.problem.path}: ${cells.problem.why}`;
      yield { line: row.line, fault: { kind: 'unreadable-row', why } };
    }
  }
}
