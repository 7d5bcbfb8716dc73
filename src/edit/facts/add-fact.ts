import type { Claim, ClaimValue } from '../../lore/claim.ts';
import type { ClaimId, EntityId } from '../../lore/ids.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { WriteSession } from '../../lore/writer.ts';
import { gate } from '../edit-target.ts';
import { writeRow } from '../write-row.ts';
import type { FactProblem, FactTarget, PlannedChange } from './fact-target.ts';
import { settledAccount, titleForLog } from './own-account.ts';
import { type FactRead, knownEntity, readFact, type TypedFact } from './read-fact.ts';
import { rowWriterFor } from './row-writer.ts';

/** Plans a new claim. Without an account it is the speaker's own statement. */
export function addFact(target: FactTarget, typed: TypedFact): Result<PlannedChange, FactProblem> {
  const allowed = gate(target, 'add facts');
  if (!allowed.ok) return allowed;
  const read = readFact(target, typed);
  if (!read.ok) return read;
  const again = toldAlready(read.value, target);
  if (again !== undefined) return fail({ kind: 'already-told', claim: again.id });
  return ok({
    op: 'add-claim',
    target: `account:${read.value.account.account.slug}`,
    after: { cells: typed.cells, account: titleForLog(read.value.account) },
    claim: null,
    about: knownEntity(read.value.row.subject),
    touches: touchedBy(read.value),
    notes: read.value.row.notes,
    made: read.value.made,
    write: (session) => writeFact(target, session, read.value),
  });
}

/** What stands on either side of it, where it is there already. */
export function touchedBy({ row }: FactRead): readonly EntityId[] {
  const sides = [row.subject, ...(row.value.kind === 'entity' ? [row.value.object] : [])];
  return sides.flatMap((side) => knownEntity(side) ?? []);
}

/** Writes a fact that was read, making what it names as new. */
export function writeFact(target: FactTarget, session: WriteSession, { row, account }: FactRead): ClaimId {
  const teller = settledAccount(account, target, session);
  const isTaken = row.key !== null && session.hasKey(teller.id, row.key);
  return writeRow(isTaken ? { ...row, key: null } : row, rowWriterFor(target, session, teller));
}

/** The claim of the same account that says just this, timeline and details included. */
export function toldAlready({ row, account }: FactRead, { read }: FactTarget): Claim | undefined {
  const subject = knownEntity(row.subject);
  if (subject === null || account.isNew) return undefined;
  const { value } = row;
  const told = value.kind === 'entity' ? `entity ${knownEntity(value.object)}` : valueText(value);
  const wanted = JSON.stringify([told, row.date, row.modality, detailsOf(row.qualifiers)]);
  return read
    .claimsBySubject(subject, row.predicate.id)
    .filter(({ account: teller }) => teller === account.account.id)
    .filter(({ continuity }) => row.continuity === null || read.continuities.get(continuity).slug === row.continuity)
    .find(
      (claim) =>
        JSON.stringify([valueText(claim.value), claim.date, claim.modality, detailsOf(claim.qualifiers)]) === wanted,
    );
}

function valueText(value: ClaimValue): string {
  if (value.kind === 'entity') return `entity ${value.entity}`;
  if (value.kind === 'yesno') return `yesno ${value.yes}`;
  return 'text' in value ? `${value.kind} ${value.text}` : value.kind;
}

function detailsOf(qualifiers: readonly { readonly name: string; readonly text: string }[]): readonly string[] {
  return qualifiers.map(({ name, text }) => `${name}=${text}`);
}
