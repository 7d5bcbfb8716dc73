import { CLAIM_COLUMNS } from '../lore/intake/claim-columns.ts';
import { inertCell, ownHeader } from '../lore/intake/inert-cell.ts';
import type { SavedPack } from '../pack/write-folder.ts';

/**
 * Claims in the bulk columns, their account before them where there is more than one. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe, which is how spreadsheets write that it is text.
 */
export function* claimsCsv(pack: SavedPack): Generator<string> {
  const hasSeveral = pack.claims.length > 1;
  yield `${ownHeader(hasSeveral)}\r\n`;
  for (const { account, rows } of pack.claims) {
    for (const row of rows) {
      const cells = CLAIM_COLUMNS.map((column) => cellText(row[column]));
      yield `${[...(hasSeveral ? [account] : []), ...cells].map(csvCell).join(',')}\r\n`;
    }
  }
}

function cellText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** RFC 4180, with formulas inert. */
export function csvCell(text: string): string {
  const inert = inertCell(text);
  return /[",\r\n]/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
}
