import type { Finding } from '../../lore/finding.ts';
import type { EditId } from '../../lore/ids.ts';
import type { RowFault, RowNote } from '../../lore/intake/claim-columns.ts';
import type { OpenedConflict } from '../import-report.ts';

/** What a batch did, or (dry run, or refused) would have done. */
export interface BatchReport {
  readonly rows: number;
  readonly taken: number;
  /** True where it stands in the lorebook now. */
  readonly isWritten: boolean;
  readonly faults: readonly { readonly line: number; readonly faults: readonly RowFault[] }[];
  /** All of them; `faults` holds the first ones. */
  readonly faultCount: number;
  readonly notes: readonly { readonly line: number; readonly notes: readonly RowNote[] }[];
  readonly entitiesMade: number;
  /** The edit that brought it, to be undone whole; null where nothing was written. */
  readonly edit: EditId | null;
  /** The first of the conflicts that it opens, where they were asked for. */
  readonly opened: readonly OpenedConflict[];
  readonly openedCount: number;
}

export interface BatchOptions {
  /** Unknown names are made. */
  readonly canCreate: boolean;
  /** Good rows go in even where others fail. */
  readonly isPartial: boolean;
  readonly isDryRun: boolean;
  /** Called every few thousand rows. */
  readonly onProgress?: (rows: number) => void;
  /** Puts a conflict into words while what it is about stands there; left out: conflicts are not asked for. */
  readonly inWords?: (finding: Finding) => OpenedConflict;
  /** Called inside the transaction; where it says no (somebody else did it already), nothing is written. */
  readonly mayRecord?: (edit: EditId) => boolean;
  /** Faults kept for the report; more are only counted. */
  readonly mostFaults?: number;
}

/** Faults and notes kept for the report unless said otherwise; more are only counted. */
const MOST_REPORTED = 1000;
export const PROGRESS_EVERY = 5000;

/** Leaves the transaction without a trace: a dry run, or a batch with a fault in it. */
export class Undone extends Error {
  /** Null where it was written already. */
  readonly report: BatchReport | null;
  constructor(report: BatchReport | null) {
    super('the batch was not written');
    this.report = report;
  }
}

/** Collects what happens to the rows of a batch. */
export class BatchTally {
  rows = 0;
  taken = 0;
  faultCount = 0;
  entitiesMade = 0;
  edit: EditId | null = null;
  readonly #most: number;
  readonly #faults: { line: number; faults: readonly RowFault[] }[] = [];
  readonly #notes: { line: number; notes: readonly RowNote[] }[] = [];

  constructor({ mostFaults }: BatchOptions) {
    this.#most = mostFaults ?? MOST_REPORTED;
  }

  fault(line: number, faults: readonly RowFault[]): void {
    this.faultCount += 1;
    if (this.#faults.length < this.#most) this.#faults.push({ line, faults });
  }

  note(line: number, notes: readonly RowNote[]): void {
    if (notes.length > 0 && this.#notes.length < MOST_REPORTED) this.#notes.push({ line, notes });
  }

  report(isWritten: boolean): BatchReport {
    const { rows, taken, faultCount, entitiesMade, edit } = this;
    const found = { faults: this.#faults, faultCount, notes: this.#notes };
    return { rows, taken, isWritten, ...found, entitiesMade, edit, opened: [], openedCount: 0 };
  }
}

/** Whether a batch goes in: no row failed unless that is allowed. A dry run shows what the good rows would do. */
export function isToBeWritten(tally: BatchTally, options: BatchOptions): boolean {
  return (tally.faultCount === 0 || options.isPartial || options.isDryRun) && tally.taken > 0;
}
