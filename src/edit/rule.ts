import type { Finding } from '../lore/finding.ts';
import type { ClaimId, ContinuityId } from '../lore/ids.ts';
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

/** Rules on a finding. What is stored stays; a `divergence` files the claim's side under a timeline of its own. */
export function rule(target: EditTarget, asked: RulingAsked): Result<Ruling | null, RuleProblem> {
  const allowed = gate(target, 'rule on conflicts');
  if (!allowed.ok) return allowed;
  const finding = target.read.finding(asked.finding);
  if (finding === undefined) return fail({ kind: 'no-such-finding', id: asked.finding });
  const problem = rulingProblem(finding, asked);
  if (problem !== null) return fail(problem);
  if (asked.kind === 'divergence' && asked.timeline === null) return fail({ kind: 'ruling-needs-timeline' });
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
    const timeline = timelineOf(asked.timeline, target, session);
    for (const claim of moved) session.moveClaim(claim, timeline);
  });
  return ok(target.read.rulingOn(finding.id));
}

/** Takes the standing ruling on a finding back; claims that it filed elsewhere stay where they are. */
export function revoke(target: EditTarget, id: string, note: string): Result<Ruling, RuleProblem> {
  const allowed = gate(target, 'rule on conflicts');
  if (!allowed.ok) return allowed;
  const finding = target.read.finding(id);
  if (finding === undefined) return fail({ kind: 'no-such-finding', id });
  if (note.trim() === '') return fail({ kind: 'ruling-needs-note' });
  const standing = target.read.rulingOn(finding.id);
  if (standing === null) return fail({ kind: 'nothing-to-revoke', id });
  target.write.transaction((session) => {
    const edit = session.record({
      actor: target.by.actor,
      op: 'revoke-ruling',
      target: `finding:${finding.id}`,
      before: { kind: standing.kind, claim: standing.claim, note: standing.note },
      reason: note,
      at: target.at,
    });
    session.revokeRuling(standing.id, edit);
  });
  return ok(standing);
}

function sideOf(finding: Finding, claim: ClaimId | null): readonly ClaimId[] {
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
