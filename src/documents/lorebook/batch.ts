import type { AddedClaims } from '../../jobs/add-claims-job.ts';
import { type Document, fact, heading, type Item, type Link, line, small } from '../../messages/document.ts';
import { batchWords as words } from '../../messages/en/batch.ts';

const MOST_CONFLICTS = 5;
const MOST_REASONS = 8;

export interface BatchShown {
  readonly file: string;
  readonly account: string;
  readonly isNewAccount: boolean;
  readonly isDryRun: boolean;
  /** The reasons go with it as a file; `isCut` where not all of them fit. */
  readonly hasFile: boolean;
  readonly isCut: boolean;
  readonly links: readonly Link[];
}

/** What a file of claims brought, or would bring, and which rows cannot be taken. */
export function batchDocument(report: AddedClaims, shown: BatchShown): Document {
  const { rows, taken, isWritten, openedCount, edit } = report;
  const state = isWritten ? 'done' : shown.isDryRun ? 'dry' : 'refused';
  return {
    tone: openedCount > 0 ? 'dispute' : 'plain',
    heading: words.heading(shown.file, state),
    items: [
      fact(
        line({ strong: words.rows(taken, rows, isWritten) }),
        small(words.account(shown.account, shown.isNewAccount)),
      ),
      ...(taken === 0 ? [fact(line(words.noneTaken))] : conflictItems(report)),
      ...reasonItems(report, shown),
      ...report.notes.slice(0, MOST_REASONS).map((note) => fact(small(words.row(note.line, note.text)))),
    ],
    closing: [small(isWritten && edit !== null ? words.edit(edit) : words.nothingYet)],
    links: shown.links,
  };
}

function conflictItems({ opened, openedCount, isWritten }: AddedClaims): readonly Item[] {
  const rest = openedCount - Math.min(opened.length, MOST_CONFLICTS);
  return [
    fact(line(words.conflicts(openedCount, isWritten))),
    ...opened.slice(0, MOST_CONFLICTS).map(({ title, why }) => fact({ ...line(title), hasSign: true }, small(why))),
    ...(rest > 0 ? [fact(small(words.more(rest)))] : []),
  ];
}

function reasonItems(report: AddedClaims, { hasFile, isCut }: BatchShown): readonly Item[] {
  if (report.faultCount === 0) return [];
  const first = report.faults.slice(0, MOST_REASONS);
  const rest = report.faultCount - first.length;
  return [
    heading(words.reasons),
    ...first.map((reason) => fact(small(words.row(reason.line, reason.text)))),
    ...(rest > 0 ? [fact(small(hasFile ? words.moreInFile(rest) : words.more(rest)))] : []),
    ...(isCut ? [fact(small(words.cutFile))] : []),
  ];
}

/** The same for programs. */
export function batchJson(report: AddedClaims, { account, isDryRun }: Pick<BatchShown, 'account' | 'isDryRun'>) {
  const { rows, taken, isWritten, entitiesMade, edit, faults, faultCount, notes, opened, openedCount } = report;
  return {
    account,
    dryRun: isDryRun,
    rows,
    taken,
    written: isWritten,
    entities: entitiesMade,
    edit,
    faults: faults.map(({ line: at, text }) => ({ line: at, reason: text })),
    faultCount,
    notes: notes.map(({ line: at, text }) => ({ line: at, note: text })),
    opened,
    openedCount,
  };
}
