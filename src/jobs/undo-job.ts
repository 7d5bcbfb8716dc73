import { type UndoProblem, undo } from '../edit/undo.ts';
import type { EditId } from '../lore/ids.ts';
import type { Standing } from '../lore/permission.ts';
import type { Lorebook } from '../lorebook/lorebook.ts';

export interface UndoInput {
  readonly edit: number;
  readonly by: Standing;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export type UndoOutcome =
  | { readonly kind: 'undone'; readonly edit: EditId }
  | { readonly kind: 'refused'; readonly problem: UndoProblem };

/** Takes a large edit back, with all that was built on it. */
export function undoJob(lorebook: Lorebook, { edit, by, at }: UndoInput): UndoOutcome {
  const done = undo({ ...lorebook, by, at }, edit, true);
  return done.ok ? { kind: 'undone', edit: done.value } : { kind: 'refused', problem: done.problem };
}
