import { findingJson } from '../documents/finding-words.ts';
import { voiceOf } from '../documents/voice.ts';
import { addClaims } from '../edit/bulk/add-claims.ts';
import type { BatchReport } from '../edit/bulk/batch.ts';
import { claimRows } from '../edit/bulk/claim-rows.ts';
import type { OpenedConflict } from '../edit/import-report.ts';
import { csvCell } from '../export/claims-csv.ts';
import { ImportError, type ImportProblem } from '../import/import-problem.ts';
import { sniff } from '../import/sniff.ts';
import { tableRows } from '../import/tables/table-rows.ts';
import { TableError } from '../import/tables/text-chunks.ts';
import type { Finding } from '../lore/finding.ts';
import { CLAIM_COLUMNS } from '../lore/intake/claim-columns.ts';
import type { Refusal, Standing } from '../lore/permission.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';
import { batchWords } from '../messages/en/batch.ts';
import { rowFaultText, rowNoteText } from '../messages/en/rows.ts';

export interface AddClaimsInput {
  readonly path: string;
  /** What the file is called where something is wrong with it. */
  readonly name: string;
  /** Title or slug; one that is not there is made. */
  readonly account: string;
  /** For a file that is not UTF-8. */
  readonly encoding: string | null;
  readonly canCreate: boolean;
  readonly isPartial: boolean;
  readonly isDryRun: boolean;
  /** The preview that this saves, so that a second press saves nothing. */
  readonly draft: string | null;
  readonly by: Standing;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A row that cannot be taken, or something to know of one that can. */
export interface RowReason {
  readonly line: number;
  readonly text: string;
}

export interface AddedClaims extends Omit<BatchReport, 'faults' | 'notes'> {
  readonly kind: 'added';
  /** The first of them; all stand in `reasons`. */
  readonly faults: readonly RowReason[];
  readonly notes: readonly RowReason[];
  /** Every row that cannot be taken, with its reason, as CSV; null where all can. */
  readonly reasons: Uint8Array | null;
  /** True where names that are not there are all that is wrong with some rows. */
  readonly hasUnknownNames: boolean;
}

export type AddClaimsOutcome =
  | AddedClaims
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'saved-already' }
  | { readonly kind: 'unreadable'; readonly problem: ImportProblem };

const MOST_SHOWN = 20;
const MOST_FAULTS = 1_000_000;

/** Adds the claims of one file, or rehearses that; reasons are put into words here, off the thread that answers. */
export function addClaimsJob(
  lorebook: Lorebook,
  input: AddClaimsInput,
  onProgress: (done: number) => void,
): AddClaimsOutcome {
  const inWords = (finding: Finding): OpenedConflict => {
    const { id, title, why } = findingJson(finding, voiceOf(lorebook.read));
    return { id, class: finding.class, title, why };
  };
  const { draft, by, at, canCreate, isPartial, isDryRun } = input;
  try {
    const { kind, encoding } = sniff(input.path);
    if (kind === 'mediawiki' || kind === 'zip' || kind === 'html') {
      return { kind: 'unreadable', problem: { kind: 'not-a-table', path: input.name, columns: CLAIM_COLUMNS } };
    }
    const rows = claimRows(tableRows(input.path, CLAIM_COLUMNS, input.encoding ?? encoding ?? undefined));
    const done = addClaims({ ...lorebook, by, at }, input.account, rows, {
      canCreate,
      isPartial,
      isDryRun,
      onProgress,
      inWords,
      mayRecord: (edit) => isDryRun || draft === null || lorebook.drafts.markSaved(draft, edit),
      mostFaults: MOST_FAULTS,
    });
    if (done.ok) return inText(done.value);
    return done.problem.kind === 'saved-already' ? done.problem : { kind: 'refused', refusal: done.problem };
  } catch (error) {
    if (error instanceof TableError || error instanceof ImportError) {
      return { kind: 'unreadable', problem: { ...error.problem, path: input.name } };
    }
    throw error;
  }
}

function inText({ faults, notes, ...report }: BatchReport): AddedClaims {
  const texts = faults.map(({ line, faults: some }) => ({ line, text: some.map(rowFaultText).join('; ') }));
  return {
    kind: 'added',
    ...report,
    faults: texts.slice(0, MOST_SHOWN),
    notes: notes
      .slice(0, MOST_SHOWN)
      .map(({ line, notes: some }) => ({ line, text: some.map(rowNoteText).join('; ') })),
    reasons: texts.length === 0 ? null : csvOf(texts),
    hasUnknownNames: faults.some(({ faults: some }) => some.every(({ kind }) => kind === 'unknown-name')),
  };
}

function csvOf(reasons: readonly RowReason[]): Uint8Array {
  const lines = reasons.map(({ line, text }) => `${line},${csvCell(text)}\r\n`);
  return new TextEncoder().encode(`${batchWords.columns.join(',')}\r\n${lines.join('')}`);
}
