import type { Database } from '../database.ts';

const ASK = `INSERT INTO name_ask(entity_id, asks) VALUES (?, 1)
  ON CONFLICT(entity_id) DO UPDATE SET asks = asks + 1`;

/** Remembers that somebody in this server asked for the entity: it is then suggested earlier. */
export function recordAsk(database: Database, entityId: number): void {
  database.run(ASK, entityId);
}

/** Rows read before they are put in order: `tier` is only nearly the number of claims. */
const READ = 500;
const KIND_READ = 2_000;

const IS_WANTED = `entity.merged_into IS NULL AND (? IS NULL OR entity.kind IN (SELECT value FROM json_each(?)))`;
const MOST_ASKED = `SELECT entity.id FROM (SELECT entity_id FROM name_ask ORDER BY asks DESC LIMIT ${READ}) AS asked
  CROSS JOIN entity ON entity.id = asked.entity_id WHERE ${IS_WANTED} LIMIT ?`;
const MOST_TOLD = `SELECT entity.id FROM
  (SELECT entity_id, claims FROM name_weight WHERE tier > 1 ORDER BY tier DESC LIMIT ${READ}) AS told
  CROSS JOIN entity ON entity.id = told.entity_id WHERE ${IS_WANTED}
  ORDER BY told.claims DESC, entity.folded, entity.id LIMIT ?`;
const OF_KINDS = `SELECT entity.id FROM json_each(?) AS kinds CROSS JOIN entity ON entity.kind = kinds.value
  WHERE entity.merged_into IS NULL LIMIT ${KIND_READ}`;
const TOLD_OF_KINDS = `SELECT member.id FROM (${OF_KINDS}) AS member
  LEFT JOIN name_weight ON name_weight.entity_id = member.id
  ORDER BY COALESCE(name_weight.claims, 0) DESC, member.id LIMIT ?`;
const ANY_TOLD = `SELECT entity.id FROM (SELECT entity_id FROM name_weight LIMIT ${READ}) AS told
  CROSS JOIN entity ON entity.id = told.entity_id WHERE entity.merged_into IS NULL LIMIT ?`;
const ANY = 'SELECT id FROM entity WHERE merged_into IS NULL LIMIT ?';

/** Entities worth showing before anything is typed: those people here ask for most, then those with the most claims. */
export function popularIds(database: Database, kinds: string | null, limit: number): readonly number[] {
  const ids = new Set<number>();
  const add = (sql: string, ...parameters: (string | number | null)[]): void => {
    if (ids.size >= limit) return;
    for (const { id } of database.all<{ id: number }>(sql, ...parameters)) {
      if (ids.size < limit) ids.add(id);
    }
  };
  add(MOST_ASKED, kinds, kinds, limit);
  add(MOST_TOLD, kinds, kinds, limit);
  if (kinds !== null) add(TOLD_OF_KINDS, kinds, limit);
  else {
    add(ANY_TOLD, limit * 2);
    add(ANY, limit * 2);
  }
  return [...ids];
}
