import { effectItems } from '../../src/documents/facts/change.ts';
import { editItem, editJson } from '../../src/documents/facts/history.ts';
import { effectSince, keptNow } from '../../src/edit/change-effect.ts';
import { planUndo, rehearseUndo, type UndoProblem, undo } from '../../src/edit/undo.ts';
import type { Edit } from '../../src/lore/history.ts';
import type { EditId } from '../../src/lore/ids.ts';
import { fact, heading, type Link, line, small } from '../../src/messages/document.ts';
import { history as words } from '../../src/messages/en/history.ts';
import { rolesFor } from '../changes/target.ts';
import type { ActContext, Action, Options, Reply } from '../command.ts';
import { spreadUndo } from '../suggestions/review-card.ts';
import { editTarget, speaking } from './speaking.ts';

/** Edits built on one that are told with it; more are counted. */
const MOST_TOLD = 5;
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
  return context.briefly(() => preview(context, id, isInPlace));
}

function preview(context: ActContext, id: number, isInPlace: boolean): Reply {
  const target = editTarget(context);
  const planned = planUndo(target, id);
  if (!planned.ok) return undoRefused(context, planned.problem);
  const { edit, later } = planned.value;
  const told = speaking(context);
  const going = [fact(...editItem(edit, told).lines), ...later.slice(0, MOST_TOLD).map((one) => editItem(one, told))];
  const kept = keptNow(target.read, null);
  const effects = rehearseUndo(target, id, () => effectItems(effectSince(kept, target.read, null), told.voice, false));
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
          command: 'undo.do',
          options,
          style: 'danger',
        },
        { label: words.buttons.cancel, verb: 'do', command: 'undo.cancel', options: {} },
      ],
    },
    json: () => ({ status: 'preview', edit: editJson(edit, told), later: later.map((one) => editJson(one, told)) }),
  };
}

/** Takes it back; `isAll` also what was built on it. */
export async function undoNow(context: ActContext, id: number, isAll: boolean, isInPlace: boolean): Promise<Reply> {
  const { reply, edits } = context.briefly(() => takeBack(context, id, isAll, isInPlace));
  const changes = edits.flatMap(({ id: edit }) => context.lorebook.log.changes(edit));
  const decisions = changes.filter(({ kind, field }) => kind === 'suggestion' && field === 'status');
  await spreadUndo(context, [...new Set(decisions.map(({ first }) => first))]);
  return reply;
}

interface TakenBack {
  readonly reply: Reply;
  /** What was undone. */
  readonly edits: readonly Edit[];
}

function takeBack(context: ActContext, id: number, isAll: boolean, isInPlace: boolean): TakenBack {
  const target = editTarget(context);
  const planned = planUndo(target, id);
  const going = planned.ok ? [id, ...planned.value.later.map((one): number => one.id)] : [];
  const kept = keptNow(target.read, null);
  const done = undo(target, id, isAll);
  if (!done.ok) return { reply: undoRefused(context, done.problem), edits: [] };
  const told = speaking(context);
  const effect = effectSince(kept, target.read, null);
  const edits = going.flatMap((one) => target.log.edit(one) ?? []);
  const reply: Reply = {
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
  return { reply, edits };
}

/** Leads to the preview of an undo, for whoever may. */
export function undoButton(edit: EditId | number): Link {
  return { label: words.buttons.undo, verb: 'do', command: 'undo.ask', options: { e: String(edit) } };
}

/** Only what was shown is undone: where more was built on it meanwhile, that is shown first. */
function undoShown(context: ActContext, options: Options): Reply | Promise<Reply> {
  const id = Number(options.e);
  const planned = context.briefly(() => planUndo(editTarget(context), id));
  if (!planned.ok) return undoRefused(context, planned.problem);
  const { later } = planned.value;
  const isAsShown = String(later.length) === options.n && String(later.at(-1)?.id ?? id) === options.l;
  return isAsShown ? undoNow(context, id, true, true) : showUndo(context, id, true);
}

/** What the buttons of a preview run, and the Undo button of every other card. */
export const undoActions: readonly Action[] = [
  { name: 'undo.ask', run: (context, options) => showUndo(context, Number(options.e), false) },
  { name: 'undo.do', run: undoShown },
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
