import { refusal } from '../../src/lore/permission.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { changeActions } from '../changes/actions.ts';
import { changeForm } from '../changes/form.ts';
import { propose } from '../changes/propose.ts';
import type { ActCommand } from '../command.ts';
import { cellsFrom, claimOptions, createOption } from '../fact-options.ts';
import { refused } from '../refused.ts';

export const add = {
  name: 'add',
  description: commands.fact.add.description,
  options: [...claimOptions(), createOption],
  actions: changeActions,
  run: (context, options) => {
    const missing = refusal(context.by, 'add facts');
    if (missing !== null) return refused(context, missing);
    const cells = cellsFrom(options);
    const create = options.create === 'true' ? ('all' as const) : [];
    const change = { kind: 'add' as const, cells, account: options.account ?? null, create };
    const isWhole =
      cells.subject !== undefined &&
      cells.predicate !== undefined &&
      (cells.value !== undefined || cells.value_kind !== undefined);
    if (isWhole || context.around.kind === 'terminal') return propose(context, change);
    return { kind: 'form', form: changeForm({ ...change, create: [] }, 'change.add', {}) };
  },
} satisfies ActCommand;
