import { membersJson } from '../../src/documents/lookup-json.ts';
import { membersDocument } from '../../src/documents/members.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { members as lookUp } from '../../src/lookup/members.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { dateOption, nameOption, readYear } from '../options.ts';

export const members = {
  name: 'members',
  description: commands.lore.members.description,
  options: [
    nameOption('of', commands.lore.members.of, { isRequired: true }),
    dateOption('year', commands.lore.members.year),
  ],
  positional: ['of'],
  answer: (lorebook, options) => {
    const year = readYear(lorebook, options.year);
    if (!year.ok) return { kind: 'refused', message: year.message };
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.of ?? '', year.window);
    if (view.status === 'answered') lorebook.noteAsked(view.of.id);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: membersDocument(view, voice, year.typed),
      json: () => membersJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
