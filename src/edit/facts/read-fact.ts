import type { EntityId } from '../../lore/ids.ts';
import type { ClaimCells, RowFault } from '../../lore/intake/claim-columns.ts';
import { type ReadRow, readClaimRow } from '../../lore/intake/claim-row.ts';
import { PLAIN_KIND, type Reference } from '../../lore/intake/reference.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { FactProblem, FactTarget, Made } from './fact-target.ts';
import { namedAccount, ownAccount, type PendingAccount } from './own-account.ts';
import { typedPredicate } from './typed-predicate.ts';
import { withHandles } from './typed-references.ts';
import { usualKind } from './usual-kind.ts';

/** One claim as it was typed, read: everything resolved, or named as new and allowed to be made. */
export interface FactRead {
  readonly row: ReadRow;
  readonly account: PendingAccount;
  readonly made: readonly Made[];
}

export interface TypedFact {
  readonly cells: ClaimCells;
  /** Slug or title; null = the speaker's own statement. */
  readonly account: string | null;
  /** Names that may be made. */
  readonly create: 'all' | readonly string[];
}

/** Longest of the columns that the reader of rows does not measure itself. */
const LONGEST = { date: 200, end: 200, work: 2000, predicate: 200, continuity: 200 } as const;

/** Reads a typed fact against the lorebook; every fault is named. Changes nothing. */
export function readFact(target: FactTarget, typed: TypedFact): Result<FactRead, FactProblem> {
  const account = accountOf(target, typed);
  if (!account.ok) return account;
  const long = Object.entries(LONGEST).find(
    ([column, most]) => (typed.cells[column as keyof typeof LONGEST]?.length ?? 0) > most,
  );
  if (long !== undefined) return fault({ kind: 'too-long', column: long[0], most: long[1] });
  const { read } = target;
  const plain = tidied(typed.cells);
  const cells = { ...plain, predicate: typedPredicate(read, plain.predicate ?? '') };
  const row = readClaimRow(
    // Nobody's account but a member's own word: not asserted, unless the member says so.
    account.value.isOwn && (cells.modality ?? '') === '' ? { ...cells, modality: 'hedged' } : cells,
    {
      references: withHandles(target.references, read),
      predicates: read.predicates,
      continuities: read.continuities,
      calendar: read.profile.calendar,
      account: account.value.account,
      canCreate: true,
    },
  );
  if (!row.ok) return fail({ kind: 'row', faults: row.problem });
  const faults = unconfirmed(row.value, typed, target);
  if (faults.length > 0) return fail({ kind: 'row', faults });
  const kinded = withKinds(row.value, target);
  return ok({ row: kinded, account: account.value, made: madeBy(kinded, account.value, target) });
}

function fault(problem: RowFault): Result<never, FactProblem> {
  return fail({ kind: 'row', faults: [problem] });
}

function accountOf(target: FactTarget, typed: TypedFact): Result<PendingAccount, FactProblem> {
  const text = typed.account?.trim() ?? '';
  if (text === '') return ok(ownAccount(target));
  const known = target.references.account(text);
  if (known === undefined) {
    if (text.length > 200) return fault({ kind: 'too-long', column: 'account', most: 200 });
    return mayMake(text, typed) ? ok(namedAccount(text)) : fault({ kind: 'unknown-name', column: 'account', text });
  }
  const member = target.references.memberOf(known.id);
  const isOwn = member === target.speaker.actor.ref;
  if (member !== null && !isOwn) return fail({ kind: 'not-your-account', title: known.title });
  return ok({ account: known, isNew: false, isOwn });
}

/** Columns of one line: a form or a paste may bring others. Markdown stays, since a card escapes it. */
function tidied(cells: ClaimCells): ClaimCells {
  return Object.fromEntries(
    Object.entries(cells).map(([column, text]) => [
      column,
      column === 'statement' || column === 'value' ? text : text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim(),
    ]),
  );
}

function mayMake(name: string, { create }: TypedFact): boolean {
  return create === 'all' || create.includes(name.trim());
}

/** The reader of rows makes whatever is unknown; here only what was confirmed may be made. */
function unconfirmed(row: ReadRow, typed: TypedFact, { read }: FactTarget): readonly RowFault[] {
  const names: readonly (readonly [string, Reference | null])[] = [
    ['subject', row.subject],
    ['value', row.value.kind === 'entity' ? row.value.object : null],
    ...row.works.map(({ work }) => ['work', work] as const),
    ...row.qualifiers.map(({ name, entity }) => [name, entity] as const),
  ];
  const faults = names.flatMap(([column, reference]): RowFault[] =>
    reference?.kind === 'new' && !mayMake(reference.name, typed)
      ? [{ kind: 'unknown-name', column, text: reference.name }]
      : [],
  );
  const timeline = row.continuity;
  const isKnown = timeline === null || read.continuities.bySlug(timeline) !== undefined || mayMake(timeline, typed);
  return isKnown ? faults : [...faults, { kind: 'unknown-continuity', text: timeline }];
}

/** What a row says nothing of gets the kind that such things have in this lorebook. */
function withKinds(row: ReadRow, { read }: FactTarget): ReadRow {
  const kinded = (reference: Reference, side: 'subject' | 'value'): Reference =>
    reference.kind === 'new' && reference.as === PLAIN_KIND
      ? { ...reference, as: usualKind(read, row.predicate.id, side) ?? PLAIN_KIND }
      : reference;
  const { value } = row;
  return {
    ...row,
    subject: kinded(row.subject, 'subject'),
    value: value.kind === 'entity' ? { kind: 'entity', object: kinded(value.object, 'value') } : value,
  };
}

function madeBy(row: ReadRow, account: PendingAccount, { read }: FactTarget): readonly Made[] {
  const references = [
    row.subject,
    ...(row.value.kind === 'entity' ? [row.value.object] : []),
    ...row.works.map(({ work }) => work),
    ...row.qualifiers.flatMap(({ entity }) => entity ?? []),
  ];
  const things = references.flatMap((one) => (one.kind === 'new' ? [{ name: one.name, as: one.as }] : []));
  const timeline =
    row.continuity === null || read.continuities.bySlug(row.continuity) !== undefined
      ? []
      : [{ name: row.continuity, as: 'continuity' }];
  const told = account.isNew && !account.isOwn ? [{ name: account.account.title, as: 'account' }] : [];
  return [...new Map([...things, ...timeline, ...told].map((one) => [`${one.as} ${one.name}`, one])).values()];
}

/** The entity a reference names, if it is there. */
export function knownEntity(reference: Reference): EntityId | null {
  return reference.kind === 'known' ? reference.entity.id : null;
}
