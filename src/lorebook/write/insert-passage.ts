import type { NewPassage } from '../../lore/passage.ts';
import type { Database } from '../database.ts';

const INSERT = `INSERT INTO passage(account_id, file, page, line, section, text, continuity_id, marks)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;
const ENTITY = `INSERT INTO passage_entity(entity_id, passage_id, is_page) VALUES (?, ?, ?)
  ON CONFLICT(entity_id, passage_id) DO NOTHING`;

/** Adds a stretch of text with what is marked in it; returns its id. It is indexed with the transaction. */
export function insertPassage(database: Database, passage: NewPassage): number {
  const { account, file, page, line, section, text, continuity, about, entities, dates, citations } = passage;
  const marks = JSON.stringify({ dates, citations });
  const { lastId } = database.run(INSERT, account, file, page, line, section, text, continuity, marks);
  if (about !== null) database.run(ENTITY, about, lastId, 1);
  for (const entity of new Set(entities)) if (entity !== about) database.run(ENTITY, entity, lastId, 0);
  return lastId;
}
