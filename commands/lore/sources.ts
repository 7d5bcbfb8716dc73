import { sourcesJson } from '../../src/documents/lookup-json.ts';
import { sourcesDocument } from '../../src/documents/sources.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { sources as lookUp } from '../../src/lookup/sources.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { CommandOption, LookupCommand } from '../command.ts';
import { MOST_CHOICES, nameOption, suggestAccounts } from '../options.ts';

const works = nameOption('name', commands.lore.sources.name, { kinds: ['work'] });

/** Works are found by name as everywhere; accounts are few, and stand before them. */
const sourceOption: CommandOption = {
  ...works,
  suggest: (lorebook, typed, options) =>
    [...suggestAccounts(lorebook, typed), ...(works.suggest?.(lorebook, typed, options) ?? [])].slice(0, MOST_CHOICES),
};

export const sources = {
  name: 'sources',
  description: commands.lore.sources.description,
  options: [sourceOption],
  positional: ['name'],
  answer: (lorebook, options) => {
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.name);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: sourcesDocument(view, voice),
      json: () => sourcesJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
