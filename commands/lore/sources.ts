import { sourcesJson } from '../../src/documents/lookup-json.ts';
import { sourcesDocument } from '../../src/documents/sources.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { sources as lookUp } from '../../src/lookup/sources.ts';
import { fold } from '../../src/lore/fold.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { CommandOption, LookupCommand } from '../command.ts';
import { nameOption } from '../options.ts';

const works = nameOption('name', commands.lore.sources.name, { kinds: ['work'] });

const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** Works are found by name as everywhere; accounts are few, and stand before them. */
const sourceOption: CommandOption = {
  ...works,
  suggest: (lorebook, typed, options) => {
    const wanted = fold(typed);
    const accounts = lorebook.read.accounts
      .filter((account) => fold(account.title).includes(wanted))
      .map((account) => ({
        name: account.title.slice(0, LONGEST_CHOICE),
        value: account.slug.slice(0, LONGEST_CHOICE),
      }));
    return [...accounts, ...(works.suggest?.(lorebook, typed, options) ?? [])].slice(0, MOST_CHOICES);
  },
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
