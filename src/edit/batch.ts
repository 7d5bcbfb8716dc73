import type { RowFault, RowNote } from '../lore/intake/claim-columns.ts';

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
}

export interface BatchOptions {
  /** Unknown names are made. */
  readonly canCreate: boolean;
  /** Good rows go in even where others fail. */
  readonly isPartial: boolean;
  readonly isDryRun: boolean;
  /** Called every few thousand rows. */
  readonly onProgress?: (rows: number) => void;
}

/** Faults and notes kept for the report; more are only counted. */
export const MOST_REPORTED = 1000;
export const PROGRESS_EVERY = 5000;

/** Leaves the transaction without a trace: a dry run, or a batch with a fault in it. */
export class Undone extends Error {
  readonly report: BatchReport;
  constructor(report: BatchReport) {
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
  readonly #faults: { line: number; faults: readonly RowFault[] }[] = [];
  readonly #notes: { line: number; notes: readonly RowNote[] }[] = [];

  fault(line: number, faults: readonly RowFault[]): void {
    this.faultCount += 1;
    if (this.#faults.length < MOST_REPORTED) this.#faults.push({ line, faults });
  }

  note(line: number, notes: readonly RowNote[]): void {
    if (notes.length > 0 && this.#notes.length < MOST_REPORTED) this.#notes.push({ line, notes });
  }

  report(isWritten: boolean): BatchReport {
    const { rows, taken, faultCount, entitiesMade } = this;
    return { rows, taken, isWritten, faults: this.#faults, faultCount, notes: this.#notes, entitiesMade };
  }
}

/** Whether a batch goes in: not a dry run, and no row failed unless that is allowed. */
export function isToBeWritten(tally: BatchTally, options: BatchOptions): boolean {
  return !options.isDryRun && (tally.faultCount === 0 || options.isPartial) && tally.taken > 0;
}
