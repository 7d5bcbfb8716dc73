import { CLAIM_COLUMNS, type ClaimCells } from '../lore/intake/claim-columns.ts';
import { fail, ok, type Result } from '../lore/result.ts';

/**
 * Turns one JSON object or CSV record into cells of text: numbers and booleans as written, lists joined by `|`,
 * an object of qualifiers as `name=value|…`. A column that is not known is a fault, not a loss.
 */
export function cellsOf(
  row: Readonly<Record<string, unknown>>,
): Result<ClaimCells, { readonly kind: 'shape'; readonly path: string; readonly why: string }> {
  const cells: Record<string, string> = {};
  for (const [column, value] of Object.entries(row)) {
    if (!CLAIM_COLUMNS.some((known) => known === column)) {
      return fail({ kind: 'shape', path: column, why: `the columns of claims are ${CLAIM_COLUMNS.join(', ')}` });
    }
    const text = textOf(value);
    if (text === undefined) return fail({ kind: 'shape', path: column, why: 'text is expected here' });
    if (text !== '') cells[column] = text;
  }
  return ok(cells);
}

function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.every(isPlain) ? value.map(String).join('|') : undefined;
  if (typeof value === 'object' && Object.values(value).every(isPlain)) {
    return Object.entries(value)
      .map(([name, detail]) => `${name}=${String(detail)}`)
      .join('|');
  }
  return undefined;
}

function isPlain(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}
