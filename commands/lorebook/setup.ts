import { commands } from '../../src/messages/en/commands.ts';
import type { ActCommand } from '../command.ts';
import { panel, panelActions } from '../panel.ts';
import { welcomeActions } from '../welcome.ts';

export const setup = {
  name: 'setup',
  description: commands.lorebook.setup.description,
  options: [],
  actions: [...panelActions, ...welcomeActions],
  run: (context) => panel(context, 'setup'),
} satisfies ActCommand;
