import { planUndo, undo } from '../../../src/edit/undo.ts';
import { lastEdit, type Maker, Refused, target } from '../desk.ts';

/** An undo of one of the last edits, with all that was built on it. */
export const takingBack: Maker = (desk, token) => {
  const chosen = desk.luck.pick(desk.lorebook.log.edits({ limit: 12 })).id;
  const plan = planUndo(target(desk), chosen);
  if (!plan.ok) return null;
  const edits = [plan.value.edit, ...plan.value.later].map(({ id }) => id);
  return {
    intent: { token, kind: 'undo', shape: 'undo', edits },
    work: () => {
      const done = undo(target(desk), chosen, true);
      if (!done.ok) throw new Refused(JSON.stringify(done.problem));
      return lastEdit(desk);
    },
  };
};
