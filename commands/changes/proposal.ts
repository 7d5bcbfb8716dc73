import { z } from 'zod';
import { type FactChange, factChangeSchema } from '../../src/lore/fact-change.ts';
import { facts } from '../../src/messages/en/facts.ts';
import type { ActContext, Reply } from '../command.ts';

/** A change that waits for its Save; of a suggestion, it is what a keeper would approve instead of it. */
export interface Proposal {
  readonly change: FactChange;
  readonly suggestion: number | null;
}

const schema = z.object({ change: factChangeSchema, suggestion: z.number().nullable() });
const ACTION = 'change';

/** Keeps it until it is saved, or for a day; returns the id that its buttons bear. */
export function keepProposal({ lorebook, at, by }: ActContext, proposal: Proposal): string {
  return lorebook.drafts.add({ at, ref: by.actor.ref, action: ACTION, data: proposal });
}

export type FoundProposal =
  | { readonly ok: true; readonly id: string; readonly proposal: Proposal }
  | { readonly ok: false; readonly reply: Reply };

/** The proposal a button means, if it is the presser's own and was not saved. */
export function proposalOf(context: ActContext, id: string): FoundProposal {
  const draft = context.lorebook.drafts.get(id);
  const refused = (message: string): FoundProposal => ({ ok: false, reply: { kind: 'refused', message } });
  if (draft === undefined || draft.action !== ACTION) return refused(facts.staleDraft);
  if (draft.ref !== context.by.actor.ref) return refused(facts.notYourPreview);
  if (draft.edit !== null) return refused(savedText(context, draft.edit));
  const read = schema.safeParse(draft.data);
  return read.success ? { ok: true, id, proposal: read.data } : refused(facts.staleDraft);
}

/** Who saved it, as which edit. */
export function savedText({ lorebook }: ActContext, edit: number): string {
  const by = lorebook.log.edit(edit);
  return by === undefined ? facts.staleDraft : facts.savedAlready(edit, by.by.name, WHEN.format(by.at));
}

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
