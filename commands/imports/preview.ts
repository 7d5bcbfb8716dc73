import { z } from 'zod';
import { importDocument, importJson, importReportText } from '../../src/documents/lorebook/import.ts';
import type { ImportOutcome } from '../../src/jobs/import-job.ts';
import { dropUploads } from '../../src/jobs/kept-uploads.ts';
import { refusal } from '../../src/lore/permission.ts';
import type { Link } from '../../src/messages/document.ts';
import { importActs as acts, importProblemText, importWords, mappingFaultText } from '../../src/messages/en/import.ts';
import type { ActContext, Action, Form, Options, Reply } from '../command.ts';
import { refused } from '../refused.ts';
import { draftButton, withAsked } from './asked-draft.ts';
import { runAside } from './run-aside.ts';

/** An import that was shown and waits for the word to go on. */
const askedSchema = z.object({
  paths: z.array(z.string()),
  names: z.array(z.string()),
  title: z.string(),
  encoding: z.string().nullable(),
  mapping: z.string().nullable(),
  isPartial: z.boolean(),
});
export type AskedImport = z.infer<typeof askedSchema>;

const KEPT = { action: 'import', schema: askedSchema };
/** Longest text a field of a form holds. */
const LONGEST_FIELD = 4_000;

/** Rehearses an import and shows what it would bring; `id` is the draft it was kept as, if it was shown before. */
export async function previewImport(context: ActContext, asked: AskedImport, id?: string): Promise<Reply> {
  const outcome = await run(context, asked, null);
  if ('reply' in outcome) {
    if (id === undefined) dropUploads(asked.paths);
    return outcome.reply;
  }
  const draft =
    id ?? context.lorebook.drafts.add({ at: context.at, ref: context.by.actor.ref, action: KEPT.action, data: asked });
  if (id !== undefined) context.lorebook.drafts.rewrite(id, asked);
  const { report, mapping } = outcome;
  const canGoOn = report.problem === null || asked.isPartial;
  const links: Link[] = [
    ...(canGoOn
      ? [draftButton(acts.goOn, 'import.save', draft, 'primary')]
      : [draftButton(acts.takeRest, 'import.partial', draft)]),
    ...(Object.keys(mapping.records).length > 0 ? [draftButton(acts.correct, 'import.mapping', draft)] : []),
    draftButton(acts.leave, 'import.leave', draft),
  ];
  return shown(outcome, true, links);
}

/** What the buttons of a preview run. */
export const importActions: readonly Action[] = [
  {
    name: 'import.save',
    isSlow: true,
    run: (context, options) => forAdmins(context, options, (asked, id) => save(context, asked, id)),
  },
  {
    name: 'import.partial',
    isSlow: true,
    run: (context, options) =>
      forAdmins(context, options, (asked, id) => previewImport(context, { ...asked, isPartial: true }, id)),
  },
  {
    name: 'import.leave',
    run: (context, options) =>
      withAsked(KEPT, context, options, (asked, id) => {
        dropUploads(asked.paths);
        context.lorebook.drafts.drop(id);
        return { kind: 'refused', message: acts.left };
      }),
  },
  {
    name: 'import.mapping',
    run: (context, options) =>
      forAdmins(context, options, (asked, id) => ({ kind: 'form', form: mappingForm(asked, id) })),
  },
  {
    name: 'import.mapped',
    isSlow: true,
    run: (context, options, { fields }) =>
      forAdmins(context, options, (asked, id) =>
        previewImport(context, { ...asked, mapping: joined(asked.mapping, fields.mapping ?? '') }, id),
      ),
  },
];

/** Who was an admin when it was shown may be none any more: a scribe may add facts, and not import all the same. */
function forAdmins(
  context: ActContext,
  options: Options,
  then: (asked: AskedImport, id: string) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const missing = refusal(context.by, 'set up the lorebook');
  return missing === null ? withAsked(KEPT, context, options, then) : refused(context, missing);
}

async function save(context: ActContext, asked: AskedImport, id: string): Promise<Reply> {
  const outcome = await run(context, asked, id);
  if ('reply' in outcome) return outcome.reply;
  dropUploads(asked.paths);
  return shown(outcome, false, []);
}

type Imported = Extract<ImportOutcome, { kind: 'imported' }>;

/** Runs the job; what is not a report is a reply. */
async function run(
  context: ActContext,
  asked: AskedImport,
  draft: string | null,
): Promise<Imported | { reply: Reply }> {
  const { by, at } = context;
  const no = (message: string): { reply: Reply } => ({ reply: { kind: 'refused', message } });
  const input = { ...asked, format: null, isDryRun: draft === null, draft, by, at };
  const done = await runAside(context, 'import', input, importWords.progress);
  if (!done.ok) return no(done.problem);
  switch (done.value.kind) {
    case 'refused':
      return { reply: refused(context, done.value.refusal) };
    case 'unreadable':
      return no(importProblemText(done.value.problem));
    case 'bad-mapping':
      return no(done.value.faults.map(mappingFaultText).join('\n'));
    case 'saved-already':
      return no(acts.savedAlready);
    case 'imported':
      return done.value;
  }
}

/** A card with what matters, and the whole report as a file beside it. */
function shown(outcome: Imported, isDryRun: boolean, links: readonly Link[]): Reply {
  const text = importReportText(outcome, isDryRun);
  return {
    kind: 'card',
    document: importDocument(outcome, isDryRun, { links, isShort: true }),
    json: () => importJson(outcome, isDryRun),
    files: [{ name: 'report.txt', bytes: new TextEncoder().encode(text) }],
  };
}

/** The mapping as far as a form holds it; what is not in it stays as it is. */
function mappingForm(asked: AskedImport, id: string): Form {
  return {
    title: acts.mappingTitle,
    action: 'import.mapped',
    options: { d: id },
    fields: [
      {
        name: 'mapping',
        label: acts.mappingLabel,
        value: (asked.mapping ?? '').slice(0, LONGEST_FIELD),
        placeholder: acts.mappingExample,
        isLong: true,
        isRequired: true,
        maxLength: LONGEST_FIELD,
      },
    ],
  };
}

/** Later corrections stand after earlier ones, and so win. */
function joined(before: string | null, more: string): string {
  return before === null || more.startsWith(before) ? more : `${before}\n${more}`;
}
