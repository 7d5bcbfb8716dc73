import {
  fileDocument,
  privacyDocument,
  privacyJson,
  replacedDocument,
  sureDocument,
} from '../../src/documents/lorebook/privacy.ts';
import { replaceMember } from '../../src/edit/replace-member.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { privacy as words } from '../../src/messages/en/privacy.ts';
import type { ActCommand, ActContext, Action, Reply } from '../command.ts';
import { refused } from '../refused.ts';

/** Whoever presses means themselves: no button says of whom. */
const ACTIONS: readonly Action[] = [
  { name: 'privacy.show', run: (context) => shown(context, true) },
  { name: 'privacy.file', isSlow: true, run: file },
  {
    name: 'privacy.ask',
    run: () => ({ kind: 'card', document: sureDocument(), json: () => ({}), isInPlace: true }),
  },
  { name: 'privacy.replace', run: replace },
];

export const privacy = {
  name: 'privacy',
  description: commands.lore.privacy.description,
  options: [],
  actions: ACTIONS,
  run: (context) => shown(context, false),
} satisfies ActCommand;

function shown({ lorebook, by }: ActContext, isInPlace: boolean): Reply {
  const counts = lorebook.person(by.actor.ref);
  return { kind: 'card', document: privacyDocument(counts), json: () => privacyJson(counts), isInPlace };
}

async function file({ around, by }: ActContext): Promise<Reply> {
  const bytes = await around.file.personFile(by.actor.ref);
  if (bytes.byteLength > around.mostFileBytes) return { kind: 'refused', message: words.fileTooLarge };
  const files = [{ name: 'what-is-kept-about-me.json', bytes }];
  return { kind: 'card', document: fileDocument(), json: () => ({ bytes: bytes.byteLength }), files };
}

function replace(context: ActContext): Reply {
  const { lorebook, by, at } = context;
  const code = crypto.randomUUID().slice(0, 8).toUpperCase();
  const name = words.pseudonym(code);
  const pseudonym = { ref: `former:${code}`, name, accountTitle: facts.ownStatement(name) };
  const replaced = replaceMember({ write: lorebook.write, by, at }, pseudonym);
  if (replaced.ok) {
    return { kind: 'card', document: replacedDocument(name), json: () => ({ replaced: true }), isInPlace: true };
  }
  const { problem } = replaced;
  return problem.kind === 'nobody-known' ? { kind: 'refused', message: words.nobody } : refused(context, problem);
}
