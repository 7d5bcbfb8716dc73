import { type Change, inverseOf } from '../lore/change.ts';
import type { Edit } from '../lore/history.ts';
import type { EditId } from '../lore/ids.ts';
import { type Refusal, refusal } from '../lore/permission.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import type { WriteSession } from '../lore/writer.ts';
import type { EditTarget } from './edit-target.ts';

export type UndoProblem =
  | Refusal
  | { readonly kind: 'no-such-edit'; readonly id: number }
  /** It made or ended a ruling, which no keeper may do alone here. */
  | { readonly kind: 'takes-two-keepers'; readonly edit: Edit }
  | { readonly kind: 'undone-already'; readonly edit: Edit }
  /** How the lorebook began, and what changes nothing, cannot be taken back. */
  | { readonly kind: 'not-undoable'; readonly edit: Edit }
  /** Others rest on it: all of them go together, or none. */
  | { readonly kind: 'built-on'; readonly edit: Edit; readonly later: readonly Edit[] };

/** The edits that go when one is undone: itself, and what has been built on it since. */
export interface UndoPlan {
  readonly edit: Edit;
  readonly later: readonly Edit[];
}

/** Ops that only begin a lorebook, or leave nothing to take back. */
const LASTING: ReadonlySet<string> = new Set(['load-pack', 'forget-member', 'greet']);

/** What an undo would take back, if the one who asks may take back all of it. */
export function planUndo(target: EditTarget, id: number): Result<UndoPlan, UndoProblem> {
  const edit = target.log.edit(id);
  const refusedAll = refusal(target.by, 'undo edits');
  if (refusedAll !== null) return fail(refusedAll);
  if (edit === undefined) return fail({ kind: 'no-such-edit', id });
  if (edit.undoneBy !== null) return fail({ kind: 'undone-already', edit });
  if (LASTING.has(edit.op) || target.log.changes(edit.id).length === 0) return fail({ kind: 'not-undoable', edit });
  const later = target.log.builtOn(edit.id);
  for (const one of [edit, ...later]) {
    const deed = isOfTheLorebook(target, one) ? 'set up the lorebook' : 'undo edits';
    const refused = refusal(target.by, deed, one.by.ref);
    if (refused !== null) return fail(refused);
    if (target.rulesByTwo === true && isOfARuling(target, one)) return fail({ kind: 'takes-two-keepers', edit: one });
  }
  return ok({ edit, later });
}

function isOfARuling(target: EditTarget, edit: Edit): boolean {
  return target.log.changes(edit.id).some((change) => change.kind === 'ruling');
}

/** Settings are for admins, whoever made the edit. */
function isOfTheLorebook(target: EditTarget, edit: Edit): boolean {
  return target.log.changes(edit.id).some((change) => change.kind === 'setting');
}

/**
 * Takes an edit back in a new one. Where others were built on it, it does so only `withLater`: all of them or none.
 * Undoing an undo does again what it took back.
 */
export function undo(target: EditTarget, id: number, withLater: boolean): Result<EditId, UndoProblem> {
  const plan = planUndo(target, id);
  if (!plan.ok) return plan;
  const { edit, later } = plan.value;
  if (later.length > 0 && !withLater) return fail({ kind: 'built-on', edit, later });
  return ok(target.write.transaction((session) => takeBack(target, session, [edit, ...later])));
}

/** Does it, with all that goes with it, shows what would stand then to `look`, and takes everything back. */
export function rehearseUndo<Seen>(
  target: EditTarget,
  id: number,
  look: (plan: UndoPlan) => Seen,
): Result<Seen, UndoProblem> {
  const plan = planUndo(target, id);
  if (!plan.ok) return plan;
  const { edit, later } = plan.value;
  return ok(
    target.write.rehearse(
      (session) => takeBack(target, session, [edit, ...later]),
      () => look(plan.value),
    ),
  );
}

function takeBack(target: EditTarget, session: WriteSession, edits: readonly Edit[]): EditId {
  const [first] = edits;
  const undoing = session.record({
    actor: target.by.actor,
    op: 'undo',
    target: `edit:${first?.id}`,
    after: { edits: edits.map((edit) => edit.id) },
    at: target.at,
  });
  for (const edit of [...edits].sort((a, b) => b.id - a.id)) {
    for (const change of inTheOrderOfUndoing(target.log.changes(edit.id))) session.apply(inverseOf(change));
  }
  session.markUndone(edits.map((edit) => edit.id));
  return undoing;
}

/** Backwards; first of all go claims that were added, so that those they took the keys of can come back. */
function inTheOrderOfUndoing(changes: readonly Change[]): readonly Change[] {
  const isClaimAdded = ({ kind, field }: Change): boolean => kind === 'claim' && field === 'added';
  const backwards = [...changes].reverse();
  return [...backwards.filter(isClaimAdded), ...backwards.filter((change) => !isClaimAdded(change))];
}
