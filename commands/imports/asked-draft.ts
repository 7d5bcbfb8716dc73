import type { z } from 'zod';
import type { Link } from '../../src/messages/document.ts';
import { importActs as acts } from '../../src/messages/en/import.ts';
import type { ActContext, Options, Reply } from '../command.ts';

/** What was shown and waits for the word to go on: `then` is given it, unless it is stale, another's or done already. */
export function withAsked<Asked>(
  kept: { readonly action: string; readonly schema: z.ZodType<Asked> },
  context: ActContext,
  options: Options,
  then: (asked: Asked, id: string) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const id = options.d ?? '';
  const draft = context.lorebook.drafts.get(id);
  const read = kept.schema.safeParse(draft?.data);
  if (draft === undefined || draft.action !== kept.action || !read.success)
    return { kind: 'refused', message: acts.stale };
  if (draft.ref !== context.by.actor.ref) return { kind: 'refused', message: acts.notYours };
  if (draft.edit !== null) return { kind: 'refused', message: acts.savedAlready };
  return then(read.data, id);
}

/** A button that goes on with what was shown. */
export function draftButton(label: string, command: string, id: string, style?: 'primary'): Link {
  return { label, verb: 'do', command, options: { d: id }, ...(style === undefined ? {} : { style }) };
}
