import { foldedNames } from '../../../src/lorebook/find/entity-names.ts';
import { indexedNames } from '../../../src/lorebook/find/name-text.ts';
import { rebuildFindings } from '../../../src/lorebook/findings/refresh.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { wordsOf } from '../../../src/lorebook/text/words.ts';

const LIVE_ENTITY = 'SELECT id FROM entity WHERE merged_into IS NULL';
const LIVE_CLAIM = 'SELECT id FROM claim WHERE retracted_by IS NULL';

/** Everything that stands in a lorebook, row by row; what was set aside or retracted is not there. */
const STANDING: Readonly<Record<string, string>> = {
  settings: 'SELECT * FROM setting ORDER BY name',
  entities: 'SELECT * FROM entity WHERE merged_into IS NULL ORDER BY id',
  merged: 'SELECT id, merged_into FROM entity WHERE merged_into <> id ORDER BY id',
  aliases: `SELECT * FROM alias WHERE entity_id IN (${LIVE_ENTITY}) ORDER BY entity_id, folded`,
  works: `SELECT * FROM work WHERE is_set_aside = 0 AND entity_id IN (${LIVE_ENTITY}) ORDER BY entity_id`,
  timelines: 'SELECT * FROM continuity WHERE is_set_aside = 0 ORDER BY id',
  accounts: 'SELECT * FROM account WHERE is_set_aside = 0 ORDER BY id',
  predicates: 'SELECT * FROM predicate WHERE is_set_aside = 0 ORDER BY id',
  claims: 'SELECT * FROM claim WHERE retracted_by IS NULL ORDER BY id',
  qualifiers: `SELECT * FROM qualifier WHERE claim_id IN (${LIVE_CLAIM}) ORDER BY claim_id, position`,
  citations: `SELECT * FROM citation WHERE claim_id IN (${LIVE_CLAIM}) ORDER BY claim_id, position`,
  rulings: 'SELECT id, finding_id, kind, claim_id, note, sides FROM ruling WHERE revoked_by IS NULL ORDER BY id',
  filed: 'SELECT id, title, why, severity FROM filed_conflict WHERE withdrawn_by IS NULL ORDER BY id',
  findings: 'SELECT * FROM finding ORDER BY id',
  findingClaims: 'SELECT * FROM finding_claim ORDER BY finding_id, claim_id',
};

export function standingRows({ database }: Lorebook): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(STANDING).map(([name, sql]) => [name, database.all(sql).map((row) => JSON.stringify(row))]),
  );
}

/** What does not hang together: nothing, in a lorebook that is as it should be. */
export function contradictions(lorebook: Lorebook): readonly string[] {
  return [...lostReferences(lorebook), ...staleFindings(lorebook), ...staleIndexes(lorebook)];
}

/** Things that stand and name what was set aside. */
const LOST: readonly (readonly [string, string])[] = [
  ['subject', `SELECT id FROM claim WHERE retracted_by IS NULL AND subject_id NOT IN (${LIVE_ENTITY})`],
  [
    'object',
    `SELECT id FROM claim WHERE retracted_by IS NULL AND object_id IS NOT NULL AND object_id NOT IN (${LIVE_ENTITY})`,
  ],
  [
    'detail',
    `SELECT claim_id AS id FROM qualifier WHERE claim_id IN (${LIVE_CLAIM}) AND entity_id IS NOT NULL
      AND entity_id NOT IN (${LIVE_ENTITY})`,
  ],
  ['work', `SELECT claim_id AS id FROM citation WHERE claim_id IN (${LIVE_CLAIM}) AND work_id NOT IN (${LIVE_ENTITY})`],
  [
    'timeline',
    `SELECT id FROM claim WHERE retracted_by IS NULL
      AND continuity_id NOT IN (SELECT id FROM continuity WHERE is_set_aside = 0)`,
  ],
  [
    'account',
    `SELECT id FROM claim WHERE retracted_by IS NULL
      AND account_id NOT IN (SELECT id FROM account WHERE is_set_aside = 0)`,
  ],
  [
    'predicate',
    `SELECT id FROM claim WHERE retracted_by IS NULL
      AND predicate_id NOT IN (SELECT id FROM predicate WHERE is_set_aside = 0)`,
  ],
  [
    'home',
    `SELECT id FROM entity WHERE merged_into IS NULL AND continuity_id IS NOT NULL
      AND continuity_id NOT IN (SELECT id FROM continuity WHERE is_set_aside = 0)`,
  ],
  [
    'counterpart',
    `SELECT id FROM entity WHERE merged_into IS NULL AND counterpart_id IS NOT NULL
      AND counterpart_id NOT IN (${LIVE_ENTITY})`,
  ],
  [
    'parent',
    `SELECT id FROM continuity WHERE is_set_aside = 0 AND parent_id IN (SELECT id FROM continuity WHERE is_set_aside = 1)`,
  ],
  ['own entity', `SELECT id FROM continuity WHERE is_set_aside = 0 AND entity_id NOT IN (${LIVE_ENTITY})`],
  [
    'merged into nothing',
    `SELECT id FROM entity WHERE merged_into IN (SELECT id FROM entity WHERE merged_into = id) AND merged_into <> id`,
  ],
];

function lostReferences({ database }: Lorebook): readonly string[] {
  return LOST.flatMap(([what, sql]) =>
    database.all<{ id: number }>(sql).map(({ id }) => `${what} of ${id} was set aside`),
  );
}

function staleFindings({ database }: Lorebook): readonly string[] {
  const read = (): string => JSON.stringify(database.all('SELECT * FROM finding ORDER BY id'));
  const kept = read();
  let anew = '';
  try {
    database.transaction(() => {
      rebuildFindings(database);
      anew = read();
      throw new Error('only to look');
    });
  } catch {
    // Taken back.
  }
  return kept === anew ? [] : [`findings differ from a rebuild: ${kept} instead of ${anew}`];
}

function staleIndexes({ database }: Lorebook): readonly string[] {
  const problems: string[] = [];
  for (const { id } of database.all<{ id: number }>('SELECT id FROM entity')) {
    const indexed = [...indexedNames(database, id)].sort().join();
    const wanted = [...foldedNames(database, id)].sort().join();
    if (indexed !== wanted) problems.push(`entity ${id} is indexed as ${indexed} instead of ${wanted}`);
  }
  const rows = database.all<{ id: number; statement: string; gone: number | null }>(
    'SELECT id, statement, retracted_by AS gone FROM claim',
  );
  const indexed = new Set(database.all<{ id: number }>('SELECT rowid AS id FROM statement_text').map(({ id }) => id));
  for (const { id, statement, gone } of rows) {
    const wanted = gone === null && wordsOf(statement).length > 0;
    if (indexed.has(id) !== wanted) problems.push(`statement ${id} ${wanted ? 'cannot be found' : 'is found still'}`);
  }
  return problems;
}
