import type { Calendar } from '../../lore/time/calendar.ts';
import { type RecordStats, type Survey, surveyField, surveyRecord } from '../mapping/survey.ts';
import { cellText, type OpenTable } from './open-table.ts';

/** Rows that are looked at before a table is read. */
const LOOKED_AT = 2_000;

export interface SurveyedTable extends OpenTable {
  readonly stats: RecordStats;
  /** Columns in their order. */
  readonly columns: readonly string[];
}

/** Looks at the first rows of each table: its columns, and what stands in them. Throws ImportError. */
export function surveyTables(
  tables: readonly OpenTable[],
  survey: Survey,
  calendar: Calendar,
): readonly SurveyedTable[] {
  return tables.map((table) => {
    const stats = surveyRecord(survey, 'table', table.name);
    const columns = new Set<string>();
    for (const row of table.rows()) {
      if ('fault' in row) continue;
      stats.count += 1;
      if (stats.count > LOOKED_AT) break;
      for (const [column, value] of Object.entries(row.cells)) {
        if (column.trim() === '') continue;
        columns.add(column);
        surveyField(stats, column, { text: cellText(value), isLinks: false }, calendar);
      }
    }
    return { ...table, stats, columns: [...columns] };
  });
}
