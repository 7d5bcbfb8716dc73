import type { Database } from '../database.ts';

const INSERT = 'INSERT INTO citation(claim_id, position, work_id, locator) VALUES (?, ?, ?, ?)';
const DELETE = 'DELETE FROM citation WHERE claim_id = ? AND position = ?';
const NEXT = 'SELECT COALESCE(MAX(position), -1) + 1 AS position FROM citation WHERE claim_id = ?';

/** Puts a citation at its place among those of a claim. */
export function writeCitation(
  database: Database,
  claim: number,
  position: number,
  citation: { readonly work: number; readonly locator: string },
): void {
  database.run(INSERT, claim, position, citation.work, citation.locator);
}

export function removeCitation(database: Database, claim: number, position: number): void {
  database.run(DELETE, claim, position);
}

/** Where the next citation of a claim goes. */
export function nextCitation(database: Database, claim: number): number {
  return database.get<{ position: number }>(NEXT, claim)?.position ?? 0;
}
