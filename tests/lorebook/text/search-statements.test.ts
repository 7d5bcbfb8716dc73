import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lorebook/database.ts';
import { beginStatementLoad, indexStatement, unindexStatement } from '../../../src/lorebook/text/index-statement.ts';
import { searchStatements } from '../../../src/lorebook/text/search-statements.ts';
import { addClaim, emptyLorebook, insertEntity, readyForClaims } from '../find/names-in.ts';

const STATEMENTS = [
  'Worf was Regent of the Klingon-Cardassian Alliance.',
  'Benjamin Sisko led the Terran Rebellion until 2371.',
  "The Fall of Ardent ended the siege of Qo'noS.",
  '地球連邦は強い',
  'Intendant Kira ruled Terok Nor for the Alliance.',
  'The Alliance, it is said, was never ruled by a regent before Worf of the house of Mogh came to it.',
];

function lorebookOfStatements(statements: readonly string[]): { database: Database; ids: number[] } {
  const database = emptyLorebook();
  readyForClaims(database);
  const subject = insertEntity(database, { name: 'Subject' });
  const ids = statements.map((statement) => {
    const id = addClaim(database, subject, statement);
    indexStatement(database, id, statement);
    return id;
  });
  return { database, ids };
}

describe('searching statements', () => {
  const { database, ids } = lorebookOfStatements(STATEMENTS);
  const found = (text: string) => searchStatements(database, text, 10).claimIds.map((id) => ids.indexOf(id));

  it.each([
    ['regent', [0, 5]],
    ['Regent Alliance', [0, 5]],
    ['qonos', [2]],
    ['QO’NOS', [2]],
    ['球連', [3]],
    ['rebel', [1]],
    ['kira', [4]],
    ['terok nor', [4]],
    ['Kira xylophone', [4]],
    ['zzzz', []],
    ['', []],
    ['"', []],
    ['Ardent NEAR(', [2]],
    ['"fall" OR', [2]],
    ['worf -regent', [0, 5]],
    ["'; DROP TABLE claim", []],
  ])('finds for %j statements %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('reads an unknown word as the nearest one and says so', () => {
    const { claimIds, corrected } = searchStatements(database, 'Sysko rebelion', 10);
    expect(claimIds).toEqual([ids[1]]);
    expect(corrected).toEqual([
      { typed: 'Sysko', read: 'Sisko' },
      { typed: 'rebelion', read: 'rebellion' },
    ]);
  });

  it('gives no more than the limit', () => {
    expect(searchStatements(database, 'alliance', 2).claimIds).toHaveLength(2);
  });
});

describe('the index of statements', () => {
  it('forgets what was taken out, its words too', () => {
    const { database, ids } = lorebookOfStatements(STATEMENTS);
    unindexStatement(database, ids[1] ?? 0, STATEMENTS[1] ?? '');
    unindexStatement(database, ids[1] ?? 0, STATEMENTS[1] ?? '');
    expect(searchStatements(database, 'Sisko', 10)).toEqual({ claimIds: [], corrected: [] });
    expect(database.get(`SELECT claims FROM statement_word WHERE word = 'sisko'`)).toBeUndefined();
    expect(database.get(`SELECT claims FROM statement_word WHERE word = 'the'`)).toEqual({ claims: 4 });
    indexStatement(database, ids[1] ?? 0, STATEMENTS[1] ?? '');
    indexStatement(database, ids[1] ?? 0, STATEMENTS[1] ?? '');
    expect(searchStatements(database, 'Sysko', 10).claimIds).toEqual([ids[1]]);
    expect(database.get(`SELECT claims FROM statement_word WHERE word = 'the'`)).toEqual({ claims: 5 });
  });

  it('is the same loaded in bulk', () => {
    const { database: single } = lorebookOfStatements(STATEMENTS);
    const { database: bulk, ids } = lorebookOfStatements([]);
    const subject = 1;
    const load = beginStatementLoad(bulk);
    for (const statement of STATEMENTS) load.add(addClaim(bulk, subject, statement), statement);
    load.end();
    const words = 'SELECT word, claims FROM statement_word ORDER BY word';
    expect(bulk.all(words)).toEqual(single.all(words));
    expect(ids).toEqual([]);
    expect(searchStatements(bulk, 'sysko', 5).claimIds).toHaveLength(1);
  });
});
