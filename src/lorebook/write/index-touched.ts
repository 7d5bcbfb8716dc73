import type { Database } from '../database.ts';
import { indexEntity } from '../find/index-entity.ts';
import { loadNamesAfter } from '../find/load-names.ts';
import { indexNewPassages, reindexPassages } from '../text/index-passages.ts';
import { beginStatementLoad, indexStatement, unindexStatement } from '../text/index-statement.ts';
import type { Touched } from './touched.ts';

/** Fewer new names than this are indexed one by one, which costs less than opening a load. */
const FEW = 2_000;
const PAGE = 5_000;
const NEW_ENTITIES = 'SELECT id FROM entity WHERE id > ? ORDER BY id LIMIT ?';
const NEW_STATEMENTS = `SELECT id, statement FROM claim WHERE id > ? ORDER BY id LIMIT ?`;
const CHANGED_STATEMENTS = `SELECT id, statement, retracted_by AS gone FROM claim WHERE id BETWEEN ? AND ?
  AND statement <> '' ORDER BY id`;
const NEW_COUNT = 'SELECT COUNT(*) AS n FROM entity WHERE id > ?';

/** Makes what a transaction wrote findable: names and statements. Runs inside that transaction. */
export function indexTouched(database: Database, touched: Touched): void {
  for (const id of new Set([...touched.entities, ...touched.names])) {
    if (id <= touched.lastEntityBefore) indexEntity(database, id);
  }
  const fresh = database.get<{ n: number }>(NEW_COUNT, touched.lastEntityBefore)?.n ?? 0;
  if (fresh <= FEW) {
    for (const { id } of pages<{ id: number }>(database, NEW_ENTITIES, touched.lastEntityBefore))
      indexEntity(database, id);
  } else loadNamesAfter(database, touched.lastEntityBefore);
  for (const { first, last } of touched.claimRanges) {
    const rows = database.all<{ id: number; statement: string; gone: number | null }>(CHANGED_STATEMENTS, first, last);
    for (const { id, statement, gone } of rows) {
      if (gone === null) indexStatement(database, id, statement);
      else unindexStatement(database, id, statement);
    }
  }
  for (const range of touched.passageRanges) reindexPassages(database, range);
  indexNewPassages(database, touched.lastBefore.get('passage') ?? 0);
  const statements = beginStatementLoad(database);
  for (const claim of pages<{ id: number; statement: string }>(database, NEW_STATEMENTS, touched.lastClaimBefore)) {
    if (claim.statement !== '') statements.add(claim.id, claim.statement);
  }
  statements.end();
}

function* pages<Row extends { readonly id: number }>(database: Database, sql: string, after: number): Generator<Row> {
  for (let last = after; ; ) {
    const page = database.all<Row>(sql, last, PAGE);
    yield* page;
    const end = page.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}
