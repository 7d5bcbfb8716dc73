import { commands } from '../../src/messages/en/commands.ts';
import { history as words } from '../../src/messages/en/history.ts';
import type { ActCommand } from '../command.ts';
import { suggestEdits } from '../edits/suggest-edits.ts';
import { editNumber, showUndo, undoActions, undoNow } from '../edits/undoing.ts';

export const undo = {
  name: 'undo',
  description: commands.fact.undo.description,
  options: [
    {
      name: 'edit',
      description: commands.fact.undo.edit,
      type: 'string',
      isRequired: true,
      maxLength: 20,
      suggest: suggestEdits,
    },
    { name: 'all', description: commands.fact.undo.all, type: 'boolean', isTerminalOnly: true },
  ],
  positional: ['edit'],
  actions: undoActions,
  run: (context, options) => {
    const id = editNumber(options.edit);
    if (id === null) return { kind: 'refused', message: words.badEdit(options.edit ?? '') };
    return context.around.kind === 'terminal'
      ? undoNow(context, id, options.all === 'true', false)
      : showUndo(context, id, false);
  },
} satisfies ActCommand;
