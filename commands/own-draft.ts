import type { z } from 'zod';
import { fail, ok, type Result } from '../src/lore/result.ts';
import { facts } from '../src/messages/en/facts.ts';
import type { ActContext } from './command.ts';

/** What a kind of preview is kept as. */
export interface KeptAs<Data> {
  readonly action: string;
  readonly schema: z.ZodType<Data>;
}

/** What the preview of a button was made of, if it is the presser's own and was not saved; else why not, in a sentence. */
export function ownDraft<Data>(
  context: ActContext,
  id: string | undefined,
  { action, schema }: KeptAs<Data>,
): Result<{ readonly id: string; readonly data: Data }, string> {
  const draft = context.lorebook.drafts.get(id ?? '');
  if (draft === undefined || draft.action !== action) return fail(facts.staleDraft);
  if (draft.ref !== context.by.actor.ref) return fail(facts.notYourPreview);
  if (draft.edit !== null) return fail(savedText(context, draft.edit));
  const read = schema.safeParse(draft.data);
  return read.success ? ok({ id: draft.id, data: read.data }) : fail(facts.staleDraft);
}

/** Who saved it, as which edit. */
export function savedText({ lorebook }: ActContext, edit: number): string {
  const by = lorebook.log.edit(edit);
  return by === undefined ? facts.staleDraft : facts.savedAlready(edit, by.by.name, WHEN.format(by.at));
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
