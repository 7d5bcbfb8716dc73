import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/lorebook/database.ts';
import { beginStatementLoad } from '../../src/lorebook/text/index-statement.ts';
import { searchStatements } from '../../src/lorebook/text/search-statements.ts';
import { openBench } from './engines/ours.ts';
import { nameCorpus } from './name-corpus.ts';
import { type Chance, chance } from './seeded.ts';
import { figure, percentile, table } from './statistics.ts';

const VERBS =
  'led fought signed betrayed captured founded left joined ruled besieged freed visited feared praised'.split(' ');
const COMMON = 'the of and in at for with from after before during against'.split(' ');
const QUERIES = 200;

/** Search over as many statements, made of the corpus of names and common words; plain FTS5 beside it. */
export function printStatements(size: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
  try {
    const { database, close } = openBench(folder);
    const names = nameCorpus(20_000);
    const buildMs = timed(() => database.transaction(() => load(database, names, size)));
    console.log(`\n## ${size.toLocaleString('en')} statements, loaded in ${figure(buildMs / 1000)} s\n`);
    console.log(table(['query', 'p50 ms', 'p99 ms'], measuredRows(database, names)));
    close();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function measuredRows(database: Database, names: readonly string[]): string[][] {
  const random = chance(3);
  const word = (): string => random.pick(random.pick(names).split(' '));
  const kinds: readonly (readonly [string, () => string])[] = [
    ['a word of a name', word],
    ['a name and a common word', () => `${random.pick(names)} the`],
    ['one common word', () => random.pick(COMMON)],
    ['two common words', () => `${random.pick(COMMON)} ${random.pick(VERBS)}`],
    ['a misspelt name', () => random.pick(names).replace(/(.)(.)$/u, '$2$1')],
    ['five words that never stand together', () => [word(), word(), word(), 'the', random.pick(VERBS)].join(' ')],
  ];
  const rows = kinds.map(([title, query]) => [title, ...times(query, (text) => searchStatements(database, text, 10))]);
  const ranked = `SELECT rowid FROM statement_text WHERE statement_text MATCH ? ORDER BY rank LIMIT 10`;
  const or = (): string => [word(), word(), word(), 'the', random.pick(VERBS)].map((one) => `"${one}"`).join(' OR ');
  return [...rows, ['the last as plain ranked OR of FTS5', ...times(or, (text) => database.all(ranked, text), 30)]];
}

function times(query: () => string, search: (text: string) => unknown, count = QUERIES): string[] {
  const ms = Array.from({ length: count }, () => {
    const text = query();
    return timed(() => search(text));
  });
  return [figure(percentile(ms, 0.5)), figure(percentile(ms, 0.99))];
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function load(database: Database, names: readonly string[], size: number): void {
  const random = chance(2);
  database.run(`INSERT INTO entity(slug, name, folded, kind) VALUES ('time', 'Time', 'time', 'continuity')`);
  database.run(`INSERT INTO continuity(slug, name, entity_id) VALUES ('time', 'Time', 1)`);
  database.run(`INSERT INTO account(slug, title) VALUES ('teller', 'Teller')`);
  database.run(`INSERT INTO predicate(id, value_kind, cardinality, temporal) VALUES ('said', 'text', 'n', 'timeless')`);
  const loading = beginStatementLoad(database);
  for (let at = 0; at < size; at += 1) {
    const statement = sentence(names, random);
    loading.add(database.run(CLAIM, statement).lastId, statement);
  }
  loading.end();
}

const CLAIM = `INSERT INTO claim(account_id, continuity_id, subject_id, predicate_id, value_kind, statement)
  VALUES (1, 1, 1, 'said', 'none', ?)`;

function sentence(names: readonly string[], random: Chance): string {
  const words = [random.pick(names), random.pick(VERBS), random.pick(names)];
  for (let at = 0; at < 4; at += 1) words.push(random.pick(COMMON), random.pick(names));
  return `${words.join(' ')}.`;
}
