import { CLAIM_COLUMNS } from './claim-columns.ts';

/** What a spreadsheet would run instead of showing, however many apostrophes stand before it. */
const FORMULA = /^'*[=+\-@\t\r]/;
/** A negative number or year is none. */
const PLAIN_NUMBER = /^'*[+-]?\d+(?:[.-]\d+)*$/;

/** A cell that a spreadsheet takes for text: an apostrophe goes before a formula. */
export function inertCell(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

/** What the cell was before `inertCell`. */
export function cellBeforeInert(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? text.slice(1) : text;
}

/**
 * The header of our own tables of claims. Its last cell stands in quotation marks, though it need not: that tells them
 * from tables that others made with these columns, whose apostrophes are their own.
 */
export function ownHeader(hasAccount: boolean): string {
  const last = CLAIM_COLUMNS.at(-1) ?? '';
  return [...(hasAccount ? ['account'] : []), ...CLAIM_COLUMNS.slice(0, -1), `"${last}"`].join(',');
}

/** Whether a table that begins so is one of ours. */
export function isOwnTable(beginning: string): boolean {
  const header = beginning.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/, 1)[0] ?? '';
  return header === ownHeader(false) || header === ownHeader(true);
}
