import type { Edit, EditLog } from '../../lore/history.ts';
import { fact, type Item, line, small } from '../../messages/document.ts';
import { history as words } from '../../messages/en/history.ts';
import type { Voice } from '../voice.ts';
import { type ToldChange, toldChanges } from './told-changes.ts';

/** How an edit is told: the times of a server are its own. */
export interface EditVoice {
  readonly log: EditLog;
  readonly voice: Voice;
  when(at: number): string;
}

/** Changes told with an edit; more are counted. */
const MOST_CHANGES = 2;
const LONGEST = 160;

/** What telling of edits needs: the log, and when it was on this server’s clock. */
export function editVoice(log: EditLog, voice: Voice, timeZone: string | null): EditVoice {
  const format = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: timeZone ?? 'UTC',
  });
  return { log, voice, when: (at) => format.format(at) };
}

/** "Keeper retracted a fact" */
export function didText(edit: Edit): string {
  return words.done(edit.by.name, edit.undoes.length > 0 ? words.undid(edit.undoes) : words.op(edit.op));
}

/** Before and after of an edit, on one line. */
export function changesText(edit: Edit, { log, voice }: Omit<EditVoice, 'when'>): string {
  const told = toldChanges(edit, log, voice);
  const shown = told
    .slice(0, MOST_CHANGES)
    .map(({ what, before, after }) => words.change(what, cut(before), cut(after)));
  const rest = told.length - shown.length;
  return [...shown, ...(rest > 0 ? [words.moreChanges(rest)] : [])].join(' · ');
}

/** An edit in two or three lines: who, when, what; before and after; why, and whether it stands. */
export function editItem(edit: Edit, speaking: EditVoice): Item {
  const changes = changesText(edit, speaking);
  const rest = [
    ...(edit.reason.trim() === '' ? [] : [words.why(cut(edit.reason) ?? '')]),
    ...(edit.undoneBy === null ? [] : [words.undoneBy(edit.undoneBy)]),
  ];
  return fact(
    line({ strong: words.number(edit.id) }, ` ${didText(edit)}`, ` · ${speaking.when(edit.at)}`),
    ...(changes === '' ? [] : [small(changes)]),
    ...(rest.length === 0 ? [] : [small(rest.join(' · '))]),
  );
}

export function editJson(edit: Edit, { log, voice }: Omit<EditVoice, 'when'>) {
  const { id, at, by, op, target, reason, undoes, undoneBy } = edit;
  const changes: readonly ToldChange[] = toldChanges(edit, log, voice);
  return { id, at: new Date(at).toISOString(), by, op, target, what: didText(edit), reason, changes, undoes, undoneBy };
}

function cut<T extends string | null>(text: T): T | string {
  if (text === null || text.length <= LONGEST) return text;
  return `${text.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
