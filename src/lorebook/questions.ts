import type { OpenQuestion } from '../lore/reader.ts';
import type { Database } from './database.ts';

/** Questions kept at most; beyond it those asked longest ago go. */
const MOST_KEPT = 2_000;

const RECORD = `INSERT INTO question(text, status, reading, asks, marks, last_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT(text) DO UPDATE SET status = excluded.status, reading = excluded.reading,
    asks = asks + excluded.asks, marks = marks + excluded.marks, last_at = excluded.last_at`;
const COUNT = 'SELECT COUNT(*) AS n FROM question';
const DROP_OLDEST = `DELETE FROM question WHERE text IN (
  SELECT text FROM question WHERE marks = 0 ORDER BY last_at LIMIT ?)`;
const LIST = `SELECT text, status, reading, asks, marks, last_at AS at FROM question
  ORDER BY marks DESC, asks DESC, last_at DESC LIMIT ?`;

/** Keeps a question with how it was read: asked in vain, or marked as answered wrongly. */
export function recordQuestion(
  database: Database,
  question: Pick<OpenQuestion, 'text' | 'status' | 'reading' | 'at'>,
  isMarked: boolean,
): void {
  const { text, status, reading, at } = question;
  database.run(RECORD, text, status, reading, isMarked ? 0 : 1, isMarked ? 1 : 0, at);
  const { n } = database.get<{ n: number }>(COUNT) ?? { n: 0 };
  if (n > MOST_KEPT) database.run(DROP_OLDEST, n - MOST_KEPT);
}

/** Those marked as wrong first, then those asked most. */
export function openQuestions(database: Database, limit: number): readonly OpenQuestion[] {
  return database.all<OpenQuestion>(LIST, limit);
}
