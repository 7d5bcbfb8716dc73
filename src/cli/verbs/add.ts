import { findingJson } from '../../documents/finding-words.ts';
import { voiceOf } from '../../documents/voice.ts';
import { addClaims, type SavedAlready } from '../../edit/bulk/add-claims.ts';
import { addEntities, type EntityRowInput } from '../../edit/bulk/add-entities.ts';
import type { BatchOptions, BatchReport } from '../../edit/bulk/batch.ts';
import { claimRows } from '../../edit/bulk/claim-rows.ts';
import { ImportError } from '../../import/import-problem.ts';
import { type TableRow, tableRows } from '../../import/tables/table-rows.ts';
import { TableError } from '../../import/tables/text-chunks.ts';
import type { Finding } from '../../lore/finding.ts';
import { CLAIM_COLUMNS, ENTITY_COLUMNS } from '../../lore/intake/claim-columns.ts';
import type { Refusal } from '../../lore/permission.ts';
import type { Result } from '../../lore/result.ts';
import { importProblemText } from '../../messages/en/import.ts';
import { rights } from '../../messages/en/rights.ts';
import { rowFaultText, rowNoteText } from '../../messages/en/rows.ts';
import { terminal } from '../../messages/en/terminal.ts';
import { readArguments } from '../arguments.ts';
import { AT_TERMINAL, openFor } from '../open.ts';
import { type Outcome, UsageError } from '../outcome.ts';
import { tookSince } from './look-up.ts';
import type { Verb, VerbContext } from './verb.ts';

const USAGE =
  'lore add --file CLAIMS.csv --account TITLE [--dry-run] [--create] [--partial], or lore add --entities NAMES.csv';

/** Rows a person is shown; all of them stand in the JSON document. */
const MOST_SHOWN = 20;

export const add: Verb = {
  name: 'add',
  usage: USAGE,
  run: (argv, context) => {
    const { flags, switches } = readArguments(argv, {
      flags: ['file', 'account', 'entities'],
      switches: ['dry-run', 'create', 'partial'],
      mostWords: 0,
      usage: USAGE,
    });
    const options: BatchOptions = {
      canCreate: switches.has('create'),
      isPartial: switches.has('partial'),
      isDryRun: switches.has('dry-run'),
      ...(context.showsProgress ? { onProgress: (rows) => context.writeError(`\r${terminal.progress(rows)}`) } : {}),
    };
    const { file, entities } = flags;
    const account = flags.account?.trim() ?? '';
    if ((file === undefined) === (entities === undefined)) throw new UsageError(terminal.addNeeds, 'usage');
    if (file !== undefined && account === '') throw new UsageError(terminal.addNeeds, 'usage');
    const path = file ?? entities ?? '';
    const began = performance.now();
    const written = withTable(path, () => write(path, file === undefined ? null : account, options, context));
    if (!written.ok) {
      // Whoever is at the terminal may do everything, and nobody else does the same.
      if (written.problem.kind === 'saved-already') throw new Error('a batch was saved twice');
      throw new UsageError(rights.refused(written.problem, []), written.problem.kind);
    }
    const report = written.value;
    if (context.showsProgress) context.writeError('\r\u001b[K');
    return outcomeOf(report, path, options.isDryRun, tookSince(began));
  },
};

function write(
  path: string,
  account: string | null,
  options: BatchOptions,
  context: VerbContext,
): Result<BatchReport, Refusal | SavedAlready> {
  const lorebook = openFor(context.config, context.path);
  try {
    const target = { ...lorebook, by: AT_TERMINAL, at: Date.now() };
    if (account === null) return addEntities(target, entityRows(tableRows(path, ENTITY_COLUMNS)), options);
    const inWords = (finding: Finding) => {
      const { id, title, why } = findingJson(finding, voiceOf(lorebook.read));
      return { id, class: finding.class, title, why };
    };
    const rows = claimRows(tableRows(path, CLAIM_COLUMNS));
    return addClaims(target, account, rows, options.isDryRun ? { ...options, inWords } : options);
  } finally {
    lorebook.close();
  }
}

function withTable<T>(_path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(importProblemText(error.problem), error.problem.kind);
    if (error instanceof TableError) throw new UsageError(terminal.table(error.problem), error.problem.kind);
    throw error;
  }
}

function* entityRows(rows: Iterable<TableRow>): Generator<EntityRowInput> {
  for (const row of rows) {
    if ('fault' in row) yield row;
    else {
      const cells: Record<string, string> = {};
      for (const column of ENTITY_COLUMNS) {
        const value = row.cells[column];
        if (typeof value === 'string') cells[column] = value;
        else if (Array.isArray(value)) cells[column] = value.map(String).join('|');
      }
      yield { line: row.line, cells };
    }
  }
}

function outcomeOf(report: BatchReport, path: string, isDryRun: boolean, tookMs: number): Outcome {
  const faults = report.faults.map(({ line, faults: some }) => ({ line, reason: some.map(rowFaultText).join('; ') }));
  const notes = report.notes.map(({ line, notes: some }) => ({ line, note: some.map(rowNoteText).join('; ') }));
  if (report.rows === 0) throw new UsageError(terminal.batchEmpty(path));
  const lines = [
    ...faults.slice(0, MOST_SHOWN).map(({ line, reason }) => terminal.batchRow(line, reason)),
    ...(report.faultCount > MOST_SHOWN ? [terminal.batchMore(report.faultCount - MOST_SHOWN)] : []),
    ...notes.slice(0, MOST_SHOWN).map(({ line, note }) => terminal.batchRow(line, note)),
    terminal.batch(report.taken, report.rows, report.isWritten, isDryRun),
    ...(report.openedCount > 0 ? [terminal.batchOpens(report.openedCount)] : []),
    ...report.opened.map(({ id, title }) => terminal.batchConflict(id, title)),
  ];
  const isRefused = report.faultCount > 0 && !report.isWritten;
  const { rows, taken, isWritten, entitiesMade, faultCount, edit, opened, openedCount } = report;
  const conflicts = isDryRun ? { opened, openedCount } : {};
  return {
    exit: isRefused ? 2 : 0,
    text: lines.join('\n'),
    ...(isRefused ? { complaint: terminal.batchRefused(faultCount, isDryRun) } : {}),
    json: {
      rows,
      taken,
      written: isWritten,
      entities: entitiesMade,
      faults,
      faultCount,
      notes,
      edit,
      ...conflicts,
      tookMs,
    },
  };
}
