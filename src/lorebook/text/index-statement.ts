import type { Database } from '../database.ts';
import { gramCodes } from '../find/grams.ts';
import { postingsOf } from '../find/postings.ts';
import { wordsOf } from './words.ts';

const IS_INDEXED = 'SELECT rowid FROM statement_text WHERE rowid = ?';
const INSERT = 'INSERT INTO statement_text(rowid, words) VALUES (?, ?)';
const DELETE = 'DELETE FROM statement_text WHERE rowid = ?';
const COUNT_WORD = `INSERT INTO statement_word(word, claims) VALUES (?, ?)
  ON CONFLICT(word) DO UPDATE SET claims = claims + excluded.claims RETURNING id, claims`;
const UNCOUNT_WORD = 'UPDATE statement_word SET claims = claims - 1 WHERE word = ? RETURNING id, claims';
const DELETE_WORD = 'DELETE FROM statement_word WHERE id = ?';

interface Counted {
  readonly id: number;
  readonly claims: number;
}

/** Makes a claim findable by its statement: call it in the transaction that adds (or restores) the claim. */
export function indexStatement(database: Database, claimId: number, text: string): void {
  if (database.get(IS_INDEXED, claimId) !== undefined) return;
  const words = insertText(database, claimId, text);
  for (const word of words) countWord(database, word);
}

/** Takes a claim out, as when it is retracted. `text` must be what it was indexed with. */
export function unindexStatement(database: Database, claimId: number, text: string): void {
  if (database.get(IS_INDEXED, claimId) === undefined) return;
  database.run(DELETE, claimId);
  for (const word of new Set(wordsOf(text))) {
    const left = database.get<Counted>(UNCOUNT_WORD, word);
    if (left === undefined || left.claims > 0) continue;
    const postings = postingsOf(database, 'statement_gram');
    for (const code of gramCodes(word)) postings.remove(code, left.id);
    database.run(DELETE_WORD, left.id);
  }
}

/** Words held before they are counted: bounds the memory of a load. */
const HELD_WORDS = 100_000;

export interface StatementLoad {
  /** For claims that are not indexed yet. */
  add(claimId: number, text: string): void;
  /** Counts the words that are still held. */
  end(): void;
}

/** For claims in bulk, inside the caller's transaction: words are counted in memory and written together. */
export function beginStatementLoad(database: Database): StatementLoad {
  const held = new Map<string, number>();
  const postings = postingsOf(database, 'statement_gram');
  const flush = (): void => {
    const fresh = new Map<number, number[]>();
    for (const [word, claims] of held) {
      const id = counted(database, word, claims);
      if (id === null) continue;
      for (const code of gramCodes(word)) {
        const ids = fresh.get(code);
        if (ids === undefined) fresh.set(code, [id]);
        else ids.push(id);
      }
    }
    // Code by code: each list is read and written once.
    for (const code of [...fresh.keys()].sort((a, b) => a - b)) postings.addAll(code, fresh.get(code) ?? []);
    held.clear();
  };
  return {
    add: (claimId, text) => {
      for (const word of insertText(database, claimId, text)) held.set(word, (held.get(word) ?? 0) + 1);
      if (held.size >= HELD_WORDS) flush();
    },
    end: flush,
  };
}

function insertText(database: Database, claimId: number, text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  if (words.length > 0) database.run(INSERT, claimId, words.join(' '));
  return new Set(words);
}

function countWord(database: Database, word: string): void {
  const id = counted(database, word, 1);
  if (id === null) return;
  const postings = postingsOf(database, 'statement_gram');
  for (const code of gramCodes(word)) postings.add(code, id);
}

/** Counts a word; its id where it is new. */
function counted(database: Database, word: string, claims: number): number | null {
  const row = database.get<Counted>(COUNT_WORD, word, claims);
  return row === undefined || row.claims !== claims ? null : row.id;
}
