import { commands } from '../../src/messages/en/commands.ts';
import { facts } from '../../src/messages/en/facts.ts';
import { propose } from '../changes/propose.ts';
import type { ActCommand } from '../command.ts';
import { claimNumber, claimOption, createOption, workOption } from '../fact-options.ts';

export const cite = {
  name: 'cite',
  description: commands.fact.cite.description,
  options: [
    { ...claimOption(), isRequired: true },
    { ...workOption(), isRequired: true },
    { name: 'locator', description: commands.fact.columns.locator, type: 'string', maxLength: 200 },
    createOption,
  ],
  positional: ['claim'],
  run: (context, options) => {
    const claim = claimNumber(options.claim);
    if (claim === null) return { kind: 'refused', message: facts.badNumber(options.claim ?? '') };
    const create = options.create === 'true' ? ('all' as const) : [];
    return propose(context, { kind: 'cite', claim, work: options.work ?? '', locator: options.locator ?? '', create });
  },
} satisfies ActCommand;
