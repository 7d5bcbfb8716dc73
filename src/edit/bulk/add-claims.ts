import type { Account } from '../../lore/account.ts';
import { type ContinuityTree, continuityTree } from '../../lore/continuity.ts';
import type { ContinuityId } from '../../lore/ids.ts';
import type { ClaimCells, RowFault } from '../../lore/intake/claim-columns.ts';
import { type Intake, readClaimRow } from '../../lore/intake/claim-row.ts';
import type { Refusal } from '../../lore/permission.ts';
import type { References } from '../../lore/references.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import type { WriteSession } from '../../lore/writer.ts';
import { type EditTarget, gate } from '../edit-target.ts';
import { makeContinuity } from '../make-continuity.ts';
import { openedSince } from '../opened-since.ts';
import { type RowWriter, writeRow } from '../write-row.ts';
import { type BatchOptions, type BatchReport, BatchTally, isToBeWritten, PROGRESS_EVERY, Undone } from './batch.ts';
import { rememberedReferences } from './remembered-references.ts';

export type ClaimRowInput =
  | { readonly line: number; readonly cells: ClaimCells }
  | { readonly line: number; readonly fault: RowFault };

/** The batch was written already: by another press, or by somebody else. */
export interface SavedAlready {
  readonly kind: 'saved-already';
}

/** Adds claims of one account in one transaction: all rows, or none and every reason (unless `isPartial`). */
export function addClaims(
  target: EditTarget,
  accountTitle: string,
  rows: Iterable<ClaimRowInput>,
  options: BatchOptions,
): Result<BatchReport, Refusal | SavedAlready> {
  const allowed = gate(target, 'import facts');
  if (!allowed.ok) return allowed;
  const { inWords } = options;
  const opened = inWords === undefined ? null : openedSince(target.read, inWords);
  const work = (session: WriteSession): BatchReport => {
    const batch = openBatch(target, session, accountTitle, options.canCreate);
    const tally = new BatchTally(options);
    for (const row of rows) {
      tally.rows += 1;
      if (tally.rows % PROGRESS_EVERY === 0) options.onProgress?.(tally.rows);
      takeRow(row, batch, tally);
    }
    if (!isToBeWritten(tally, options)) throw new Undone(tally.report(false));
    tally.edit = session.record({
      actor: target.by.actor,
      op: 'add-claims',
      target: `account:${batch.intake.account.slug}`,
      after: { account: batch.intake.account.title, claims: tally.taken },
      at: target.at,
    });
    if (options.mayRecord?.(tally.edit) === false) throw new Undone(null);
    return tally.report(true);
  };
  const look = (report: BatchReport): BatchReport => ({ ...report, ...opened?.() });
  try {
    if (!options.isDryRun) return ok(look(target.write.transaction(work)));
    return ok({ ...target.write.rehearse(work, look), isWritten: false, edit: null });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    return error.report === null ? fail({ kind: 'saved-already' }) : ok(error.report);
  }
}

/** What rows are read against and written with, inside one transaction. */
export interface Batch {
  readonly intake: Intake;
  readonly writer: RowWriter;
}

function takeRow(row: ClaimRowInput, { intake, writer }: Batch, tally: BatchTally): void {
  if ('fault' in row) {
    tally.fault(row.line, [row.fault]);
    return;
  }
  const read = readClaimRow(row.cells, intake);
  if (!read.ok) {
    tally.fault(row.line, read.problem);
    return;
  }
  const { key } = read.value;
  if (key !== null && writer.session.hasKey(intake.account.id, key)) {
    tally.fault(row.line, [{ kind: 'duplicate-key', text: key }]);
    return;
  }
  writeRow(read.value, writer);
  tally.note(row.line, read.value.notes);
  tally.taken += 1;
}

/** What rows of one account are read and written with; the account is made if it is not there. */
export function openBatch(target: EditTarget, session: WriteSession, title: string, canCreate: boolean): Batch {
  const { read } = target;
  const references = rememberedReferences(target.references);
  const account = target.references.account(title) ?? makeAccount(title, session, target.references);
  const works = new Map(read.works().map((work) => [work.entity, work.continuity]));
  let tree: ContinuityTree = read.continuities;
  const continuityOf = (slug: string): ContinuityId => {
    const known = tree.bySlug(slug);
    if (known !== undefined) return known.id;
    const made = makeContinuity(slug, session, target.references, tree);
    tree = continuityTree([...tree.all, made], tree.home.id);
    return made.id;
  };
  const { predicates, profile } = read;
  return {
    intake: {
      references,
      predicates,
      calendar: profile.calendar,
      account,
      canCreate,
      get continuities() {
        return tree;
      },
    },
    writer: {
      session,
      references,
      account,
      continuityOf,
      workContinuity: (work) => works.get(work) ?? null,
      home: tree.home.id,
    },
  };
}

function makeAccount(title: string, session: WriteSession, references: References): Account {
  const slug = uniqueSlug(title, null, references.isAccountSlugTaken);
  const account = {
    slug,
    title,
    kind: '',
    voice: '',
    continuity: null,
    here: null,
    now: null,
    copyOf: null,
    tier: 0,
  };
  return { id: session.addAccount(account), ...account };
}
