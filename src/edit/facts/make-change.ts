import type { Claim } from '../../lore/claim.ts';
import type { FactChange } from '../../lore/fact-change.ts';
import type { ClaimId, EditId, EntityId } from '../../lore/ids.ts';
import type { RowNote } from '../../lore/intake/claim-columns.ts';
import { fail, ok, type Result } from '../../lore/result.ts';
import type { WriteSession } from '../../lore/writer.ts';
import { type Effect, effectSince, keptNow } from '../change-effect.ts';
import { addFact } from './add-fact.ts';
import { amendFact, retractFact } from './amend-fact.ts';
import { changeAlias } from './change-alias.ts';
import { citeFact } from './cite-fact.ts';
import type { FactProblem, FactTarget, Made, PlannedChange } from './fact-target.ts';

/** A change as it stands, or would stand. */
export interface ChangeMade {
  readonly kind: FactChange['kind'];
  /** What stands now; null where nothing does, or where no claim is concerned. */
  readonly claim: Claim | null;
  /** What it changed, as it was. */
  readonly before: Claim | null;
  readonly about: EntityId | null;
  readonly effect: Effect;
  readonly notes: readonly RowNote[];
  readonly made: readonly Made[];
}

export interface ChangeSaved extends ChangeMade {
  readonly edit: EditId;
}

/** What else belongs to the transaction that saves a change; false = it was saved before, and nothing is written. */
export type Alongside = (session: WriteSession, edit: EditId) => boolean;

/** Resolves a change without writing anything; rights first. */
export function planChange(target: FactTarget, change: FactChange): Result<PlannedChange, FactProblem> {
  switch (change.kind) {
    case 'add':
      return addFact(target, change);
    case 'amend':
      return amendFact(target, change.claim, change);
    case 'retract':
      return retractFact(target, change.claim, change.reason);
    case 'cite':
      return citeFact(target, change);
    case 'alias':
      return changeAlias(target, change);
  }
}

/** Does it, shows what would stand then to `look`, and takes everything back. */
export function rehearseChange<Seen>(
  target: FactTarget,
  change: FactChange,
  look: (made: ChangeMade) => Seen,
): Result<Seen, FactProblem> {
  const planned = planChange(target, change);
  if (!planned.ok) return planned;
  const kept = keptNow(target.read, planned.value.touches, planned.value.claim?.id ?? null);
  const seen = target.write.rehearse(
    (session) => written(target, session, planned.value).claim,
    (claim) => look(madeOf(target, change, planned.value, claim, kept)),
  );
  return ok(seen);
}

/** Makes a change; one edit that can be undone. */
export function saveChange(
  target: FactTarget,
  change: FactChange,
  alongside: Alongside = () => true,
  as: Partial<Pick<PlannedChange, 'op' | 'target' | 'before'>> = {},
): Result<ChangeSaved, FactProblem> {
  const planned = planChange(target, change);
  if (!planned.ok) return planned;
  const kept = keptNow(target.read, planned.value.touches, planned.value.claim?.id ?? null);
  try {
    const { edit, claim } = target.write.transaction((session) =>
      written(target, session, { ...planned.value, ...as }, alongside),
    );
    return ok({ ...madeOf(target, change, planned.value, claim, kept), edit });
  } catch (error) {
    if (error instanceof SavedAlready) return fail({ kind: 'saved-already', edit: null });
    throw error;
  }
}

/** Leaves the transaction without a trace. */
class SavedAlready extends Error {}

function written(target: FactTarget, session: WriteSession, planned: PlannedChange, alongside?: Alongside) {
  const { op, before, after, reason } = planned;
  const edit = session.record({
    actor: target.by.actor,
    op,
    target: planned.target,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(reason === undefined ? {} : { reason }),
    at: target.at,
  });
  if (alongside !== undefined && !alongside(session, edit)) throw new SavedAlready();
  return { edit, claim: planned.write(session) };
}

function madeOf(
  { read }: FactTarget,
  { kind }: FactChange,
  { claim: before, about, notes, made }: PlannedChange,
  id: ClaimId | null,
  kept: ReturnType<typeof keptNow>,
): ChangeMade {
  const claim = id === null ? null : (read.claim(id) ?? null);
  return {
    kind,
    claim,
    before,
    about: claim?.subject ?? about,
    effect: effectSince(kept, read, id),
    notes,
    made,
  };
}
