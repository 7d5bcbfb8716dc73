import { conflictsDocument } from '../../src/documents/conflicts.ts';
import { conflictsJson } from '../../src/documents/findings-json.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { conflicts as lookUp } from '../../src/lookup/conflicts.ts';
import { FINDING_CLASSES } from '../../src/lore/finding.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { findings } from '../../src/messages/en/findings.ts';
import type { CommandOption, LookupCommand } from '../command.ts';
import { nameOption } from '../options.ts';

const classOption: CommandOption = {
  name: 'class',
  description: commands.lore.conflicts.class,
  type: 'string',
  maxLength: 20,
  suggest: (_lorebook, typed) =>
    FINDING_CLASSES.filter((one) => one.startsWith(typed.trim().toLowerCase())).map((one) => ({
      name: `${one} (${findings.classes[one].toLowerCase()})`,
      value: one,
    })),
};

export const conflicts = {
  name: 'conflicts',
  description: commands.lore.conflicts.description,
  options: [
    nameOption('about', commands.lore.conflicts.about),
    classOption,
    { name: 'all', description: commands.lore.conflicts.all, type: 'boolean' },
  ],
  positional: [],
  answer: (lorebook, options) => {
    const typed = options.class?.trim().toLowerCase() ?? '';
    const wanted = FINDING_CLASSES.find((one) => one === typed) ?? null;
    if (typed !== '' && wanted === null) {
      return { kind: 'refused', message: findings.badClass(typed, FINDING_CLASSES) };
    }
    const voice = voiceOf(lorebook.read);
    const view = lookUp(lorebook.read, { about: options.about, class: wanted, isAll: options.all === 'true' });
    return {
      kind: 'answered',
      isFound: view.status === 'one' || view.status === 'list' || view.status === 'ambiguous',
      document: conflictsDocument(view, voice),
      json: () => conflictsJson(view, voice),
      again: options,
    };
  },
} satisfies LookupCommand;
