import type { Change } from '../../lore/change.ts';
import type { Claim } from '../../lore/claim.ts';
import type { ClaimId, EntityId } from '../../lore/ids.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { WriteSession } from '../../lore/writer.ts';
import { gate } from '../edit-target.ts';
import { toldAlready, touchedBy, writeFact } from './add-fact.ts';
import { cellsOfClaim } from './claim-cells.ts';
import type { FactProblem, FactTarget, PlannedChange } from './fact-target.ts';
import { tellerForLog, titleForLog } from './own-account.ts';
import { readFact, type TypedFact } from './read-fact.ts';

/** The claim of that number, if whoever asks may change it. */
export function changeable(target: FactTarget, id: number): Result<Claim, FactProblem> {
  const claim = target.read.claim(id as ClaimId);
  const member = claim === undefined ? null : target.references.memberOf(claim.account);
  // What a member says is the member's own, even where a keeper let it in.
  const isTheirs = member !== null && member === target.by.actor.ref;
  const owner = isTheirs ? member : (target.log.editOfClaim(id as ClaimId)?.by.ref ?? null);
  const allowed = gate(target, 'change facts', owner);
  if (!allowed.ok) return allowed;
  return claim === undefined ? fail({ kind: 'no-such-claim', claim: id }) : ok(claim);
}

/** Plans a claim that takes the place of another, with its key; the old one is retracted and stays to be read. */
export function amendFact(target: FactTarget, id: number, typed: TypedFact): Result<PlannedChange, FactProblem> {
  const old = changeable(target, id);
  if (!old.ok) return old;
  const before = old.value;
  const read = readFact(withSpeakerOf(before, target), typed);
  if (!read.ok) return read;
  const was = cellsOfClaim(before, target);
  const isSameTeller = read.value.account.account.id === before.account;
  if (isSameTeller && isSame(was, typed.cells)) return fail({ kind: 'nothing-changes' });
  const again = toldAlready(read.value, target);
  if (again !== undefined && again.id !== before.id) return fail({ kind: 'already-told', claim: again.id });
  return ok({
    op: 'amend-claim',
    target: `claim:${before.id}`,
    before: { cells: was, account: tellerForLog(target, before) },
    after: { cells: typed.cells, account: titleForLog(read.value.account) },
    claim: before,
    about: before.subject,
    touches: [...new Set([...sidesOf(before), ...touchedBy(read.value)])],
    notes: read.value.row.notes,
    made: read.value.made,
    write: (session) => {
      // The old one goes first, so that its key is free.
      session.retractClaim(before.id, null);
      const next = writeFact(target, session, read.value);
      session.apply(replaced(before.id, next));
      return next;
    },
  });
}

/** What a claim is about: its subject, and its value if that is a thing. */
export function sidesOf({ subject, value }: Claim): readonly EntityId[] {
  return value.kind === 'entity' ? [subject, value.entity] : [subject];
}

function replaced(before: ClaimId, next: ClaimId): Change {
  return { kind: 'claim', first: before, last: before, field: 'replaced', before: null, after: next };
}

/** A member's statement stays the member's, whoever puts its words right. */
function withSpeakerOf(claim: Claim, target: FactTarget): FactTarget {
  const member = target.references.memberOf(claim.account);
  if (member === null) return target;
  const title = target.read.account(claim.account)?.title ?? '';
  return { ...target, speaker: { actor: { ref: member, name: title }, title } };
}

function isSame(a: TypedFact['cells'], b: TypedFact['cells']): boolean {
  const text = (cells: TypedFact['cells']): string =>
    JSON.stringify(
      Object.entries(cells)
        .filter(([, cell]) => cell.trim() !== '')
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return text(a) === text(b);
}

/** Plans that a claim is told no more. It is never deleted. */
export function retractFact(target: FactTarget, id: number, reason: string): Result<PlannedChange, FactProblem> {
  const old = changeable(target, id);
  if (!old.ok) return old;
  if (reason.trim() === '') return fail({ kind: 'reason-missing' });
  if (reason.length > LONGEST_REASON) {
    return fail({ kind: 'row', faults: [{ kind: 'too-long', column: 'reason', most: LONGEST_REASON }] });
  }
  const claim = old.value;
  return ok({
    op: 'retract-claim',
    target: `claim:${claim.id}`,
    before: { cells: cellsOfClaim(claim, target), account: tellerForLog(target, claim) },
    reason: reason.trim(),
    claim,
    about: claim.subject,
    touches: sidesOf(claim),
    notes: [],
    made: [],
    write: (session: WriteSession) => {
      session.retractClaim(claim.id, null);
      return null;
    },
  });
}

/** Longest reason that is kept, in characters. */
export const LONGEST_REASON = 500;
