import type { Gathered } from '../../../src/import/gathered.ts';
import type { Claim } from '../../../src/lore/claim.ts';
import { fold } from '../../../src/lore/fold.ts';
import type { ClaimCells } from '../../../src/lore/intake/claim-columns.ts';
import { type ReadRow, readClaimRow } from '../../../src/lore/intake/claim-row.ts';
import type { Reference } from '../../../src/lore/intake/reference.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';

export type Suggestion = Extract<Gathered, { kind: 'suggestion' }>;

/** One suggestion beside what the account's own claims say. */
export interface Judged {
  readonly suggestion: Suggestion;
  readonly isRight: boolean;
  readonly claims: readonly Claim[];
}

/** Right = one of the account's claims has the subject, predicate, value and date. */
export function judge(suggestion: Suggestion, account: string, lorebook: Lorebook): Judged {
  const row = rowOf(suggestion.cells, account, lorebook);
  const told = lorebook.references.account(account);
  if (row === null || told === undefined || row.subject.kind !== 'known')
    return { suggestion, isRight: false, claims: [] };
  const claims = lorebook.read
    .claimsBySubject(row.subject.entity.id, row.predicate.id)
    .filter((claim) => claim.account === told.id && isSame(claim, row, lorebook));
  return { suggestion, isRight: claims.length > 0, claims };
}

function rowOf(cells: ClaimCells, account: string, lorebook: Lorebook): ReadRow | null {
  const told = lorebook.references.account(account);
  if (told === undefined) throw new Error(`no account ${account}`);
  const { predicates, continuities, profile } = lorebook.read;
  const intake = {
    references: lorebook.references,
    predicates,
    continuities,
    calendar: profile.calendar,
    account: told,
  };
  const read = readClaimRow(cells, { ...intake, canCreate: true });
  return read.ok ? read.value : null;
}

function isSame(claim: Claim, row: ReadRow, lorebook: Lorebook): boolean {
  if (!isSameDate(claim, row)) return false;
  const { value } = claim;
  switch (row.value.kind) {
    case 'entity':
      return value.kind === 'entity' && isEntity(row.value.object, value.entity, lorebook);
    case 'text':
      return value.kind === 'text' && fold(value.text) === fold(row.value.text);
    case 'yesno':
      return value.kind === 'yesno' && value.yes === row.value.yes;
    default:
      return value.kind === row.value.kind;
  }
}

function isEntity(reference: Reference, entity: number, { read }: Lorebook): boolean {
  return reference.kind === 'known' && read.entity(reference.entity.id)?.id === entity;
}

/** The same days, however the date is put. */
function isSameDate(claim: Claim, row: ReadRow): boolean {
  if (claim.date === row.date) return true;
  const { sLo, sHi, eLo, eHi } = claim.bounds;
  return sLo === row.bounds.sLo && sHi === row.bounds.sHi && eLo === row.bounds.eLo && eHi === row.bounds.eHi;
}
