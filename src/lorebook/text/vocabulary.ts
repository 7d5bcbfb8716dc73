import type { Database } from '../database.ts';
import { gramCodes } from '../find/grams.ts';
import { postingsOf } from '../find/postings.ts';
import { editsWithin } from '../find/reading.ts';
import { tally } from '../find/tally.ts';

export interface KnownWord {
  readonly word: string;
  /** Statements that hold it. */
  readonly claims: number;
}

const CANDIDATES = 100;
/** Words tried for one that was only begun. */
const BEGUN = 5;
const BEGUN_READ = 200;
const FEWEST_LETTERS = 3;
const AFTER = '\u{10FFFF}';

const WORD = 'SELECT word, claims FROM statement_word WHERE word = ?';
const BEGINNING = `SELECT word, claims FROM
  (SELECT word, claims FROM statement_word WHERE word > ? AND word < ? LIMIT ${BEGUN_READ})
  ORDER BY claims DESC, word LIMIT ${BEGUN}`;
const WORDS = `SELECT statement_word.word, statement_word.claims FROM json_each(?) AS wanted
  CROSS JOIN statement_word ON statement_word.id = wanted.value`;
const MOST_ID = 'SELECT MAX(id) AS id FROM statement_word';

/** A word of any statement. */
export function knownWord(database: Database, word: string): KnownWord | undefined {
  return database.get<KnownWord>(WORD, word);
}

/** The commonest words that go on after `start`. */
export function wordsBeginning(database: Database, start: string): readonly KnownWord[] {
  return start.length < FEWEST_LETTERS ? [] : database.all<KnownWord>(BEGINNING, start, start + AFTER);
}

/** The word of the vocabulary that was most likely meant: fewest edits, then the commonest. */
export function nearestWord(database: Database, typed: string): KnownWord | undefined {
  const mostId = database.get<{ id: number | null }>(MOST_ID)?.id ?? 0;
  const ids = tally(postingsOf(database, 'statement_gram'), gramCodes(typed), mostId).best(CANDIDATES);
  const near = database.all<KnownWord>(WORDS, JSON.stringify(ids)).flatMap((known) => {
    const edits = editsWithin(typed, known.word);
    return edits === undefined ? [] : [{ known, edits }];
  });
  near.sort((a, b) => a.edits - b.edits || b.known.claims - a.known.claims || (a.known.word < b.known.word ? -1 : 1));
  return near[0]?.known;
}
