import { CLAIM_COLUMNS } from '../lore/intake/claim-columns.ts';
import type { SavedPack } from '../pack/write-folder.ts';

/** What a spreadsheet would run instead of showing; a plain negative number or year is none. */
const FORMULA = /^[=+\-@\t\r]/;
const PLAIN_NUMBER = /^[+-]?\d+(?:[.-]\d+)*$/;

/**
 * Claims in the bulk columns, their account before them where there is more than one. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe, which is how spreadsheets write that it is text.
 */
export function* claimsCsv(pack: SavedPack): Generator<string> {
  const hasSeveral = pack.claims.length > 1;
  yield `${[...(hasSeveral ? ['account'] : []), ...CLAIM_COLUMNS].join(',')}\r\n`;
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
  const inert = FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) || inert !== inert.trim() ? `"${inert.replaceAll('"', '""')}"` : inert;
}
