import { battlesDocument } from '../../src/documents/battles.ts';
import { battlesJson } from '../../src/documents/lookup-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { battles as lookUp } from '../../src/lookup/battles.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { dateOption, nameOption, readSpan } from '../options.ts';

export const battles = {
  name: 'battles',
  description: commands.lore.battles.description,
  options: [
    nameOption('of', commands.lore.battles.of),
    dateOption('from', commands.lore.battles.from),
    dateOption('to', commands.lore.battles.to),
  ],
  positional: ['of'],
  answer: (lorebook, options) => {
    const read = readSpan(lorebook, options);
    if (!read.ok) return { kind: 'refused', message: read.message };
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.of, read.span);
    if (view.status === 'answered' && view.of !== null) lorebook.noteAsked(view.of.id);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: battlesDocument(view, voice, read.typed),
      json: () => battlesJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
