import { mineDocument, suggestionJson } from '../../src/documents/facts/suggestions.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { commands } from '../../src/messages/en/commands.ts';
import { suggestions as words } from '../../src/messages/en/suggestions.ts';
import type { ActCommand } from '../command.ts';
import { cellsFrom, claimOptions } from '../fact-options.ts';
import { send, suggestActions } from '../suggestions/suggest-actions.ts';
import { suggestForm } from '../suggestions/suggest-form.ts';

/** Those that somebody who reads would fill in; the rest is for the form, or for whoever reviews it. */
const OPTIONS: ReadonlySet<string> = new Set(['subject', 'predicate', 'value', 'date', 'work', 'locator', 'account']);
const MOST_LISTED = 10;

export const suggest = {
  name: 'suggest',
  description: commands.lore.suggest.description,
  options: [
    ...claimOptions().filter(({ name }) => OPTIONS.has(name)),
    { name: 'note', description: commands.lore.suggest.note, type: 'string', maxLength: 1000 },
    { name: 'message', description: commands.lore.suggest.message, type: 'boolean' },
    { name: 'mine', description: commands.lore.suggest.mine, type: 'boolean' },
  ],
  actions: suggestActions,
  run: (context, options) => {
    const { lorebook, by, around } = context;
    if (options.mine === 'true') {
      const own = lorebook.suggestions.by(by.actor.ref, MOST_LISTED);
      const document = mineDocument(own, voiceOf(lorebook.read));
      return { kind: 'card', document, json: () => ({ items: own.map(suggestionJson), conflicts: [] }) };
    }
    const cells = cellsFrom(options);
    const draft = { cells, account: options.account ?? null, note: options.note ?? '' };
    const tell = options.message === 'true' ? 'message' : 'next';
    const isWhole = cells.subject !== undefined && cells.predicate !== undefined && cells.value !== undefined;
    if (isWhole || around.kind === 'terminal') return send(context, draft, tell);
    const again = tell === 'message' ? { m: '1' } : {};
    return { kind: 'form', form: suggestForm(draft, 'suggest.send', again, words.form.title) };
  },
} satisfies ActCommand;
