import { z } from 'zod';
import { type FactChange, factChangeSchema } from '../../src/lore/fact-change.ts';
import { ok, type Result } from '../../src/lore/result.ts';
import type { ActContext } from '../command.ts';
import { ownDraft } from '../own-draft.ts';

/** A change that waits for its Save; of a suggestion, it is what a keeper would approve instead of it. */
export interface Proposal {
  readonly change: FactChange;
  readonly suggestion: number | null;
}

const KEPT = {
  action: 'change',
  schema: z.object({ change: factChangeSchema, suggestion: z.number().nullable() }),
};

/** Keeps it until it is saved, or for a day; returns the id that its buttons bear. */
export function keepProposal({ lorebook, at, by }: ActContext, proposal: Proposal): string {
  return lorebook.drafts.add({ at, ref: by.actor.ref, action: KEPT.action, data: proposal });
}

/** The proposal a button means, if it is the presser's own and was not saved; else why not, in a sentence. */
export function proposalOf(context: ActContext, id: string | undefined): Result<FoundProposal, string> {
  const found = ownDraft(context, id, KEPT);
  return found.ok ? ok({ id: found.value.id, proposal: found.value.data }) : found;
}

export interface FoundProposal {
  readonly id: string;
  readonly proposal: Proposal;
}
