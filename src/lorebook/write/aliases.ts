import type { Database } from '../database.ts';

const INSERT = `INSERT INTO alias(entity_id, text, folded, account_id) VALUES (?, ?, ?, ?)
  ON CONFLICT(entity_id, folded) DO NOTHING`;
const DELETE = 'DELETE FROM alias WHERE entity_id = ? AND folded = ?';
const READ = 'SELECT text, account_id AS account FROM alias WHERE entity_id = ? AND folded = ?';

export interface AliasRow {
  readonly text: string;
  readonly account: number | null;
}

export function readAlias(database: Database, entity: number, folded: string): AliasRow | undefined {
  return database.get<AliasRow>(READ, entity, folded);
}

export function writeAlias(database: Database, entity: number, folded: string, alias: AliasRow): void {
  database.run(INSERT, entity, alias.text, folded, alias.account);
}

export function removeAlias(database: Database, entity: number, folded: string): void {
  database.run(DELETE, entity, folded);
}
