import type { LoreReader } from '../../lore/reader.ts';
import { type Document, fact, type Link, line, small } from '../../messages/document.ts';
import { welcome as words } from '../../messages/en/welcome.ts';
import { holdsNothing, thingsToTry } from '../tries.ts';

/** What a new server is told, once. */
export function welcomeDocument(read: LoreReader): Document {
  const { title } = read.profile;
  const isEmpty = holdsNothing(read);
  const tries = thingsToTry(read);
  return {
    tone: 'plain',
    heading: words.heading,
    items: [
      fact(line(words.what), line(words.suggest)),
      fact(line(isEmpty ? words.holdsNothing : words.holds(title))),
      ...(isEmpty ? [] : [fact(...tries.map((typed) => line({ em: typed })))]),
      fact(line({ strong: words.forAdmins })),
    ],
    closing: [small(words.privacy)],
    links: [...(isEmpty ? [] : [doing(words.buttons.keep(title), 'welcome.keep')]), emptyLink(), ownLink()],
  };
}

/** The greeting once an admin has chosen. */
export function chosenDocument(read: LoreReader, by: string): Document {
  const isEmpty = read.counts().claims === 0;
  return {
    tone: 'plain',
    heading: isEmpty ? words.emptied : words.kept(read.profile.title),
    items: [fact(line(isEmpty ? words.emptiedNext : words.keptNext), small(words.by(by)))],
    closing: [small(words.privacy)],
    links: [setupLink(), ...(isEmpty ? [ownLink()] : [])],
  };
}

/** How to bring a universe of one's own. */
export function ownDocument(read: LoreReader): Document {
  return {
    tone: 'plain',
    heading: words.own.heading,
    items: words.own.steps.map((step) => fact(line(step))),
    links: [...(read.counts().claims === 0 ? [] : [emptyLink()]), setupLink()],
  };
}

/** Which lorebook is to take the place of this one. */
export function anewDocument(isUntouched: boolean): Document {
  return {
    tone: 'plain',
    heading: words.anew.heading,
    items: [fact(line(words.anew.what), ...(isUntouched ? [] : [line(words.anew.heads)]))],
    links: (['starter', 'empty'] as const).map((from) => ({
      label: words.anew[from],
      verb: 'do',
      command: 'setup.begin',
      options: { from },
    })),
  };
}

/** What stands in the way: somebody's work, of which there must be a copy first. */
export function heldDocument(from: 'starter' | 'empty'): Document {
  return {
    tone: 'plain',
    heading: words.anew.heading,
    items: [fact(line(words.anew.heads))],
    links: [{ label: words.anew.copyFirst, verb: 'do', command: 'parting.copy', options: { as: from } }],
  };
}

function emptyLink(): Link {
  return doing(words.buttons.empty, 'welcome.empty');
}

function ownLink(): Link {
  return doing(words.buttons.own, 'welcome.own');
}

function setupLink(): Link {
  return doing(words.buttons.setup, 'setup.open');
}

function doing(label: string, command: string): Link {
  return { label, verb: 'do', command, options: {} };
}
