import type { Database } from '../database.ts';
import { wordsOf } from './words.ts';

interface Row {
  readonly id: number;
  readonly text: string;
  readonly section: string;
  readonly page: string;
}

const NEW = 'SELECT id, text, section, page FROM passage WHERE id > ? ORDER BY id';
const AMONG = 'SELECT id, text, section, page, set_aside_by AS gone FROM passage WHERE id BETWEEN ? AND ?';
const INSERT = 'INSERT INTO passage_text(rowid, words) VALUES (?, ?)';
const DELETE = 'DELETE FROM passage_text WHERE rowid = ?';
const IS_INDEXED = 'SELECT 1 FROM passage_text WHERE rowid = ?';

/** Makes the passages of a transaction findable by their words, those of their page and section included. */
export function indexNewPassages(database: Database, lastBefore: number): void {
  let last = lastBefore;
  for (;;) {
    const rows = database.all<Row>(`${NEW} LIMIT 1000`, last);
    for (const row of rows) index(database, row);
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

/** Follows passages that were set aside or came back. */
export function reindexPassages(database: Database, range: { readonly first: number; readonly last: number }): void {
  for (const row of database.all<Row & { gone: number | null }>(AMONG, range.first, range.last)) {
    const isIndexed = database.get(IS_INDEXED, row.id) !== undefined;
    if (row.gone === null && !isIndexed) index(database, row);
    else if (row.gone !== null && isIndexed) database.run(DELETE, row.id);
  }
}

function index(database: Database, { id, text, section, page }: Row): void {
  database.run(INSERT, id, wordsOf(`${page} ${section} ${text}`).join(' '));
}
