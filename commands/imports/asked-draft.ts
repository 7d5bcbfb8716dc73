import type { Link } from '../../src/messages/document.ts';
import type { ActContext, Options, Reply } from '../command.ts';
import { type KeptAs, ownDraft } from '../own-draft.ts';

/** What was shown and waits for the word to go on: `then` is given it, unless it is stale, another's or done already. */
export function withAsked<Asked>(
  kept: KeptAs<Asked>,
  context: ActContext,
  options: Options,
  then: (asked: Asked, id: string) => Reply | Promise<Reply>,
): Reply | Promise<Reply> {
  const found = ownDraft(context, options.d, kept);
  return found.ok ? then(found.value.data, found.value.id) : { kind: 'refused', message: found.problem };
}

/** A button that goes on with what was shown. */
export function draftButton(label: string, command: string, id: string, style?: 'primary'): Link {
  return { label, verb: 'do', command, options: { d: id }, ...(style === undefined ? {} : { style }) };
}
