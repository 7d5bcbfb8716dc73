import { commands } from '../../src/messages/en/commands.ts';
import { terminal } from '../../src/messages/en/terminal.ts';
import type { ActCommand } from '../command.ts';
import { partingActions, partingCard } from '../parting.ts';

export const forget = {
  name: 'forget',
  description: commands.lorebook.forget.description,
  options: [],
  isSlow: true,
  actions: partingActions,
  run: (context) =>
    // Whoever can reach the file deletes it as files are deleted.
    context.around.kind === 'terminal'
      ? { kind: 'refused', message: terminal.onlyInDiscord }
      : partingCard(context, 'forget'),
} satisfies ActCommand;
