import { commands } from '../../src/messages/en/commands.ts';
import type { ActCommand } from '../command.ts';
import { nameOption } from '../options.ts';
import { entityNamed } from '../reshaping/entity-named.ts';
import { proposeReshaping, reshapeActions } from '../reshaping/reshaping.ts';

export const merge = {
  name: 'merge',
  description: commands.fact.merge.description,
  options: [
    nameOption('from', commands.fact.merge.from, { isRequired: true }),
    nameOption('into', commands.fact.merge.into, { isRequired: true }),
    { name: 'note', description: commands.fact.merge.note, type: 'string', maxLength: 500 },
  ],
  positional: ['from', 'into'],
  actions: reshapeActions,
  run: (context, options) => {
    const from = entityNamed(context.lorebook, options.from ?? '');
    if (!from.ok) return { kind: 'refused', message: from.message };
    const into = entityNamed(context.lorebook, options.into ?? '');
    if (!into.ok) return { kind: 'refused', message: into.message };
    const asked = { kind: 'merge', from: from.entity.id, into: into.entity.id, note: options.note ?? '' } as const;
    return proposeReshaping(context, asked, false);
  },
} satisfies ActCommand;
