import type { Gathered } from '../import/gathered.ts';
import type { Finding } from '../lore/finding.ts';
import type { EditId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import type { Predicate } from '../lore/predicate.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { WriteSession } from '../lore/writer.ts';
import { type EditTarget, gate } from './edit-target.ts';
import type { ImportReport, OpenedConflict } from './import-report.ts';
import { ImportRun } from './import-run.ts';
import { openedSince } from './opened-since.ts';

/** What is imported as one account. */
export interface AccountImport {
  readonly title: string;
  /** Free word for the kind of source: wiki, table, vault … */
  readonly kind: string;
  readonly gathered: Iterable<Gathered>;
  /** Predicates it needs that the lorebook does not have. Asked for after the first thing was gathered. */
  readonly predicates: () => readonly Predicate[];
  /** How its templates and tables were read, by name: kept for the next time. */
  readonly mapping: () => Readonly<Record<string, unknown>>;
}

export interface ImportOptions {
  readonly isDryRun: boolean;
  /** What was read before a fault of the whole source goes in all the same. */
  readonly isPartial: boolean;
  readonly onProgress?: (items: number) => void;
  /** Asked inside the transaction with its edit; false = somebody saved it already. */
  readonly mayRecord?: (edit: EditId) => boolean;
  /** Puts a conflict into words while what it is about stands there. */
  readonly inWords: (finding: Finding) => OpenedConflict;
}

/** Leaves the transaction without a trace. */
class Refused extends Error {
  readonly report: ImportReport;
  constructor(report: ImportReport) {
    super('nothing was imported');
    this.report = report;
  }
}

class SavedAlready extends Error {}

/**
 * Brings an account in, or its newer version, as one edit that is undone whole: what is unchanged stays, what changed or
 * vanished is retracted and says what took its place. A dry run does all of it and leaves nothing.
 */
export function importAccount(
  target: EditTarget,
  source: AccountImport,
  options: ImportOptions,
): Result<ImportReport, Refusal | { readonly kind: 'saved-already' }> {
  const allowed = gate(target, 'import facts');
  if (!allowed.ok) return allowed;
  const opened = openedSince(target.read, options.inWords);
  const work = (session: WriteSession): ImportReport => {
    const run = new ImportRun(target, session, source);
    if (options.mayRecord?.(run.edit) === false) throw new SavedAlready('this import was saved already');
    const report = run.takeAll(options.onProgress);
    if (report.problem !== null && !options.isPartial) throw new Refused({ ...report, isWritten: false });
    return report;
  };
  const look = (report: ImportReport): ImportReport => ({ ...report, ...opened() });
  try {
    if (options.isDryRun) return ok({ ...target.write.rehearse(work, look), isWritten: false });
    return ok(look(target.write.transaction(work)));
  } catch (error) {
    if (error instanceof Refused) return ok(error.report);
    if (error instanceof SavedAlready) return fail({ kind: 'saved-already' });
    throw error;
  }
}
