import type { Entity } from '../../lore/entity.ts';
import type { EntityId } from '../../lore/ids.ts';
import type { LorebookCounts, NamedEntity } from '../../lore/reader.ts';
import type { Database } from '../database.ts';
import { ENTITY_COLUMNS, type EntityRow, toEntity } from '../rows/entity-row.ts';

const BY_ID = `SELECT ${ENTITY_COLUMNS}, merged_into FROM entity WHERE id = ?`;
const BY_SLUG = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE slug = ? AND merged_into IS NULL`;
const BY_KIND = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE kind = ? AND merged_into IS NULL ORDER BY id LIMIT ?`;
const ALIASES = 'SELECT text FROM alias WHERE entity_id = ? ORDER BY text';
// CROSS JOIN: one look into the index for each text, whatever the planner thinks of the list.
const NAMED = `SELECT wanted.value AS called, ${ENTITY_COLUMNS} FROM json_each(?) AS wanted
  CROSS JOIN entity ON entity.folded = wanted.value WHERE entity.merged_into IS NULL LIMIT ?`;
const NAMED_BY_ALIAS = `SELECT wanted.value AS called, ${ENTITY_COLUMNS} FROM json_each(?) AS wanted
  CROSS JOIN alias ON alias.folded = wanted.value
  CROSS JOIN entity ON entity.id = alias.entity_id WHERE entity.merged_into IS NULL LIMIT ?`;
// Those that point at it, the one it points at, and those that point where it points.
const COUNTERPARTS = `SELECT ${ENTITY_COLUMNS} FROM entity
  JOIN entity AS self ON self.id = ?
  WHERE entity.merged_into IS NULL AND entity.id <> self.id AND (
    entity.counterpart_id = self.id OR entity.id = self.counterpart_id OR entity.counterpart_id = self.counterpart_id
  ) ORDER BY entity.id`;
const SUBJECT_COUNT = 'SELECT COUNT(*) AS n FROM claim WHERE subject_id = ? AND retracted_by IS NULL';
const OBJECT_COUNT = 'SELECT COUNT(*) AS n FROM claim WHERE object_id = ? AND retracted_by IS NULL';
const COUNTERPART_OF = `SELECT ${ENTITY_COLUMNS} FROM entity AS self
  JOIN entity ON entity.id = self.counterpart_id WHERE self.id = ? AND entity.merged_into IS NULL`;
const ALL = `SELECT ${ENTITY_COLUMNS} FROM entity WHERE merged_into IS NULL ORDER BY id`;
// Any entity with a claim, starting from a point of the id range; wraps round at the end.
const AT_OR_AFTER = `SELECT ${ENTITY_COLUMNS} FROM entity
  WHERE id >= ? AND merged_into IS NULL AND kind NOT IN ('work', 'continuity')
    AND EXISTS (SELECT 1 FROM claim WHERE subject_id = entity.id AND retracted_by IS NULL) ORDER BY id LIMIT 1`;
const LAST_ID = 'SELECT MAX(id) AS id FROM entity';
const COUNTS = `SELECT
  (SELECT COUNT(*) FROM entity WHERE merged_into IS NULL) AS entities,
  (SELECT COUNT(*) FROM claim WHERE retracted_by IS NULL) AS claims,
  (SELECT COUNT(*) FROM account WHERE is_set_aside = 0) AS accounts,
  (SELECT COUNT(*) FROM work JOIN entity ON entity.id = work.entity_id
    WHERE entity.merged_into IS NULL AND work.is_set_aside = 0) AS works`;

/** Of a name that thousands bear, nobody needs them all. */
const MOST_NAMED = 500;

/** A chain of merges longer than this is a loop in a tampered file. */
const LONGEST_MERGE_CHAIN = 50;

export function entityReader(database: Database) {
  const entity = (id: EntityId): Entity | undefined => {
    let row = database.get<EntityRow & { merged_into: number | null }>(BY_ID, id);
    for (
      let step = 0;
      row?.merged_into != null && row.merged_into !== row.id && step < LONGEST_MERGE_CHAIN;
      step += 1
    ) {
      row = database.get(BY_ID, row.merged_into);
    }
    return row === undefined ? undefined : toEntity(row);
  };
  const one = (row: EntityRow | undefined): Entity | undefined => (row === undefined ? undefined : toEntity(row));

  return {
    entity,
    entityBySlug: (slug: string) => one(database.get<EntityRow>(BY_SLUG, slug)),
    named: (folded: readonly string[]): readonly NamedEntity[] => {
      const texts = JSON.stringify(folded);
      const rows = (sql: string, isAlias: boolean): NamedEntity[] =>
        database
          .all<EntityRow & { called: string }>(sql, texts, MOST_NAMED)
          .map((row) => ({ folded: row.called, entity: toEntity(row), isAlias }));
      return [...rows(NAMED, false), ...rows(NAMED_BY_ALIAS, true)];
    },
    entitiesOfKind: (kind: string, limit: number) => database.all<EntityRow>(BY_KIND, kind, limit).map(toEntity),
    aliases: (id: EntityId) => database.all<{ text: string }>(ALIASES, id).map((row) => row.text),
    counterparts: (id: EntityId) => database.all<EntityRow>(COUNTERPARTS, id).map(toEntity),
    counterpartOf: (id: EntityId) => one(database.get<EntityRow>(COUNTERPART_OF, id)),
    *eachEntity() {
      for (const row of database.iterate<EntityRow>(ALL)) yield toEntity(row);
    },
    claimCount: (id: EntityId) =>
      (database.get<{ n: number }>(SUBJECT_COUNT, id)?.n ?? 0) +
      (database.get<{ n: number }>(OBJECT_COUNT, id)?.n ?? 0),
    entityAt: (pick: number) => {
      const last = database.get<{ id: number | null }>(LAST_ID)?.id ?? 0;
      const from = 1 + Math.floor(pick * last);
      return one(database.get<EntityRow>(AT_OR_AFTER, from) ?? database.get<EntityRow>(AT_OR_AFTER, 0));
    },
    counts: () => database.get<LorebookCounts>(COUNTS) ?? { entities: 0, claims: 0, accounts: 0, works: 0 },
  };
}
