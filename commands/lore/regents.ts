import { regentsJson } from '../../src/documents/lookup-json.ts';
import { regentsDocument } from '../../src/documents/regents.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { regents as lookUp } from '../../src/lookup/regents.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { dateOption, nameOption, readYear } from '../options.ts';

export const regents = {
  name: 'regents',
  description: commands.lore.regents.description,
  options: [
    nameOption('office', commands.lore.regents.office, { kinds: ['office'] }),
    dateOption('year', commands.lore.regents.year),
  ],
  positional: ['office'],
  answer: (lorebook, options) => {
    const year = readYear(lorebook, options.year);
    if (!year.ok) return { kind: 'refused', message: year.message };
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.office, year.window);
    if (view.status === 'answered') lorebook.noteAsked(view.office.id);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: regentsDocument(view, voice, year.typed),
      json: () => regentsJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
