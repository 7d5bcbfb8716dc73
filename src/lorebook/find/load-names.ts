import type { Database } from '../database.ts';
import { GRAM_CODES } from './grams.ts';
import { codesOf } from './index-entity.ts';
import { setIndexedNames } from './name-text.ts';
import { postingsOf } from './postings.ts';

/** Postings held before they are written: bounds the memory of a load, whatever its size. */
const HELD = 4_000_000;
const NONE = -1;

/** Indexes many entities at once; they are all found after `end`. */
export interface NameLoad {
  /** All folded names of one entity that is not in the index yet, its own first. Fastest in the order of ids. */
  add(entityId: number, foldedNames: readonly string[]): void;
  /** Writes what is still held. */
  end(): void;
}

/**
 * For loading names in bulk: insert an entity's rows, hand its folded names to `add`, and call `end` after the last,
 * all in one transaction. Rows go in nearly twice as fast when some ten thousand at a time are first sorted by their
 * folded name: the indexes of `entity` are then filled leaf by leaf.
 */
export function beginNameLoad(database: Database, held: number = HELD): NameLoad {
  const postings = postingsOf(database, 'name_gram');
  // A chain of ids for each code, the latest first: arrays of numbers, which grow no objects.
  const latest = new Int32Array(GRAM_CODES).fill(NONE);
  const earlier = new Int32Array(held);
  const ids = new Int32Array(held);
  let count = 0;
  const flush = (): void => {
    // In the order of the codes, which is that of the keys: neighbouring pages are written together.
    for (let code = 0; code < GRAM_CODES; code += 1) {
      const chain: number[] = [];
      for (let at = latest[code] ?? NONE; at !== NONE; at = earlier[at] ?? NONE) chain.push(ids[at] ?? 0);
      if (chain.length > 0)
        postings.addAll(
          code,
          chain.sort((a, b) => a - b),
        );
    }
    latest.fill(NONE);
    count = 0;
  };
  return {
    add: (entityId, foldedNames) => {
      setIndexedNames(database, entityId, foldedNames);
      const codes = codesOf(foldedNames);
      if (count + codes.length > held) flush();
      for (const code of codes) {
        earlier[count] = latest[code] ?? NONE;
        ids[count] = entityId;
        latest[code] = count;
        count += 1;
      }
    },
    end: flush,
  };
}

const PAGE = 5_000;
const ENTITIES = `SELECT id, folded FROM entity WHERE id > ? AND merged_into IS NULL ORDER BY id LIMIT ?`;
const ALIASES = `SELECT entity_id AS id, folded FROM alias WHERE entity_id > ? AND entity_id <= ?`;

/** Indexes all entities above an id, none of which is in the index yet. */
export function loadNamesAfter(database: Database, id: number): void {
  const load = beginNameLoad(database);
  for (let last = id; ; ) {
    const page = database.all<{ id: number; folded: string }>(ENTITIES, last, PAGE);
    const end = page.at(-1)?.id;
    if (end === undefined) break;
    const names = new Map(page.map((row) => [row.id, [row.folded]]));
    for (const alias of database.all<{ id: number; folded: string }>(ALIASES, last, end)) {
      names.get(alias.id)?.push(alias.folded);
    }
    for (const [entity, folded] of names) load.add(entity, folded);
    last = end;
  }
  load.end();
}
