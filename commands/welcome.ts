import {
  anewDocument,
  chosenDocument,
  heldDocument,
  ownDocument,
  welcomeDocument,
} from '../src/documents/lorebook/welcome.ts';
import { carryOver, isUntouched, noteGreeting } from '../src/edit/beginnings.ts';
import { refusal } from '../src/lore/permission.ts';
import { readSchedule } from '../src/lore/schedule.ts';
import type { Lorebook } from '../src/lorebook/lorebook.ts';
import type { Document } from '../src/messages/document.ts';
import type { ActContext, Action, Reply } from './command.ts';
import { panel } from './panel.ts';
import { refused } from './refused.ts';

/** The greeting of a server that is new; null where it was greeted already. Noted before it is sent. */
export function greeting(lorebook: Lorebook, at: number): Document | null {
  const isGreeted = lorebook.setting('greeted') === true;
  return noteGreeting({ write: lorebook.write, at }, isGreeted) ? welcomeDocument(lorebook.read) : null;
}

/** What admins choose a lorebook's beginning with: on the greeting, and later in the setup. */
export const welcomeActions: readonly Action[] = [
  { name: 'welcome.keep', run: (context) => forAdmins(context, () => chosen(context, context.lorebook, true)) },
  { name: 'welcome.empty', run: (context) => forAdmins(context, () => begin(context, 'empty')) },
  {
    name: 'welcome.own',
    run: (context) => forAdmins(context, () => card(ownDocument(context.lorebook.read), false)),
  },
  { name: 'setup.open', run: (context) => panel(context, 'setup') },
  {
    name: 'setup.anew',
    run: (context) => forAdmins(context, () => card(anewDocument(isUntouched(context.lorebook.log)), false)),
  },
  {
    name: 'setup.begin',
    run: (context, { from }) => forAdmins(context, () => begin(context, from === 'starter' ? 'starter' : 'empty')),
  },
];

/** A lorebook in which somebody's work stands goes only with a copy and a typed word. */
function begin(context: ActContext, from: 'starter' | 'empty'): Reply {
  const { lorebook, around } = context;
  if (!isUntouched(lorebook.log)) return card(heldDocument(from), false);
  replaceLorebook(context, from);
  return chosen(context, around.file.again() ?? lorebook, true);
}

/** Puts a fresh lorebook in the place of the server's own; how the server uses it stays. */
export function replaceLorebook({ lorebook, around, by, at }: ActContext, from: 'starter' | 'empty'): void {
  const schedule = readSchedule(lorebook.setting('schedule'));
  // What was posted until now is not known to the fresh one: nothing before this moment is due.
  const settings = { ...lorebook.settings(), ...(schedule === null ? {} : { schedule: { ...schedule, since: at } }) };
  around.file.startAnew(from, (fresh) => carryOver({ write: fresh.write, by, at }, from, settings));
}

function chosen({ by }: ActContext, { read }: Lorebook, isInPlace: boolean): Reply {
  return card(chosenDocument(read, by.actor.name), isInPlace);
}

function card(document: Document, isInPlace: boolean): Reply {
  return { kind: 'card', document, json: () => ({}), isInPlace };
}

function forAdmins(context: ActContext, run: () => Reply): Reply {
  const notAllowed = refusal(context.by, 'set up the lorebook');
  return notAllowed === null ? run() : refused(context, notAllowed);
}
