import { effectItems } from '../../src/documents/facts/change.ts';
import { editItem, editJson } from '../../src/documents/facts/history.ts';
import { effectSince, keptNow } from '../../src/edit/change-effect.ts';
import { planUndo, rehearseUndo, type UndoProblem, undo } from '../../src/edit/undo.ts';
import type { Edit } from '../../src/lore/history.ts';
import type { EditId } from '../../src/lore/ids.ts';
import { ok } from '../../src/lore/result.ts';
import { fact, heading, type Link, line, small } from '../../src/messages/document.ts';
import { history as words } from '../../src/messages/en/history.ts';
import { rolesFor } from '../changes/target.ts';
import type { ActContext, Action, Options, Reply } from '../command.ts';
import { runAside } from '../run-aside.ts';
import { editTarget, speaking } from './speaking.ts';

/** Edits built on one that are told with it; more are counted. */
const MOST_TOLD = 5;
/** Rows gone through at once; more take longer than anybody should wait behind. */
const MOST_AT_ONCE = 1_000;
/** What the terminal is told to type where others are built on an edit. */
const FLAG = { discord: 'all:true', terminal: '--all (at the prompt all:true)' } as const;

/** The number of an edit as people write it: 12, #12. */
export function editNumber(typed: string | undefined): number | null {
  const digits = /^\s*#?\s*(\d{1,15})\s*$/.exec(typed ?? '')?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Why an edit cannot be undone, in one sentence. */
function undoRefused(context: ActContext, problem: UndoProblem): Reply {
  const roles = 'needs' in problem ? rolesFor(context, problem) : [];
  return { kind: 'refused', message: words.problem(problem, roles, FLAG[context.around.kind]) };
}

/** What an undo would take back, and which conflicts it would open or close, before it is done. */
export function showUndo(context: ActContext, id: number, isInPlace: boolean): Reply {
  const target = editTarget(context);
  const planned = planUndo(target, id);
  if (!planned.ok) return undoRefused(context, planned.problem);
  const { edit, later } = planned.value;
  const told = speaking(context);
  const going = [fact(...editItem(edit, told).lines), ...later.slice(0, MOST_TOLD).map((one) => editItem(one, told))];
  const isLarge = rowsOf(context, [edit, ...later]) > MOST_AT_ONCE;
  const kept = keptNow(target.read, null);
  const effects = isLarge
    ? ok([fact(small(words.large))])
    : rehearseUndo(target, id, () => effectItems(effectSince(kept, target.read, null), told.voice, false));
  if (!effects.ok) return undoRefused(context, effects.problem);
  const options = { e: String(id), n: String(later.length), l: String(later.at(-1)?.id ?? id) };
  const rest = later.length - MOST_TOLD;
  return {
    kind: 'card',
    isInPlace,
    document: {
      tone: 'plain',
      heading: words.preview(id),
      items: [
        ...going.slice(0, 1),
        ...(later.length === 0 ? [] : [heading(words.previewBuiltOn(later.length)), ...going.slice(1)]),
        ...(rest > 0 ? [fact(small(words.moreChanges(rest)))] : []),
        ...effects.value,
      ],
      closing: [small(words.nothingYet)],
      links: [
        {
          label: later.length === 0 ? words.buttons.undo : words.buttons.undoAll(later.length + 1),
          verb: 'do',
          command: isLarge ? 'undo.large' : 'undo.do',
          options,
          style: 'danger',
        },
        { label: words.buttons.cancel, verb: 'do', command: 'undo.cancel', options: {} },
      ],
    },
    json: () => ({ status: 'preview', edit: editJson(edit, told), later: later.map((one) => editJson(one, told)) }),
  };
}

/** How many rows an undo would go through. */
function rowsOf({ lorebook }: ActContext, edits: readonly Edit[]): number {
  const changes = edits.flatMap(({ id }) => lorebook.log.changes(id));
  return changes.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Takes it back; `isAll` also what was built on it. */
export function undoNow(context: ActContext, id: number, isAll: boolean, isInPlace: boolean): Reply {
  const target = editTarget(context);
  const planned = planUndo(target, id);
  const going = planned.ok ? [id, ...planned.value.later.map((one): number => one.id)] : [];
  const kept = keptNow(target.read, null);
  const done = undo(target, id, isAll);
  if (!done.ok) return undoRefused(context, done.problem);
  const told = speaking(context);
  const effect = effectSince(kept, target.read, null);
  const edits = going.flatMap((one) => target.log.edit(one) ?? []);
  return {
    kind: 'card',
    isInPlace,
    document: {
      tone: 'plain',
      heading: words.undone(going),
      items: [...edits.slice(0, MOST_TOLD).map((one) => editItem(one, told)), ...effectItems(effect, told.voice, true)],
      closing: [small(words.asEdit(done.value))],
      links: [undoButton(done.value)],
    },
    json: () => ({ status: 'undone', edit: done.value, undone: going }),
  };
}

/** Leads to the preview of an undo, for whoever may. */
export function undoButton(edit: EditId | number): Link {
  return { label: words.buttons.undo, verb: 'do', command: 'undo.ask', options: { e: String(edit) } };
}

/** Only what was shown is undone: where more was built on it meanwhile, that is shown first. */
function undoShown(context: ActContext, options: Options): Reply {
  const id = Number(options.e);
  const planned = planUndo(editTarget(context), id);
  if (!planned.ok) return undoRefused(context, planned.problem);
  const { later } = planned.value;
  const isAsShown = String(later.length) === options.n && String(later.at(-1)?.id ?? id) === options.l;
  return isAsShown ? undoNow(context, id, true, true) : showUndo(context, id, true);
}

/** The same for an edit of many rows: in a thread of its own, so that others are answered meanwhile. */
async function undoLarge(context: ActContext, options: Options): Promise<Reply> {
  const { by, at } = context;
  const id = Number(options.e);
  const planned = planUndo(editTarget(context), id);
  if (!planned.ok) return undoRefused(context, planned.problem);
  const { edit, later } = planned.value;
  if (String(later.length) !== options.n || String(later.at(-1)?.id ?? id) !== options.l) {
    return showUndo(context, id, false);
  }
  const told = speaking(context);
  const items = [edit, ...later].slice(0, MOST_TOLD).map((one) => editItem(one, told));
  const done = await runAside(context, 'undo', { edit: id, by, at });
  if (!done.ok) return { kind: 'refused', message: done.problem };
  if (done.value.kind === 'refused') return undoRefused(context, done.value.problem);
  const { edit: undone } = done.value;
  const going = [id, ...later.map((one): number => one.id)];
  return {
    kind: 'card',
    document: {
      tone: 'plain',
      heading: words.undone(going),
      items,
      closing: [small(words.asEdit(undone))],
      links: [undoButton(undone)],
    },
    json: () => ({ status: 'undone', edit: undone, undone: going }),
  };
}

/** What the buttons of a preview run, and the Undo button of every other card. */
export const undoActions: readonly Action[] = [
  { name: 'undo.ask', run: (context, options) => showUndo(context, Number(options.e), false) },
  { name: 'undo.do', run: undoShown },
  { name: 'undo.large', isSlow: true, run: undoLarge },
  {
    name: 'undo.cancel',
    run: () => ({
      kind: 'card',
      isInPlace: true,
      document: { tone: 'empty', heading: words.cancelled, items: [fact(line(words.kept))], links: [] },
      json: () => ({ status: 'cancelled' }),
    }),
  },
];
