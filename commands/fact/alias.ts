import { resolveName } from '../../src/lookup/name.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { propose } from '../changes/propose.ts';
import type { ActCommand } from '../command.ts';
import { nameOption } from '../options.ts';

export const alias = {
  name: 'alias',
  description: commands.fact.alias.description,
  options: [
    nameOption('name', commands.fact.alias.name, { isRequired: true }),
    { name: 'add', description: commands.fact.alias.add, type: 'string', maxLength: 200 },
    {
      name: 'remove',
      description: commands.fact.alias.remove,
      type: 'string',
      maxLength: 200,
      suggest: (lorebook, typed, options) => {
        const named = resolveName(lorebook.read, options.name ?? '');
        if (named.kind !== 'one') return [];
        return lorebook.read
          .aliases(named.entity.id)
          .filter((one) => one.length <= 100 && one.toLowerCase().includes(typed.trim().toLowerCase()))
          .map((one) => ({ name: one, value: one }));
      },
    },
  ],
  positional: ['name'],
  run: (context, options) => {
    const added = options.add?.trim() ?? '';
    const removed = options.remove?.trim() ?? '';
    if ((added === '') === (removed === '')) return { kind: 'refused', message: facts.addOrRemove };
    const isRemoval = added === '';
    const text = isRemoval ? removed : added;
    return propose(context, { kind: 'alias', name: options.name ?? '', alias: text, isRemoval });
  },
} satisfies ActCommand;
