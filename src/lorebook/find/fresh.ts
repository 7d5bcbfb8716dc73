import type { Database } from '../database.ts';
import { type Postings, postingsOf } from './postings.ts';

/** Entities added last, whose pieces are not in the postings yet. */
export interface Fresh {
  readonly id: number;
  readonly codes: Uint32Array;
}

/** So many stand aside before they are put into the postings, all in one step of some ten milliseconds. */
const MOST_FRESH = 32;

const ADD = 'INSERT INTO name_fresh(id, codes) VALUES (?, ?)';
const ALL = 'SELECT id, codes FROM name_fresh ORDER BY id';
const ONE = 'SELECT id, codes FROM name_fresh WHERE id = ?';
const COUNT = 'SELECT COUNT(*) AS n FROM name_fresh';
const DELETE = 'DELETE FROM name_fresh WHERE id = ?';
const DELETE_ALL = 'DELETE FROM name_fresh';

interface Row {
  readonly id: number;
  readonly codes: Uint8Array;
}

/**
 * Notes a new entity: one small row, where its thirty pieces would rewrite as many pages of postings. Every query reads
 * these rows too, so that the entity is found at once.
 */
export function addFresh(database: Database, id: number, codes: readonly number[]): void {
  database.run(ADD, id, new Uint8Array(Uint32Array.from(codes).buffer));
  if ((database.get<{ n: number }>(COUNT)?.n ?? 0) >= MOST_FRESH) settleNames(database);
}

/** Entities whose pieces are not in the postings yet. */
export function freshNames(database: Database): readonly Fresh[] {
  return database.all<Row>(ALL).map(toFresh);
}

/** Puts all fresh entities into the postings. */
export function settleNames(database: Database): void {
  const postings = postingsOf(database, 'name_gram');
  const pairs = freshNames(database).flatMap(({ id, codes }) => Array.from(codes, (code) => ({ code, id })));
  // In the order of the keys: neighbouring pages are written together. Ids stay in order, as sorting is stable.
  for (const { code, id } of pairs.sort((a, b) => a.code - b.code)) postings.add(code, id);
  database.run(DELETE_ALL);
}

/** Puts one entity into the postings, if it is fresh: its names are about to change. */
export function settleName(database: Database, postings: Postings, id: number): void {
  const row = database.get<Row>(ONE, id);
  if (row === undefined) return;
  for (const code of toFresh(row).codes) postings.add(code, id);
  database.run(DELETE, id);
}

function toFresh({ id, codes }: Row): Fresh {
  // A view of wider numbers must start on their boundary.
  const bytes = codes.byteOffset % 4 === 0 ? codes : codes.slice();
  return { id, codes: new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4) };
}
