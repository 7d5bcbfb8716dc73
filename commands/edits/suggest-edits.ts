import { didText } from '../../src/documents/facts/history.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { history as words } from '../../src/messages/en/history.ts';
import type { Suggestion } from '../command.ts';
import { MOST_CHOICES } from '../options.ts';

const LONGEST = 100;

/** The newest edits that stand, or the one of the number that is typed. */
export function suggestEdits({ log }: Lorebook, typed: string): readonly Suggestion[] {
  const wanted = typed.replace('#', '').trim().toLowerCase();
  return log
    .edits({ limit: 200 })
    .filter((edit) => edit.undoneBy === null && log.changes(edit.id).length > 0)
    .map((edit) => ({ name: `${words.number(edit.id)} ${didText(edit)}`.slice(0, LONGEST), value: String(edit.id) }))
    .filter(({ name, value }) => value.startsWith(wanted) || name.toLowerCase().includes(wanted))
    .slice(0, MOST_CHOICES);
}
