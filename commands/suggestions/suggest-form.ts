import type { ClaimCells } from '../../src/lore/intake/claim-columns.ts';
import { suggestions as words } from '../../src/messages/en/suggestions.ts';
import { claimFields, moreText, readClaimFields } from '../changes/form.ts';
import type { Form, Options } from '../command.ts';

export interface SuggestionDraft {
  readonly cells: ClaimCells;
  readonly account: string | null;
  readonly note: string;
}

/** The form of a suggestion: what is not a column of its own is a note, since who reads need not know columns. */
export function suggestForm(draft: SuggestionDraft, action: string, options: Options, title: string): Form {
  const more = [draft.note, moreText(draft.cells, draft.account, true)].filter((part) => part !== '').join('\n');
  const fields = claimFields(draft.cells, draft.account).map((field) =>
    field.name === 'more' ? { ...field, label: words.form.more, placeholder: words.form.moreHint, value: more } : field,
  );
  return { title, action, options, fields };
}

export function suggestionFromForm(fields: Options): SuggestionDraft {
  return readClaimFields(fields, 'note');
}
