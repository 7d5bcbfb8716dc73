import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimFields, moreText, readClaimFields, readMore } from '../../commands/changes/form.ts';
import { suggestForm, suggestionFromForm } from '../../commands/suggestions/suggest-form.ts';

const COLUMNS = ['work', 'locator', 'continuity', 'end', 'modality', 'qualifiers', 'value_kind', 'date_kind'] as const;
/** One line, as options and forms give it; trimmed, since nobody means the spaces at its ends. */
const words = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replace(/[\p{Cc}\u2028\u2029]/gu, ' ').trim());
const tricky = fc.oneof(
  words,
  fc.constantFrom('work: X', 'a: b', 'account:', 'note: y', 'End: a tale', '|', 'x|y', '#3'),
);
/** A sentence may have several lines, none of which looks like a column. */
const sentence = fc
  .array(
    words.filter((text) => text !== '' && !text.includes(':')),
    { maxLength: 3 },
  )
  .map((lines) => lines.join('\n'));
const cells = fc.record(
  { ...Object.fromEntries(COLUMNS.map((column) => [column, tricky])), statement: sentence },
  { requiredKeys: [] },
);
const filled = (record: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(record).filter(([, text]) => text !== ''));

describe('the field that holds several columns', () => {
  it('gives back what was put into it', () => {
    fc.assert(
      fc.property(cells, fc.option(words), (given, account) => {
        const read = readMore(moreText(filled(given), account === '' ? null : account));
        expect(filled(read.cells as Record<string, string>)).toEqual(filled(given));
        expect(read.account).toBe(account === '' ? null : account);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('keeps a whole form through Change, and a suggestion with its note', () => {
    const own = fc.record({ subject: words, predicate: words, value: words, date: words });
    const note = sentence.filter((text) => text !== '');
    fc.assert(
      fc.property(own, cells, note, (head, rest, said) => {
        const all = filled({ ...rest, ...head });
        const fields = (form: readonly { readonly name: string; readonly value?: string }[]) =>
          Object.fromEntries(form.map(({ name, value }) => [name, value ?? '']));
        expect(readClaimFields(fields(claimFields(all, 'teller')))).toEqual({
          cells: all,
          account: 'teller',
          note: '',
        });
        const form = suggestForm({ cells: all, account: null, note: said }, 'x', {}, 'x');
        expect(suggestionFromForm(fields(form.fields))).toEqual({ cells: all, account: null, note: said });
      }),
      { seed: 8, numRuns: 300 },
    );
  });
});
