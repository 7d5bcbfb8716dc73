import { searchJson } from '../../src/documents/lookup-json.ts';
import { searchDocument } from '../../src/documents/search.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { search as lookUp } from '../../src/lookup/search.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';

/** What is searched for stands in the page buttons whole, so it may not be longer than they can hold. */
const LONGEST_SEARCH = 70;

export const search = {
  name: 'search',
  description: commands.lore.search.description,
  options: [
    {
      name: 'text',
      description: commands.lore.search.text,
      type: 'string',
      isRequired: true,
      maxLength: LONGEST_SEARCH,
    },
  ],
  positional: ['text'],
  answer: (lorebook, options) => {
    const voice = voiceOf(lorebook.read);
    const text = [...(options.text ?? '')].slice(0, LONGEST_SEARCH).join('');
    const view = lookUp(lorebook.read, text);
    return {
      kind: 'answered',
      isFound: view.hits.length + view.claims.length + view.quotes.length > 0,
      document: searchDocument(view, voice),
      json: () => searchJson(view, voice),
      again: { text },
    };
  },
} satisfies LookupCommand;
