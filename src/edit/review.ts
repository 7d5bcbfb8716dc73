import type { FactChange } from '../lore/fact-change.ts';
import type { EditId } from '../lore/ids.ts';
import type { ClaimCells } from '../lore/intake/claim-columns.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { Suggestion } from '../lore/suggestion.ts';
import type { Actor, WriteSession } from '../lore/writer.ts';
import { gate } from './edit-target.ts';
import { LONGEST_REASON } from './facts/amend-fact.ts';
import type { FactTarget, PlannedChange } from './facts/fact-target.ts';
import {
  type Alongside,
  type ChangeMade,
  type ChangeSaved,
  planChange,
  rehearseChange,
  saveChange,
} from './facts/make-change.ts';
import { notWaiting, type QueueTarget, type SuggestionProblem } from './suggest.ts';

/** Where suggestions are decided; a member's own statement stays the member's, whoever approves it. */
export interface ReviewTarget extends QueueTarget {
  /** What the account of a member's own statements is called. */
  titleFor(name: string): string;
}

/** What a keeper approves instead of what was suggested. */
export interface Instead {
  readonly cells: ClaimCells;
  readonly account: string | null;
}

/** The claim a suggestion would become. What it names may be made: approving says so. */
export function changeOf(suggestion: Pick<Suggestion, 'cells' | 'account'>): FactChange {
  return { kind: 'add', cells: suggestion.cells, account: suggestion.account, create: 'all' };
}

/** What approving would do; for everybody, since it leaves nothing and changes nothing. */
export function rehearseSuggestion<Seen>(
  target: ReviewTarget,
  suggestion: Suggestion,
  look: (made: ChangeMade) => Seen,
): Result<Seen, SuggestionProblem> {
  const asKeeper: ReviewTarget = { ...target, by: { ...target.by, level: 'keeper' } };
  return rehearseChange(speaking(asKeeper, suggestion.by), changeOf(suggestion), look);
}

/** Makes a claim of a suggestion. Of two keepers at once one wins. */
export function approve(
  target: ReviewTarget,
  id: number,
  instead: Instead | null = null,
  once: Alongside = () => true,
): Result<ChangeSaved, SuggestionProblem> {
  const found = waiting(target, id);
  if (!found.ok) return found;
  const suggestion = found.value;
  const change = changeOf(instead === null ? suggestion : instead);
  const saved = saveChange(
    speaking(target, suggestion.by),
    change,
    (session, edit) => decide(target, session, id, 'approved', edit) && once(session, edit),
    {
      op: 'approve-suggestion',
      target: `suggestion:${id}`,
      ...(instead === null ? {} : { before: { cells: suggestion.cells, account: suggestion.account } }),
    },
  );
  if (!saved.ok && saved.problem.kind === 'saved-already') return fail(notWaiting(target, id));
  return saved;
}

export interface ApprovedAll {
  readonly edit: EditId | null;
  readonly approved: readonly number[];
  readonly failed: readonly { readonly id: number; readonly problem: SuggestionProblem }[];
}

/** Approves several in one edit, which undoes them all; what cannot be taken stays in the queue. */
export function approveAll(target: ReviewTarget, ids: readonly number[]): Result<ApprovedAll, SuggestionProblem> {
  const allowed = gate(target, 'review suggestions');
  if (!allowed.ok) return allowed;
  const planned: { id: number; change: PlannedChange }[] = [];
  const failed: { id: number; problem: SuggestionProblem }[] = [];
  for (const id of new Set(ids)) {
    const found = waiting(target, id);
    const plan = found.ok ? planChange(speaking(target, found.value.by), changeOf(found.value)) : found;
    if (plan.ok) planned.push({ id, change: plan.value });
    else failed.push({ id, problem: plan.problem });
  }
  const approved = planned.map(({ id }) => id);
  if (planned.length === 0) return ok({ edit: null, approved, failed });
  const edit = target.write.transaction((session) => {
    const made = session.record({
      actor: target.by.actor,
      op: 'approve-suggestions',
      target: 'suggestions',
      after: { suggestions: approved },
      at: target.at,
    });
    for (const { id, change } of planned) {
      decide(target, session, id, 'approved', made);
      change.write(session);
    }
    return made;
  });
  return ok({ edit, approved, failed });
}

/** Takes a suggestion out of the queue, with the reason that its suggester is told. */
export function reject(target: ReviewTarget, id: number, reason: string): Result<EditId, SuggestionProblem> {
  const found = waiting(target, id);
  if (!found.ok) return found;
  const why = reason.trim();
  if (why === '') return fail({ kind: 'reason-missing' });
  if (why.length > LONGEST_REASON) {
    return fail({ kind: 'row', faults: [{ kind: 'too-long', column: 'reason', most: LONGEST_REASON }] });
  }
  const edit = target.write.transaction((session) => {
    const made = session.record({
      actor: target.by.actor,
      op: 'reject-suggestion',
      target: `suggestion:${id}`,
      before: { cells: found.value.cells, account: found.value.account },
      reason: why,
      at: target.at,
    });
    decide(target, session, id, 'rejected', made);
    session.set('suggestion.reason', id, why);
    return made;
  });
  return ok(edit);
}

/** A suggestion that waits, for whoever may decide it. */
export function waiting(target: QueueTarget, id: number): Result<Suggestion, SuggestionProblem> {
  const allowed = gate(target, 'review suggestions');
  if (!allowed.ok) return allowed;
  const suggestion = target.suggestions.get(id);
  if (suggestion === undefined) return fail({ kind: 'no-such-suggestion', id });
  return suggestion.status === 'waiting' ? ok(suggestion) : fail(notWaiting(target, id));
}

function speaking(target: ReviewTarget, actor: Actor): FactTarget {
  return { ...target, speaker: { actor, title: target.titleFor(actor.name) } };
}

/** Asked again inside the transaction; false where somebody was faster. */
function decide(
  { suggestions }: QueueTarget,
  session: WriteSession,
  id: number,
  status: 'approved' | 'rejected',
  edit: EditId,
): boolean {
  if (suggestions.get(id)?.status !== 'waiting') return false;
  session.set('suggestion.status', id, status);
  session.set('suggestion.decided', id, edit);
  return true;
}
