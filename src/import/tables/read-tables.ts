import { CLAIM_COLUMNS, type ClaimCells } from '../../lore/intake/claim-columns.ts';
import { type Predicate, type PredicateCatalogue, predicateCatalogue } from '../../lore/predicate.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type Place, REF } from '../gathered.ts';
import { type Mapping, type RecordRule, recordKey } from '../mapping/mapping.ts';
import { newPredicates } from '../mapping/new-predicates.ts';
import type { Survey } from '../mapping/survey.ts';
import { guessTables } from './guess-tables.ts';
import { cellText, type OpenTable } from './open-table.ts';
import { RowReader } from './read-row.ts';
import { type SurveyedTable, surveyTables } from './survey-tables.ts';

export interface TableOptions {
  readonly calendar: Calendar;
  readonly predicates: PredicateCatalogue;
  readonly mapping: Mapping;
  readonly onProgress?: (rows: number) => void;
}

export interface TableCounts {
  rows: number;
  tables: number;
}

export interface TableReading {
  readonly gathered: Generator<Gathered>;
  /** Known once the first thing was gathered. */
  readonly mapping: () => Mapping;
  readonly predicates: () => readonly Predicate[];
  readonly counts: TableCounts;
}

const PROGRESS_EVERY = 5_000;

/**
 * Reads tables with any columns, as one account: rows become things, cells claims, by the mapping. Tables that point at
 * each other by ids are joined. A table of claims in bulk (subject, predicate, value) is taken as it is.
 */
export function readTables(tables: readonly OpenTable[], options: TableOptions): TableReading {
  const counts: TableCounts = { rows: 0, tables: tables.length };
  let mapping = options.mapping;
  let fresh: readonly Predicate[] = [];
  function* gather(): Generator<Gathered> {
    const survey: Survey = new Map();
    const surveyed = surveyTables(tables, survey, options.calendar);
    const bulk = surveyed.filter(isBulk);
    const others = surveyed.filter((table) => !isBulk(table));
    for (const { name } of bulk) survey.delete(recordKey('table', name));
    mapping = guessTables(others, survey, options.mapping, options.predicates);
    fresh = newPredicates(mapping, options.predicates);
    const predicates = predicateCatalogue([...options.predicates.all, ...fresh]);
    const joined = new JoinedTables(others, mapping, predicates, options.calendar);
    for (const table of joined.withNames) yield* each(table, joined.reader(table).thing, true);
    for (const table of others) yield* each(table, joined.reader(table).claims, !joined.withNames.includes(table));
    for (const table of bulk) yield* each(table, bulkClaim, true);
  }
  // A table may be gone through twice: its rows are counted, and bad ones told, the first time.
  function* each(table: SurveyedTable, read: RowHandler, isFirst: boolean): Generator<Gathered> {
    let done = 0;
    for (const row of table.rows()) {
      done += 1;
      if (isFirst) counts.rows += 1;
      if (done % PROGRESS_EVERY === 0) options.onProgress?.(counts.rows + (isFirst ? 0 : done));
      const place: Place = { file: table.file, line: row.line };
      if ('fault' in row) {
        if (!isFirst) continue;
        const reason = row.fault.kind === 'unreadable-row' ? row.fault.why : row.fault.kind;
        yield { kind: 'left-out', place, reason: importReasons.unreadableRow(reason) };
      } else yield* read(row.cells, place);
    }
  }
  return { gathered: gather(), mapping: () => mapping, predicates: () => fresh, counts };
}

type RowHandler = (cells: Readonly<Record<string, unknown>>, place: Place) => Iterable<Gathered>;

/** The tables of one account, and what their rows are called by each other. */
class JoinedTables {
  /** Those whose rows are things. */
  readonly withNames: readonly SurveyedTable[];
  readonly #readers = new Map<string, RowReader>();

  constructor(tables: readonly SurveyedTable[], mapping: Mapping, predicates: PredicateCatalogue, calendar: Calendar) {
    const ruleOf = ({ name }: SurveyedTable): RecordRule | undefined => mapping.records[recordKey('table', name)];
    const usesOf = (table: SurveyedTable) => Object.values(ruleOf(table)?.fields ?? {}).map(({ use }) => use);
    const pointed = new Set(
      tables.flatMap((table) => usesOf(table).flatMap((use) => (use.as === 'id-of' ? [use.record] : []))),
    );
    const names = new Map<string, Map<string, string>>();
    for (const table of tables) {
      const rule = ruleOf(table);
      if (rule === undefined) continue;
      this.#readers.set(
        table.name,
        new RowReader({
          table,
          rule,
          predicates,
          calendar,
          names,
          isPointedAt: pointed.has(recordKey('table', table.name)),
        }),
      );
    }
    this.withNames = tables.filter(
      (table) => usesOf(table).some(({ as }) => as === 'name') || usesOf(table).some(({ as }) => as === 'id'),
    );
    // Other names often stand in a table of their own, and some rows have no name but those.
    const aliasTables = tables.filter(
      (table) => !this.withNames.includes(table) && usesOf(table).some(({ as }) => as === 'alias'),
    );
    for (const table of aliasTables) this.reader(table).learnNames(table);
    for (const table of this.withNames) {
      if (ruleOf(table)?.kind === 'office' || pointed.has(recordKey('table', table.name)))
        this.reader(table).learnOwnNames(table);
    }
  }

  reader({ name }: SurveyedTable): RowReader {
    const reader = this.#readers.get(name);
    if (reader === undefined) throw new Error(`no rule for the table ${name}`);
    return reader;
  }
}

function isBulk({ columns }: SurveyedTable): boolean {
  return ['subject', 'predicate', 'value'].every((column) => columns.includes(column));
}

/** A row of claims in bulk. */
function* bulkClaim(cells: Readonly<Record<string, unknown>>, place: Place): Generator<Gathered> {
  const known: Record<string, string> = {};
  for (const column of CLAIM_COLUMNS) {
    const text = cellText(cells[column]);
    // The sign that stands for the source's own names is nobody's to write.
    if (text !== '') known[column] = text.replaceAll(REF, '');
  }
  yield { kind: 'claim', place, cells: known as ClaimCells };
}
