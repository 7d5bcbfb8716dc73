import {
  decidedDocument,
  outcomeDocument,
  reviewDocument,
  waitingAgainDocument,
} from '../../src/documents/facts/suggestions.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import type { ChangeSaved } from '../../src/edit/facts/make-change.ts';
import { rehearseSuggestion } from '../../src/edit/review.ts';
import type { Suggestion } from '../../src/lore/suggestion.ts';
import type { Document } from '../../src/messages/document.ts';
import type { ActContext } from '../command.ts';
import { reviewTarget, suggestionProblemText } from './review-target.ts';

/** A waiting suggestion with what approving it would do. */
export function reviewCard(context: ActContext, suggestion: Suggestion): Document {
  const { read } = context.lorebook;
  const shown = rehearseSuggestion(reviewTarget(context), suggestion, (made) =>
    reviewDocument(suggestion, { made }, voiceOf(read)),
  );
  if (shown.ok) return shown.value;
  return reviewDocument(suggestion, { cannot: suggestionProblemText(context, shown.problem) }, voiceOf(read));
}

/** The card of a suggestion once it is decided: what became of it, by whom. */
export function decidedCard(context: ActContext, suggestion: Suggestion, saved: ChangeSaved | null): Document {
  const { lorebook, by, at } = context;
  const edit = suggestion.decidedBy === null ? undefined : lorebook.log.edit(suggestion.decidedBy);
  const decision = { by: edit?.by.name ?? by.actor.name, at: edit?.at ?? at, saved };
  return decidedDocument(suggestion, decision, voiceOf(lorebook.read));
}

/** Discord wants its answer within three seconds; what is written elsewhere may take longer. */
const PATIENCE_MS = 1_200;

/** Puts a waiting suggestion before those who review. Without a channel it waits in the queue alone. */
export function postForReview(context: ActContext, id: number): Promise<void> {
  const { lorebook, around } = context;
  const channel = lorebook.settings().review_channel;
  const suggestion = lorebook.suggestions.get(id);
  if (channel === null || suggestion === undefined) return Promise.resolve();
  return notForLong(async () => {
    const document = reviewCard(context, suggestion);
    const posted = suggestion.card === null ? await around.post(channel, document) : null;
    if (posted !== null) lorebook.suggestions.noteCard(id, posted.channel, posted.message);
    if (suggestion.card !== null) await around.replace(suggestion.card, document);
  });
}

/** Says on its card what became of a suggestion, and to whoever wanted a message. */
export function spreadDecision(context: ActContext, id: number, document: Document): Promise<void> {
  const { lorebook, around } = context;
  const suggestion = lorebook.suggestions.get(id);
  if (suggestion === undefined) return Promise.resolve();
  return notForLong(async () => {
    if (suggestion.card !== null) await around.replace(suggestion.card, document);
    if (suggestion.tell !== 'message' || suggestion.words !== '' || suggestion.status === 'withdrawn') return;
    const isTold = await around.message(suggestion.by.ref, outcomeDocument(suggestion, voiceOf(lorebook.read)));
    if (isTold) lorebook.suggestions.markTold(id, true);
  });
}

/** Says on the cards of suggestions what became of them by an undo: they wait again, or are decided again. */
export function spreadUndo(context: ActContext, ids: readonly number[]): Promise<void> {
  const { lorebook, around, by, at } = context;
  const shown = ids.flatMap((id) => {
    const suggestion = lorebook.suggestions.get(id);
    if (suggestion === undefined || suggestion.card === null) return [];
    const document =
      suggestion.status === 'waiting'
        ? waitingAgainDocument(reviewCard(context, suggestion), { by: by.actor.name, at })
        : decidedCard(context, suggestion, null);
    return [{ card: suggestion.card, document }];
  });
  if (shown.length === 0) return Promise.resolve();
  return notForLong(async () => {
    for (const { card, document } of shown) await around.replace(card, document);
  });
}

/** What fails here is no reason to tell somebody that their own act failed: the queue holds what the card would say. */
async function notForLong(work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  await Promise.race([work().catch(() => undefined), late]);
  clearTimeout(timer);
}
