import type { Finding } from '../lore/finding.ts';
import type { ClaimId, ContinuityId, FindingId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import { type Ruling, type RulingKind, type RulingProblem, rulingProblem } from '../lore/ruling.ts';
import { type EditTarget, gate } from './edit-target.ts';
import { makeContinuity } from './make-continuity.ts';

export interface RulingAsked {
  readonly finding: string;
  readonly kind: RulingKind;
  readonly claim: ClaimId | null;
  readonly note: string;
  /** For `divergence`: the timeline its side is filed under; made if it is not there. */
  readonly timeline: string | null;
}

export type RuleProblem =
  | Refusal
  | RulingProblem
  | { readonly kind: 'ruling-needs-timeline' }
  | { readonly kind: 'nothing-to-revoke'; readonly id: string };

/** The finding a ruling is asked on, if it can be made so by that person. */
export function ruledOn(target: EditTarget, asked: RulingAsked): Result<Finding, RuleProblem> {
  const allowed = gate(target, 'rule on conflicts');
  if (!allowed.ok) return allowed;
  const finding = target.read.finding(asked.finding);
  if (finding === undefined) return fail({ kind: 'no-such-finding', id: asked.finding });
  const problem = rulingProblem(finding, asked);
  if (problem !== null) return fail(problem);
  const lacksTimeline = (asked.timeline ?? '').trim() === '';
  if (asked.kind === 'divergence' && lacksTimeline) return fail({ kind: 'ruling-needs-timeline' });
  return ok(finding);
}

/** Rules on a finding. What is stored stays; a `divergence` files the claim's side under a timeline of its own. */
export function rule(target: EditTarget, asked: RulingAsked): Result<Ruling | null, RuleProblem> {
  const ruled = ruledOn(target, asked);
  if (!ruled.ok) return ruled;
  const finding = ruled.value;
  target.write.transaction((session) => {
    const moved = asked.kind === 'divergence' ? sideOf(finding, asked.claim) : [];
    const edit = session.record({
      actor: target.by.actor,
      op: 'rule',
      target: `finding:${finding.id}`,
      before: moved.map((id) => ({ claim: id, continuity: slugOf(target, id) })),
      after: { kind: asked.kind, claim: asked.claim, timeline: asked.timeline },
      reason: asked.note,
      at: target.at,
    });
    session.addRuling(finding, asked, edit);
    if (moved.length === 0 || asked.timeline === null) return;
    const timeline = timelineOf(asked.timeline.trim(), target, session);
    for (const claim of moved) session.moveClaim(claim, timeline);
  });
  return ok(target.read.rulingOn(finding.id));
}

/**
 * Takes the standing ruling on a finding back, also where the finding went with it; claims that it filed under another
 * timeline, and that nobody moved since, go back to where they were.
 */
export function revoke(target: EditTarget, id: string, note: string): Result<Ruling, RuleProblem> {
  const found = revocable(target, id, note);
  if (!found.ok) return found;
  const standing = found.value;
  const filed = target.log
    .changes(standing.edit)
    .filter(({ kind, field }) => kind === 'claim' && field === 'continuity');
  target.write.transaction((session) => {
    const edit = session.record({
      actor: target.by.actor,
      op: 'revoke-ruling',
      target: `finding:${id}`,
      before: { kind: standing.kind, claim: standing.claim, note: standing.note },
      reason: note,
      at: target.at,
    });
    session.revokeRuling(standing.id, edit);
    for (const { first, before, after } of filed) {
      if (target.read.claim(first as ClaimId)?.continuity !== after) continue;
      session.moveClaim(first as ClaimId, before as ContinuityId);
    }
  });
  return ok(standing);
}

/** The standing ruling on a finding, if it can be taken back so by that person. */
export function revocable(target: EditTarget, id: string, note: string): Result<Ruling, RuleProblem> {
  const allowed = gate(target, 'rule on conflicts');
  if (!allowed.ok) return allowed;
  const standing = target.read.rulingOn(id as FindingId);
  if (standing === null) {
    const isThere = target.read.finding(id) !== undefined;
    return fail({ kind: isThere ? 'nothing-to-revoke' : 'no-such-finding', id });
  }
  return note.trim() === '' ? fail({ kind: 'ruling-needs-note' }) : ok(standing);
}

/** The side of a finding on which a claim stands. */
export function sideOf(finding: Finding, claim: ClaimId | null): readonly ClaimId[] {
  return finding.sides.find((side) => claim !== null && side.includes(claim)) ?? [];
}

function slugOf(target: EditTarget, id: ClaimId): string | null {
  const claim = target.read.claim(id);
  return claim === undefined ? null : target.read.continuities.get(claim.continuity).slug;
}

function timelineOf(name: string, target: EditTarget, session: Parameters<typeof makeContinuity>[1]): ContinuityId {
  const { continuities } = target.read;
  const known = continuities.bySlug(name) ?? continuities.all.find((node) => node.name === name);
  return known?.id ?? makeContinuity(name, session, target.references, continuities).id;
}
