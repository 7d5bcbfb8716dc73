import type { Finding } from '../lore/finding.ts';
import type { Edit } from '../lore/history.ts';
import type { ClaimId } from '../lore/ids.ts';
import { ok, type Result } from '../lore/result.ts';
import { RULING_KINDS, type Ruling, type RulingKind } from '../lore/ruling.ts';
import type { EditTarget } from './edit-target.ts';
import { type RuleProblem, type RulingAsked, revocable, revoke, rule, ruledOn, sideOf } from './rule.ts';

/** A ruling that one keeper made and that waits for a second one. */
export interface ProposedRuling {
  readonly edit: Edit;
  readonly kind: RulingKind;
  readonly claim: ClaimId | null;
  readonly timeline: string | null;
}

export type Ruled =
  | { readonly kind: 'ruled'; readonly ruling: Ruling | null }
  | { readonly kind: 'waiting'; readonly proposed: ProposedRuling };

/** How far back a proposal is looked for. */
const MOST_EDITS = 100;
const PROPOSED_RULING = 'propose-ruling';
const PROPOSED_REVOCATION = 'propose-revocation';

/** Rules at once, or where two keepers are needed: when another one proposed the same. */
export function ruleOrPropose(target: EditTarget, asked: RulingAsked, needsTwo: boolean): Result<Ruled, RuleProblem> {
  const ruled = ruledOn(target, asked);
  if (!ruled.ok) return ruled;
  const finding = ruled.value;
  const others = proposals(target, finding.id).filter(({ edit }) => edit.by.ref !== target.by.actor.ref);
  if (!needsTwo || others.some((one) => isSame(finding, one, asked))) {
    const done = rule(target, asked);
    return done.ok ? ok({ kind: 'ruled', ruling: done.value }) : done;
  }
  const id = target.write.transaction((session) =>
    session.record({
      actor: target.by.actor,
      op: PROPOSED_RULING,
      target: `finding:${finding.id}`,
      after: { kind: asked.kind, claim: asked.claim, timeline: asked.timeline },
      reason: asked.note,
      at: target.at,
    }),
  );
  const edit = target.log.edit(id);
  if (edit === undefined) throw new Error('an edit vanished after its transaction');
  const { kind, claim, timeline } = asked;
  return ok({ kind: 'waiting', proposed: { edit, kind, claim, timeline } });
}

export type Revoked =
  | { readonly kind: 'revoked' }
  /** One keeper would revoke it: it stands until another one would, too. */
  | { readonly kind: 'waiting' };

/** Revokes at once, or where two keepers are needed: when another one wanted to. */
export function revokeOrPropose(
  target: EditTarget,
  id: string,
  note: string,
  needsTwo: boolean,
): Result<Revoked, RuleProblem> {
  const found = revocable(target, id, note);
  if (!found.ok) return found;
  const isSecond = revocations(target, id).some(({ by }) => by.ref !== target.by.actor.ref);
  if (!needsTwo || isSecond) {
    const done = revoke(target, id, note);
    return done.ok ? ok({ kind: 'revoked' }) : done;
  }
  const { kind, claim } = found.value;
  target.write.transaction((session) =>
    session.record({
      actor: target.by.actor,
      op: PROPOSED_REVOCATION,
      target: `finding:${id}`,
      before: { kind, claim, note: found.value.note },
      reason: note,
      at: target.at,
    }),
  );
  return ok({ kind: 'waiting' });
}

/** Who wanted to revoke the ruling that stands on a finding, newest first. */
export function revocations(target: Pick<EditTarget, 'log'>, finding: string): readonly Edit[] {
  return proposed(target, finding).filter(({ op }) => op === PROPOSED_REVOCATION);
}

/** Everything proposed on a finding since its ruling changed last, newest first. */
function proposed({ log }: Pick<EditTarget, 'log'>, finding: string): readonly Edit[] {
  const edits = log.editsOn(`finding:${finding}`, MOST_EDITS);
  const decided = edits.findIndex(({ op }) => op !== PROPOSED_RULING && op !== PROPOSED_REVOCATION);
  return decided === -1 ? edits : edits.slice(0, decided);
}

/** What was proposed on a finding since it was ruled on last, newest first. */
export function proposals(target: Pick<EditTarget, 'log'>, finding: string): readonly ProposedRuling[] {
  const found: ProposedRuling[] = [];
  for (const edit of proposed(target, finding)) {
    if (edit.op !== PROPOSED_RULING) continue;
    const { kind, claim, timeline } = edit.after as Omit<ProposedRuling, 'edit'>;
    if (RULING_KINDS.includes(kind)) found.push({ edit, kind, claim, timeline });
  }
  return found;
}

function isSame(finding: Finding, a: Omit<ProposedRuling, 'edit'>, b: RulingAsked): boolean {
  const side = (claim: ClaimId | null): string => (claim === null ? '' : sideOf(finding, claim).join());
  return a.kind === b.kind && side(a.claim) === side(b.claim) && (a.timeline ?? '') === (b.timeline ?? '');
}
