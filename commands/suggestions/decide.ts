import { changeJson } from '../../src/documents/facts/change.ts';
import { suggestionJson } from '../../src/documents/facts/suggestions.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import type { Alongside, ChangeSaved } from '../../src/edit/facts/make-change.ts';
import { approve, type Instead, reject } from '../../src/edit/review.ts';
import type { FactChange } from '../../src/lore/fact-change.ts';
import type { ActContext, Reply } from '../command.ts';
import { decidedCard, spreadDecision } from './review-card.ts';
import { refusedSuggestion, reviewTarget } from './review-target.ts';

/** Approves a suggestion as it stands, or what a keeper made of it. */
export async function approveNow(
  context: ActContext,
  id: number,
  instead: Instead | null = null,
  once?: Alongside,
): Promise<Reply> {
  const saved = context.briefly(() => approve(reviewTarget(context), id, instead, once));
  return saved.ok ? decided(context, id, saved.value) : refusedSuggestion(context, saved.problem);
}

/** Saves the preview of a suggestion that a keeper changed. */
export function approveProposal(context: ActContext, draft: string, id: number, change: FactChange): Promise<Reply> {
  const instead = change.kind === 'add' ? { cells: change.cells, account: change.account } : null;
  return approveNow(context, id, instead, (_session, edit) => context.lorebook.drafts.markSaved(draft, edit));
}

/** Rejects a suggestion, tells its card and whoever suggested it. */
export async function rejectNow(context: ActContext, id: number, reason: string): Promise<Reply> {
  const rejected = reject(reviewTarget(context), id, reason);
  return rejected.ok ? decided(context, id, null) : refusedSuggestion(context, rejected.problem);
}

async function decided(context: ActContext, id: number, saved: ChangeSaved | null): Promise<Reply> {
  const { lorebook } = context;
  const suggestion = lorebook.suggestions.get(id);
  if (suggestion === undefined) throw new Error(`suggestion ${id} vanished`);
  const document = decidedCard(context, suggestion, saved);
  await spreadDecision(context, id, document);
  const json = {
    suggestion: suggestionJson(suggestion),
    ...(saved === null ? {} : { saved: changeJson(saved, voiceOf(lorebook.read)) }),
  };
  return { kind: 'card', document, json: () => json, isInPlace: true };
}
