import { commands } from '../../src/messages/en/commands.ts';
import type { ActCommand } from '../command.ts';
import { approveNow, rejectNow } from '../suggestions/decide.ts';
import { queueCard } from '../suggestions/queue-card.ts';
import { reviewActions } from '../suggestions/review-actions.ts';

export const queue = {
  name: 'queue',
  description: commands.fact.queue.description,
  options: [
    { name: 'page', description: commands.fact.queue.page, type: 'string', maxLength: 6, isTerminalOnly: true },
    { name: 'approve', description: commands.fact.queue.approve, type: 'string', maxLength: 15, isTerminalOnly: true },
    { name: 'reject', description: commands.fact.queue.reject, type: 'string', maxLength: 15, isTerminalOnly: true },
    { name: 'reason', description: commands.fact.queue.reason, type: 'string', maxLength: 500, isTerminalOnly: true },
  ],
  actions: reviewActions,
  run: (context, options) => {
    // There are no buttons in the terminal: what they would do is typed.
    if (options.approve !== undefined) return approveNow(context, Number(options.approve));
    if (options.reject !== undefined) return rejectNow(context, Number(options.reject), options.reason ?? '');
    return queueCard(context, Number(options.page ?? 1));
  },
} satisfies ActCommand;
