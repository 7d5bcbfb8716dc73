import { entryDocument } from '../../src/documents/entry.ts';
import { entryJson } from '../../src/documents/lookup-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { entry as lookUp } from '../../src/lookup/entry.ts';
import { handleOf } from '../../src/lookup/name.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { nameOption } from '../options.ts';

export const entry = {
  name: 'entry',
  description: commands.lore.entry.description,
  options: [nameOption('name', commands.lore.entry.name, { isRequired: true })],
  positional: ['name'],
  answer: (lorebook, options) => {
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.name ?? '');
    if (view.status === 'answered') lorebook.noteAsked(view.entity.id);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: entryDocument(view, voice),
      json: () => entryJson(view, voice),
      again: view.status === 'answered' ? { name: handleOf(lorebook.read, view.entity, SHORT) } : options,
    };
  },
} satisfies LookupCommand;

/** A handle that fits into a button beside everything else it holds. */
const SHORT = 40;
