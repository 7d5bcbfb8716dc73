import { amendedCells, cellsOfClaim } from '../../src/edit/facts/claim-cells.ts';
import type { FactChange } from '../../src/lore/fact-change.ts';
import type { ClaimId } from '../../src/lore/ids.ts';
import { CLAIM_COLUMNS, type ClaimCells } from '../../src/lore/intake/claim-columns.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { facts } from '../../src/messages/en/facts.ts';
import type { Form, FormField, Options } from '../command.ts';

const NAME = 200;
const TEXT = 2000;
/** The columns that have a field of their own; the others stand together in the last one. */
const OWN_FIELDS = ['subject', 'predicate', 'value', 'date'] as const;
const MORE = ['work', 'locator', 'account', 'continuity', 'end', 'statement', 'modality', 'qualifiers'] as const;
const KINDS = ['value_kind', 'date_kind'] as const;
const LINES: readonly string[] = [...MORE, ...KINDS];

/** A change as a form, filled with what was typed. A form has five fields, so the last one takes several columns. */
export function changeForm(change: FactChange, action: string, options: Options): Form {
  return { title: titleOf(change), action, options, fields: fieldsOf(change) };
}

function titleOf(change: FactChange): string {
  const { form } = facts;
  switch (change.kind) {
    case 'add':
      return form.add;
    case 'amend':
      return form.amend(change.claim);
    case 'retract':
      return form.retract(change.claim);
    case 'cite':
      return form.cite(change.claim);
    case 'alias':
      return form.alias;
  }
}

function fieldsOf(change: FactChange): readonly FormField[] {
  const { form } = facts;
  switch (change.kind) {
    case 'add':
    case 'amend':
      return claimFields(change.cells, change.account);
    case 'retract':
      return [
        { name: 'reason', label: form.reason, value: change.reason, isLong: true, isRequired: true, maxLength: 500 },
      ];
    case 'cite':
      return [
        { name: 'work', label: form.work, value: change.work, isRequired: true, maxLength: NAME },
        { name: 'locator', label: form.locator, value: change.locator, maxLength: NAME },
      ];
    case 'alias':
      return [
        { name: 'name', label: form.name, value: change.name, isRequired: true, maxLength: NAME },
        { name: 'alias', label: form.aliasText, value: change.alias, isRequired: true, maxLength: NAME },
      ];
  }
}

/** The five fields of a claim. */
export function claimFields(cells: ClaimCells, account: string | null): readonly FormField[] {
  const { form } = facts;
  return [
    { name: 'subject', label: form.subject, value: cells.subject ?? '', isRequired: true, maxLength: NAME },
    {
      name: 'predicate',
      label: form.predicate,
      placeholder: form.predicateHint,
      value: cells.predicate ?? '',
      isRequired: true,
      maxLength: NAME,
    },
    { name: 'value', label: form.value, value: cells.value ?? '', isLong: true, maxLength: TEXT },
    { name: 'date', label: form.date, placeholder: form.dateHint, value: cells.date ?? '', maxLength: NAME },
    {
      name: 'more',
      label: form.more,
      placeholder: form.moreHint,
      value: moreText(cells, account),
      isLong: true,
      maxLength: 4000,
    },
  ];
}

/** A work alone stands as it is; more than that, one column on each line. */
export function moreText(cells: ClaimCells, account: string | null, isNamed = false): string {
  const given = { ...cells, account: account ?? '' };
  const filled = LINES.filter((column) => (given[column as keyof typeof given] ?? '') !== '');
  const [only] = filled;
  const work = cells.work ?? '';
  if (!isNamed && filled.length === 1 && only === 'work' && columnOf(work) === null) return work;
  return filled.map((column) => `${column}: ${given[column as keyof typeof given]}`).join('\n');
}

/** Reads the last field: lines that name no column belong to the one before, the first ones to the work (or to `first`). */
export function readMore(
  text: string,
  first: 'work' | 'note' = 'work',
): { readonly cells: ClaimCells; readonly account: string | null; readonly note: string } {
  const read: Record<string, string> = {};
  let column: string = first;
  for (const line of text.split(/\r?\n/)) {
    const named = columnOf(line);
    if (named !== null) column = named.column;
    const words = named === null ? line : named.text;
    const before = read[column];
    read[column] = before === undefined || named !== null ? words.trim() : `${before}\n${words}`.trim();
  }
  const { account = '', note = '', ...cells } = read;
  return { cells: cells as ClaimCells, account: account === '' ? null : account, note };
}

function columnOf(line: string): { readonly column: string; readonly text: string } | null {
  const [, name = '', text = ''] = /^\s*([a-z]+(?:[_ ][a-z]+)?)\s*:(.*)$/i.exec(line) ?? [];
  const column = name.toLowerCase().replace(' ', '_');
  return LINES.includes(column) ? { column, text } : null;
}

/** The change as the form says it now. */
export function changeFromForm(change: FactChange, fields: Options, lorebook: Lorebook): FactChange {
  switch (change.kind) {
    case 'add': {
      const { cells, account } = readClaimFields(fields);
      return { ...change, cells, account };
    }
    case 'amend': {
      const { cells, account } = readClaimFields(fields);
      return { ...change, account, cells: amendedFrom(change.claim, whole(cells), lorebook) };
    }
    case 'retract':
      return { ...change, reason: fields.reason ?? '' };
    case 'cite':
      return { ...change, work: fields.work ?? '', locator: fields.locator ?? '' };
    case 'alias':
      return { ...change, name: fields.name ?? '', alias: fields.alias ?? '' };
  }
}

/** The columns, the account and the note that a form was filled with; a line that names no column is `first`. */
export function readClaimFields(fields: Options, first: 'work' | 'note' = 'work') {
  const { cells, account, note } = readMore(fields.more ?? '', first);
  const own = Object.fromEntries(OWN_FIELDS.map((column) => [column, fields[column] ?? '']));
  return { cells: filled({ ...cells, ...own }), account, note };
}

/** What a form does not name any more was taken away; the key stays the claim's own. */
function whole(cells: ClaimCells): ClaimCells {
  return Object.fromEntries(CLAIM_COLUMNS.flatMap((one) => (one === 'key' ? [] : [[one, cells[one] ?? '']])));
}

/** All columns of the claim with some of them anew. */
export function amendedFrom(claim: number, changes: ClaimCells, lorebook: Lorebook): ClaimCells {
  const now = lorebook.read.claim(claim as ClaimId);
  return amendedCells(now === undefined ? {} : cellsOfClaim(now, lorebook), changes);
}

function filled(cells: ClaimCells): ClaimCells {
  return Object.fromEntries(Object.entries(cells).filter(([, text]) => text.trim() !== ''));
}
