import { randomJson } from '../../src/documents/lookup-json.ts';
import { randomDocument } from '../../src/documents/search.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { again, random as lookUp } from '../../src/lookup/random.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';

export const random = {
  name: 'random',
  description: commands.lore.random.description,
  options: [],
  positional: [],
  answer: (lorebook, options) => {
    const voice = voiceOf(lorebook.read);
    // Shared, it is still the fact that was seen: `claim` is held by buttons only.
    const view = again(lorebook.read, Number(options.claim)) ?? lookUp(lorebook.read, Math.random(), Math.random());
    return {
      kind: 'answered',
      isFound: view.status === 'answered',
      document: randomDocument(view, voice),
      json: () => randomJson(view, voice),
      again: view.status === 'answered' ? { claim: String(view.fact.lead.id) } : {},
    };
  },
} satisfies LookupCommand;
