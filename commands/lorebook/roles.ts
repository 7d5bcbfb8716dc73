import { commands } from '../../src/messages/en/commands.ts';
import type { ActCommand } from '../command.ts';
import { panel } from '../panel.ts';

/** Its lists and buttons are those of the setup. */
export const roles = {
  name: 'roles',
  description: commands.lorebook.roles.description,
  options: [],
  run: (context) => panel(context, 'roles'),
} satisfies ActCommand;
