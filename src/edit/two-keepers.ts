import type { Finding } from '../lore/finding.ts';
import type { Edit } from '../lore/history.ts';
import type { ClaimId } from '../lore/ids.ts';
import { ok, type Result } from '../lore/result.ts';
import { RULING_KINDS, type Ruling, type RulingKind } from '../lore/ruling.ts';
import type { EditTarget } from './edit-target.ts';
import { type RuleProblem, type RulingAsked, rule, ruledOn, sideOf } from './rule.ts';

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
      op: 'propose-ruling',
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

/** What was proposed on a finding since it was ruled on last, newest first. */
export function proposals({ log }: Pick<EditTarget, 'log'>, finding: string): readonly ProposedRuling[] {
  const found: ProposedRuling[] = [];
  for (const edit of log.editsOn(`finding:${finding}`, MOST_EDITS)) {
    if (edit.op !== 'propose-ruling') break;
    const { kind, claim, timeline } = edit.after as Omit<ProposedRuling, 'edit'>;
    if (RULING_KINDS.includes(kind)) found.push({ edit, kind, claim, timeline });
  }
  return found;
}

function isSame(finding: Finding, a: Omit<ProposedRuling, 'edit'>, b: RulingAsked): boolean {
  const side = (claim: ClaimId | null): string => (claim === null ? '' : sideOf(finding, claim).join());
  return a.kind === b.kind && side(a.claim) === side(b.claim) && (a.timeline ?? '') === (b.timeline ?? '');
}
