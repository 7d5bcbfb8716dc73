import { compareDocument } from '../../src/documents/compare.ts';
import { compareJson } from '../../src/documents/compare-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { compare as lookUp } from '../../src/lookup/compare.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { accountOption, nameOption } from '../options.ts';

export const compare = {
  name: 'compare',
  description: commands.lore.compare.description,
  options: [
    nameOption('about', commands.lore.compare.about, { isRequired: true }),
    accountOption('a', commands.lore.compare.a, { isRequired: true }),
    accountOption('b', commands.lore.compare.b, { isRequired: true }),
  ],
  positional: ['about'],
  answer: (lorebook, options) => {
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, options.about ?? '', options.a ?? '', options.b ?? '');
    if (view.status === 'answered') lorebook.noteAsked(view.about.id);
    return {
      kind: 'answered',
      isFound: view.status === 'answered' || view.status === 'ambiguous',
      document: compareDocument(view, voice),
      json: () => compareJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
