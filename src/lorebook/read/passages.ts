import type { AccountId, ContinuityId, EntityId } from '../../lore/ids.ts';
import type { Passage } from '../../lore/passage.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';
import { wordsOf } from '../text/words.ts';

interface PassageRow {
  readonly id: number;
  readonly account_id: number;
  readonly file: string;
  readonly page: string;
  readonly line: number | null;
  readonly section: string;
  readonly text: string;
  readonly continuity_id: number | null;
  readonly marks: string;
}

const COLUMNS = `passage.id, passage.account_id, passage.file, passage.page, passage.line, passage.section, passage.text,
  passage.continuity_id, passage.marks`;
const LIVE = 'passage.set_aside_by IS NULL';
const BY_ID = `SELECT ${COLUMNS} FROM passage WHERE id = ? AND ${LIVE}`;
const OF_ENTITY = `SELECT ${COLUMNS} FROM passage_entity
  JOIN passage ON passage.id = passage_entity.passage_id
  WHERE passage_entity.entity_id = ? AND ${LIVE} ORDER BY passage_entity.is_page DESC, passage.id LIMIT ?`;
const OF_ACCOUNT = `SELECT ${COLUMNS} FROM passage WHERE account_id = ? AND id > ? AND ${LIVE} ORDER BY id LIMIT ?`;
const ENTITIES = `SELECT COALESCE(entity.merged_into, entity.id) AS id, is_page FROM passage_entity
  JOIN entity ON entity.id = passage_entity.entity_id WHERE passage_id = ? ORDER BY is_page DESC, entity.id`;
const MATCHING = `SELECT rowid AS id FROM passage_text WHERE passage_text MATCH ? ORDER BY rowid LIMIT ?`;
const RULES = 'SELECT name, rule FROM import_mapping ORDER BY name';
const COUNT = `SELECT COUNT(*) AS n FROM passage WHERE ${LIVE}`;

/** Ranking costs per passage, so only so many are ranked. */
const RANKED = 300;
/** Words that a question is made of and a passage need not hold. */
const SHORTEST_WORD = 3;

/** What accounts say in their own words, and how outside sources are read. */
export function passageReader(database: Database) {
  const full = (row: PassageRow): Passage => {
    const marks = storedJson(row.marks) as Pick<Passage, 'dates' | 'citations'>;
    const named = database.all<{ id: EntityId; is_page: number }>(ENTITIES, row.id);
    return {
      id: row.id,
      account: row.account_id as AccountId,
      file: row.file,
      page: row.page,
      line: row.line,
      section: row.section,
      text: row.text,
      continuity: row.continuity_id as ContinuityId | null,
      about: named.find((one) => one.is_page === 1)?.id ?? null,
      entities: named.map(({ id }) => id),
      dates: marks.dates ?? [],
      citations: marks.citations ?? [],
    };
  };
  const byId = (id: number): Passage | undefined => {
    const row = database.get<PassageRow>(BY_ID, id);
    return row === undefined ? undefined : full(row);
  };
  return {
    importRules: (): Readonly<Record<string, unknown>> =>
      Object.fromEntries(
        database.all<{ name: string; rule: string }>(RULES).map(({ name, rule }) => [name, storedJson(rule)]),
      ),
    passage: byId,
    passageCount: (): number => database.get<{ n: number }>(COUNT)?.n ?? 0,
    passagesAbout: (entity: EntityId, limit: number): readonly Passage[] =>
      database.all<PassageRow>(OF_ENTITY, entity, limit).map(full),
    passagesOfAccount: (account: AccountId, after: number, limit: number): readonly Passage[] =>
      database.all<PassageRow>(OF_ACCOUNT, account, after, limit).map(full),
    passagesByText: (text: string, limit: number): readonly Passage[] => {
      const words = [...new Set(wordsOf(text))];
      const wanted = words.filter((word) => word.length >= SHORTEST_WORD);
      const terms = wanted.length > 0 ? wanted : words;
      if (terms.length === 0) return [];
      const match = terms.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');
      const found = database.all<{ id: number }>(MATCHING, match, RANKED).flatMap(({ id }) => byId(id) ?? []);
      return found
        .map((passage) => ({ passage, score: scoreOf(passage, words) }))
        .sort((a, b) => b.score - a.score || a.passage.id - b.passage.id)
        .slice(0, limit)
        .map(({ passage }) => passage);
    },
  };
}

/** Words that stand next to each other weigh more, in a short passage more than in a long one. */
function scoreOf(passage: Passage, words: readonly string[]): number {
  const text = wordsOf(passage.text);
  const wanted = new Set(words);
  let hits = 0;
  let together = 0;
  for (const [at, word] of text.entries()) {
    if (!wanted.has(word)) continue;
    hits += 1;
    const before = words.indexOf(word) - 1;
    if (before >= 0 && text[at - 1] === words[before]) together += 2;
  }
  return (Math.min(hits, words.length * 2) + together) / (1 + text.length / 80);
}
