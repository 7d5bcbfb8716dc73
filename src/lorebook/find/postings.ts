import type { Database } from '../database.ts';
import { appended, decodePart, encodePart } from './id-part.ts';

const ID_SPACE = 2 ** 32;

/** Which texts a set of postings is about: names of entities, or words of statements. */
export type PostingTable = 'name_gram' | 'statement_gram';

/** How long the list of a code is, and the list itself where it is short enough to read along. */
export interface ListHead {
  readonly key: number;
  /** Parts beside the first. */
  readonly others: number;
  /** The only part; null where there are more. */
  readonly ids: Uint8Array | null;
}

interface Part {
  readonly key: number;
  readonly ids: Uint8Array;
}

/** Lists of ids by code, kept in parts of two pages, so that any change costs as much a code however long the list. */
export interface Postings {
  /** Those of the codes that have a list, all read at once. */
  heads(codes: readonly number[]): readonly ListHead[];
  parts(head: ListHead): readonly Uint8Array[];
  add(code: number, id: number): void;
  remove(code: number, id: number): void;
  /** Adds ascending ids at once. */
  addAll(code: number, ids: readonly number[]): void;
}

const opened = new WeakMap<Database, Map<PostingTable, Postings>>();

/** The postings of a table, opened once for a connection. */
export function postingsOf(database: Database, table: PostingTable): Postings {
  const known = opened.get(database) ?? new Map<PostingTable, Postings>();
  opened.set(database, known);
  const postings = known.get(table) ?? openPostings(database, table);
  known.set(table, postings);
  return postings;
}

function openPostings(database: Database, table: PostingTable): Postings {
  const HEADS = `SELECT ${table}.key, others, CASE others WHEN 0 THEN ids END AS ids FROM json_each(?) AS wanted
    CROSS JOIN ${table} ON ${table}.key = wanted.value`;
  const PARTS = `SELECT ids FROM ${table} WHERE key >= ? AND key < ? ORDER BY key`;
  const HOLDING = `SELECT key, ids FROM ${table} WHERE key BETWEEN ? AND ? ORDER BY key DESC LIMIT 1`;
  const INSERT = `INSERT INTO ${table}(key, ids) VALUES (?, ?)`;
  const UPDATE = `UPDATE ${table} SET ids = ? WHERE key = ?`;
  const GROW = `UPDATE ${table} SET others = others + ? WHERE key = ?`;
  const DELETE = `DELETE FROM ${table} WHERE key = ?`;

  const heads = (codes: readonly number[]): readonly ListHead[] =>
    database.all<ListHead>(HEADS, JSON.stringify(codes.map((code) => code * ID_SPACE)));
  /** The part where `id` stands or would stand. */
  const holding = (code: number, id: number): Part | undefined =>
    database.get<Part>(HOLDING, code * ID_SPACE, code * ID_SPACE + id);

  /** Writes ids in place of a part's, with further parts of at most `most` behind it where they do not fit. */
  const write = (code: number, part: Part | undefined, ids: readonly number[], most = ids.length): void => {
    let parts = 0;
    for (let from = 0; from < ids.length; parts += 1) {
      const { bytes, to } = encodePart(ids, from, Math.min(ids.length, from + most));
      if (from > 0) database.run(INSERT, code * ID_SPACE + (ids[from] ?? 0), bytes);
      else if (part === undefined) database.run(INSERT, code * ID_SPACE, bytes);
      else database.run(UPDATE, bytes, part.key);
      from = to;
    }
    if (parts > 1) database.run(GROW, parts - 1, code * ID_SPACE);
  };

  const add = (code: number, id: number): void => {
    const part = holding(code, id);
    if (part === undefined) {
      write(code, part, [id]);
      return;
    }
    const grown = appended(part.ids, id);
    if (grown !== undefined) {
      database.run(UPDATE, grown, part.key);
      return;
    }
    const ids = decodePart(part.ids);
    const at = lowerBound(ids, id);
    if (ids[at] === id) return;
    // Ids grow, so most lists do so at their end: there a new part begins. Elsewhere a full part is halved.
    if (at === ids.length) {
      database.run(INSERT, code * ID_SPACE + id, encodePart([id]).bytes);
      database.run(GROW, 1, code * ID_SPACE);
      return;
    }
    ids.splice(at, 0, id);
    write(code, part, ids, encodePart(ids).to < ids.length ? Math.ceil(ids.length / 2) : ids.length);
  };

  return {
    heads,
    parts: ({ key, ids }) =>
      ids !== null ? [ids] : database.all<Part>(PARTS, key, key + ID_SPACE).map((part) => part.ids),
    add,
    remove: (code, id) => {
      const part = holding(code, id);
      if (part === undefined) return;
      const ids = decodePart(part.ids);
      const at = lowerBound(ids, id);
      if (ids[at] !== id) return;
      ids.splice(at, 1);
      const isFirst = part.key === code * ID_SPACE;
      if (ids.length > 0 || (isFirst && (heads([code])[0]?.others ?? 0) > 0)) {
        database.run(UPDATE, encodePart(ids).bytes, part.key);
        return;
      }
      database.run(DELETE, part.key);
      if (!isFirst) database.run(GROW, -1, code * ID_SPACE);
    },
    addAll: (code, ids) => {
      const part = holding(code, ID_SPACE - 1);
      const known = part === undefined ? [] : decodePart(part.ids);
      if ((ids[0] ?? 0) > (known.at(-1) ?? -1)) write(code, part, known.concat(ids));
      else for (const id of ids) add(code, id);
    },
  };
}

function lowerBound(ids: readonly number[], id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < id) low = middle + 1;
    else high = middle;
  }
  return low;
}
