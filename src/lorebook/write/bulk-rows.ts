import type { Database } from '../database.ts';

/** Fewer new rows than this are indexed one by one. */
const MANY = 20_000;

const INDEXES = `SELECT name, sql FROM sqlite_schema
  WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL AND sql NOT LIKE 'CREATE UNIQUE%' ORDER BY name`;
const TRIGGER = `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?`;
const LAST_ENTITY = 'SELECT MAX(id) AS id FROM entity';
const LAST_CLAIM = 'SELECT MAX(id) AS id FROM claim';

/** Asked while names are resolved, so they are kept up row by row. */
const ASKED: ReadonlySet<string> = new Set(['entity_by_folded']);
const WEIGHING = ['claim_weighs_subject', 'claim_weighs_object'] as const;
const WEIGH = `INSERT INTO name_weight(entity_id, claims, tier)
  SELECT entity_id, COUNT(*), COUNT(*) FROM (
    SELECT subject_id AS entity_id FROM claim WHERE id > ? AND retracted_by IS NULL
    UNION ALL
    SELECT object_id FROM claim WHERE id > ? AND retracted_by IS NULL AND object_id IS NOT NULL
  ) GROUP BY entity_id ORDER BY entity_id
  ON CONFLICT(entity_id) DO UPDATE SET claims = claims + excluded.claims, tier = claims + excluded.claims`;

interface Definition {
  readonly name: string;
  readonly sql: string;
}

/** Counts the rows a transaction adds to a table; from many on, what follows each row is done for all of them at its end. */
export interface BulkRows {
  added(): void;
  /** Does what was put off; call it before anything is read by what the table's indexes hold. */
  end(): void;
}

/**
 * A table that at least doubles in one transaction gets its indexes anew at the end: sorted once, they cost a third of
 * what a million insertions in random places do, and no cache of pages has to hold them meanwhile.
 */
export function bulkRows(database: Database, table: 'claim' | 'entity', many = MANY): BulkRows {
  let count = 0;
  let putOff: { readonly after: number; readonly made: readonly Definition[] } | null = null;
  let begins = many;
  const lastId = (): number =>
    database.get<{ id: number | null }>(table === 'claim' ? LAST_CLAIM : LAST_ENTITY)?.id ?? 0;
  const putOffRest = (): void => {
    const last = lastId();
    if (last > count * 2) {
      // So far this is a small part of the table.
      begins = last - count;
      return;
    }
    const indexes = database.all<Definition>(INDEXES, table).filter(({ name }) => !ASKED.has(name));
    const triggers = table === 'claim' ? WEIGHING.flatMap((name) => database.all<Definition>(TRIGGER, name)) : [];
    for (const { name } of indexes) database.run(`DROP INDEX ${name}`);
    for (const { name } of triggers) database.run(`DROP TRIGGER ${name}`);
    putOff = { after: last, made: [...indexes, ...triggers] };
  };
  return {
    added: () => {
      count += 1;
      if (count >= begins && putOff === null) putOffRest();
    },
    end: () => {
      if (putOff === null) return;
      const { after, made } = putOff;
      putOff = null;
      begins = Number.POSITIVE_INFINITY;
      if (table === 'claim') database.run(WEIGH, after, after);
      for (const { sql } of made) database.run(sql);
    },
  };
}
