import type { ClaimCells } from '../lore/intake/claim-columns.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { Suggestion, SuggestionQueue } from '../lore/suggestion.ts';
import { gate } from './edit-target.ts';
import type { FactProblem, FactTarget } from './facts/fact-target.ts';
import { readFact } from './facts/read-fact.ts';

export interface QueueTarget extends FactTarget {
  readonly suggestions: SuggestionQueue;
}

export interface SuggestionTyped {
  readonly cells: ClaimCells;
  /** Slug or title; null = the suggester's own statement. */
  readonly account: string | null;
  readonly note: string;
  /** How the suggester wants to hear of the outcome. */
  readonly tell: 'next' | 'message';
}

export type SuggestionProblem =
  | FactProblem
  | { readonly kind: 'too-many-lately'; readonly most: number; readonly minutes: number }
  | { readonly kind: 'too-many-waiting'; readonly most: number }
  | { readonly kind: 'suggested-already'; readonly id: number }
  | { readonly kind: 'no-such-suggestion'; readonly id: number }
  /** Decided or withdrawn before; `by` made the decision. */
  | {
      readonly kind: 'not-waiting';
      readonly suggestion: Suggestion;
      readonly by: string | null;
      readonly at: number | null;
    };

/** So many in so many minutes, and so many at a time: the queue is for all. */
const MOST_LATELY = 5;
const LATELY_MINUTES = 10;
const MOST_WAITING = 20;
const LONGEST_NOTE = 1000;

/** Puts a proposed claim into the review queue; returns its number. What it names may be new: keepers see that. */
export function suggest(target: QueueTarget, typed: SuggestionTyped): Result<number, SuggestionProblem> {
  const allowed = gate(target, 'suggest');
  if (!allowed.ok) return allowed;
  const problem = problemOf(target, typed);
  if (problem !== null) return fail(problem);
  const { actor } = target.by;
  const { suggestions, at } = target;
  // A repeated request, or a second press: it waits already.
  const again = suggestions.by(actor.ref, MOST_WAITING).find((one) => isSame(one, typed) && one.status === 'waiting');
  if (again !== undefined) return fail({ kind: 'suggested-already', id: again.id });
  if (suggestions.countSince(actor.ref, at - LATELY_MINUTES * 60_000) >= MOST_LATELY) {
    return fail({ kind: 'too-many-lately', most: MOST_LATELY, minutes: LATELY_MINUTES });
  }
  if (suggestions.waitingCountBy(actor.ref) >= MOST_WAITING)
    return fail({ kind: 'too-many-waiting', most: MOST_WAITING });
  const { account, cells, note, tell } = typed;
  const added = { at, actor, account, cells, note: note.trim(), words: '', place: '', tell };
  return ok(target.write.transaction((session) => session.addSuggestion(added)));
}

/** The suggester's own change while it waits. */
export function reviseSuggestion(
  target: QueueTarget,
  id: number,
  typed: Omit<SuggestionTyped, 'tell'>,
): Result<void, SuggestionProblem> {
  const found = ownWaiting(target, id);
  if (!found.ok) return found;
  const problem = problemOf(target, typed);
  if (problem !== null) return fail(problem);
  const isRevised = target.suggestions.revise(id, typed.cells, typed.account, typed.note.trim());
  return isRevised ? ok(undefined) : fail(notWaiting(target, id));
}

/** Takes back one’s own suggestion while it waits. */
export function withdrawSuggestion(target: QueueTarget, id: number): Result<void, SuggestionProblem> {
  const found = ownWaiting(target, id);
  if (!found.ok) return found;
  return target.suggestions.withdraw(id) ? ok(undefined) : fail(notWaiting(target, id));
}

/** A suggestion that waits, for whoever made it. */
export function ownWaiting(target: QueueTarget, id: number): Result<Suggestion, SuggestionProblem> {
  const suggestion = target.suggestions.get(id);
  const allowed = gate(target, 'change suggestions', suggestion?.by.ref ?? null);
  if (!allowed.ok) return allowed;
  if (suggestion === undefined) return fail({ kind: 'no-such-suggestion', id });
  return suggestion.status === 'waiting' ? ok(suggestion) : fail(notWaiting(target, id));
}

/** Why it cannot be decided or changed any more: who did what to it, and when. */
export function notWaiting({ suggestions, log }: QueueTarget, id: number): SuggestionProblem {
  const suggestion = suggestions.get(id);
  if (suggestion === undefined) return { kind: 'no-such-suggestion', id };
  const edit = suggestion.decidedBy === null ? undefined : log.edit(suggestion.decidedBy);
  return { kind: 'not-waiting', suggestion, by: edit?.by.name ?? null, at: edit?.at ?? null };
}

function problemOf(target: QueueTarget, typed: Omit<SuggestionTyped, 'tell'>): SuggestionProblem | null {
  if (typed.note.length > LONGEST_NOTE) {
    return { kind: 'row', faults: [{ kind: 'too-long', column: 'note', most: LONGEST_NOTE }] };
  }
  const read = readFact(target, { cells: typed.cells, account: typed.account, create: 'all' });
  return read.ok ? null : read.problem;
}

function isSame(one: Suggestion, typed: SuggestionTyped): boolean {
  const text = (cells: ClaimCells): string =>
    JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)));
  return one.account === typed.account && text(one.cells) === text(typed.cells) && one.words === '';
}
