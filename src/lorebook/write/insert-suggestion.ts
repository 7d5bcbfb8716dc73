import type { NewSuggestion } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import { actorId } from './insert-edit.ts';

const INSERT = `INSERT INTO suggestion(at, actor_id, account, cells, note, words, place, tell)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

/** Puts a proposed claim into the review queue; returns its number. */
export function insertSuggestion(database: Database, suggestion: NewSuggestion): number {
  const { at, actor, account, cells, note, words, place, tell } = suggestion;
  const { lastId } = database.run(
    INSERT,
    at,
    actorId(database, actor),
    account,
    JSON.stringify(cells),
    note,
    words,
    place,
    tell,
  );
  return lastId;
}
