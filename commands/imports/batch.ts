import { z } from 'zod';
import { batchDocument, batchJson } from '../../src/documents/lorebook/batch.ts';
import type { AddClaimsOutcome, AddedClaims } from '../../src/jobs/add-claims-job.ts';
import { dropUploads } from '../../src/jobs/kept-uploads.ts';
import type { Link } from '../../src/messages/document.ts';
import { batchWords as words } from '../../src/messages/en/batch.ts';
import { importActs as acts, importProblemText } from '../../src/messages/en/import.ts';
import type { ActContext, Action, OutFile, Reply } from '../command.ts';
import { refused } from '../refused.ts';
import { draftButton, withAsked } from './asked-draft.ts';
import { runAside } from './run-aside.ts';

/** Claims in bulk that were shown and wait for the word to go on. */
const askedSchema = z.object({
  path: z.string(),
  name: z.string(),
  account: z.string(),
  encoding: z.string().nullable(),
  canCreate: z.boolean(),
});
export type AskedBatch = z.infer<typeof askedSchema>;

const KEPT = { action: 'batch', schema: askedSchema };

/** Rehearses a file and shows what it would bring; `id` is the draft it was kept as, if it was shown before. */
export async function previewBatch(context: ActContext, asked: AskedBatch, id?: string): Promise<Reply> {
  const outcome = await run(context, asked, null, true);
  const lorebook = context.around.file.again();
  if ('kind' in outcome === false || lorebook === null || outcome.rows === 0) {
    if (id === undefined) dropUploads([asked.path]);
    if ('reply' in outcome) return outcome.reply;
    return { kind: 'refused', message: words.empty(asked.name) };
  }
  const { at, by } = context;
  const draft = id ?? lorebook.drafts.add({ at, ref: by.actor.ref, action: KEPT.action, data: asked });
  if (id !== undefined) lorebook.drafts.rewrite(id, asked);
  const { faultCount, taken, hasUnknownNames } = outcome;
  const links = [
    ...(taken > 0 && faultCount === 0 ? [draftButton(words.buttons.all, 'batch.all', draft, 'primary')] : []),
    ...(taken > 0 && faultCount > 0 ? [draftButton(words.buttons.good, 'batch.good', draft)] : []),
    ...(hasUnknownNames && !asked.canCreate ? [draftButton(words.buttons.create, 'batch.create', draft)] : []),
    draftButton(words.buttons.cancel, 'batch.cancel', draft),
  ];
  return shown(context, asked, outcome, true, links);
}

/** Adds a file at once, all of it or nothing: where there is nobody to ask. */
export async function addBatch(context: ActContext, asked: AskedBatch): Promise<Reply> {
  return save(context, asked, null, false);
}

/** What the buttons of a preview run. */
export const batchActions: readonly Action[] = [
  {
    name: 'batch.all',
    isSlow: true,
    run: (context, options) => withAsked(KEPT, context, options, (asked, id) => save(context, asked, id, false)),
  },
  {
    name: 'batch.good',
    isSlow: true,
    run: (context, options) => withAsked(KEPT, context, options, (asked, id) => save(context, asked, id, true)),
  },
  {
    name: 'batch.create',
    isSlow: true,
    run: (context, options) =>
      withAsked(KEPT, context, options, (asked, id) => previewBatch(context, { ...asked, canCreate: true }, id)),
  },
  {
    name: 'batch.cancel',
    run: (context, options) =>
      withAsked(KEPT, context, options, (asked, id) => {
        dropUploads([asked.path]);
        context.lorebook.drafts.drop(id);
        return { kind: 'refused', message: words.cancelled };
      }),
  },
];

async function save(context: ActContext, asked: AskedBatch, id: string | null, isPartial: boolean): Promise<Reply> {
  const outcome = await run(context, asked, id, false, isPartial);
  if ('reply' in outcome) return outcome.reply;
  if (outcome.rows === 0) return { kind: 'refused', message: words.empty(asked.name) };
  if (outcome.isWritten) dropUploads([asked.path]);
  return shown(context, asked, outcome, false, []);
}

/** Runs the job; what is not a report is a reply. */
async function run(
  context: ActContext,
  asked: AskedBatch,
  draft: string | null,
  isDryRun: boolean,
  isPartial = false,
): Promise<AddedClaims | { reply: Reply }> {
  const { by, at } = context;
  const input = { ...asked, isPartial, isDryRun, draft, by, at };
  const done = await runAside(context, 'add-claims', input, words.progress);
  return done.ok ? toldOf(context, done.value) : { reply: { kind: 'refused', message: done.problem } };
}

function toldOf(context: ActContext, outcome: AddClaimsOutcome): AddedClaims | { reply: Reply } {
  switch (outcome.kind) {
    case 'refused':
      return { reply: refused(context, outcome.refusal) };
    case 'unreadable':
      return { reply: { kind: 'refused', message: importProblemText(outcome.problem) } };
    case 'saved-already':
      return { reply: { kind: 'refused', message: acts.savedAlready } };
    case 'added':
      return outcome;
  }
}

function shown(
  context: ActContext,
  asked: AskedBatch,
  outcome: AddedClaims,
  isDryRun: boolean,
  links: readonly Link[],
): Reply {
  const { reasons } = outcome;
  const most = context.around.mostFileBytes;
  const file: OutFile | null =
    reasons === null ? null : { name: words.reasonsFile, bytes: reasons.subarray(0, wholeLines(reasons, most)) };
  const lorebook = context.around.file.again();
  const known = lorebook?.references.account(asked.account);
  const document = batchDocument(outcome, {
    file: asked.name,
    account: known?.title ?? asked.account,
    isNewAccount: known === undefined,
    isDryRun,
    hasFile: file !== null,
    isCut: file !== null && reasons !== null && file.bytes.length < reasons.length,
    links,
  });
  return {
    kind: 'card',
    document,
    json: () => batchJson(outcome, { account: known?.title ?? asked.account, isDryRun }),
    isFound: isDryRun || outcome.isWritten,
    ...(file === null ? {} : { files: [file] }),
  };
}

const LINE_FEED = 10;

/** How much of a file fits, cut at the end of a line. */
function wholeLines(bytes: Uint8Array, most: number): number {
  return bytes.length <= most ? bytes.length : bytes.lastIndexOf(LINE_FEED, most - 1) + 1;
}
