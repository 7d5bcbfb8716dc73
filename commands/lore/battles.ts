import { battlesDocument } from '../../src/documents/battles.ts';
import { battlesJson } from '../../src/documents/lookup-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { battles as lookUp } from '../../src/lookup/battles.ts';
import { commands } from '../../src/messages/en/commands.ts';
import type { LookupCommand } from '../command.ts';
import { dateOption, nameOption, readYear } from '../options.ts';

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
    const from = readYear(lorebook, options.from);
    if (!from.ok) return { kind: 'refused', message: from.message };
    const to = readYear(lorebook, options.to);
    if (!to.ok) return { kind: 'refused', message: to.message };
    const voice = voiceOf(lorebook.read);
    const span = { min: from.window?.min ?? null, max: to.window?.max ?? null };
    const view = lookUp(lorebook.read, options.of, span);
    if (view.status === 'answered' && view.of !== null) lorebook.noteAsked(view.of.id);
    return {
      kind: 'answered',
      isFound: view.status !== 'not-recorded',
      document: battlesDocument(view, voice, { from: from.typed, to: to.typed }),
      json: () => battlesJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
