import type { Continuity } from '../lore/continuity.ts';
import { fold, slugOf } from '../lore/fold.ts';
import type { AccountId, ContinuityId, EditId, EntityId } from '../lore/ids.ts';
import type { Refusal } from '../lore/permission.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import { parseDate } from '../lore/time/parse-date.ts';
import type { DateProblem } from '../lore/time/problem.ts';
import { uniqueSlug } from '../lore/unique-slug.ts';
import { type EditTarget, gate } from './edit-target.ts';

/** Answers come from it from now on, and what the rules find follows. Null where they do already. */
export function setDefaultContinuity(
  target: Omit<EditTarget, 'log'>,
  continuity: Continuity,
): Result<EditId | null, Refusal> {
  const allowed = gate(target, 'set up the lorebook');
  if (!allowed.ok) return allowed;
  const { home } = target.read.continuities;
  if (home.id === continuity.id) return ok(null);
  const edit = target.write.transaction((session) => {
    const id = session.record({
      actor: target.by.actor,
      op: 'settings',
      target: 'lorebook',
      before: { default_continuity: home.slug },
      after: { default_continuity: continuity.slug },
      at: target.at,
    });
    session.setSetting('default_continuity', continuity.slug);
    return id;
  });
  return ok(edit);
}

export interface NewTimeline {
  readonly name: string;
  /** Null = a tree of its own. */
  readonly parent: Continuity | null;
  /** When it leaves its parent, as typed; null = it inherits all that it does not contradict. */
  readonly branch: string | null;
  readonly tier: number;
}

export type TimelineProblem =
  | Refusal
  | { readonly kind: 'no-name' }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'branch-without-parent' }
  | { readonly kind: 'branch-date'; readonly problem: DateProblem };

/** Makes a timeline, with its entity. */
export function addTimeline(
  target: Omit<EditTarget, 'log'>,
  { name, parent, branch, tier }: NewTimeline,
): Result<{ readonly edit: EditId; readonly id: ContinuityId }, TimelineProblem> {
  const allowed = gate(target, 'set up the lorebook');
  if (!allowed.ok) return allowed;
  const { continuities, profile } = target.read;
  if (fold(name) === '') return fail({ kind: 'no-name' });
  const taken = continuities.all.find((node) => node.slug === slugOf(name) || fold(node.name) === fold(name));
  if (taken !== undefined) return fail({ kind: 'name-taken', name: taken.name });
  // One that was taken back keeps its slug, in case that is undone.
  const slug = uniqueSlug(name, null, target.references.isTimelineSlugTaken);
  if (branch !== null && parent === null) return fail({ kind: 'branch-without-parent' });
  const date = branch === null ? null : parseDate(branch, profile.calendar);
  if (date?.ok === false) return fail({ kind: 'branch-date', problem: date.problem });
  const branchDay = date?.value.start?.min ?? null;
  if (branch !== null && branchDay === null) {
    return fail({ kind: 'branch-date', problem: { kind: 'date-without-bounds', text: branch } });
  }
  const made = target.write.transaction((session) => {
    const edit = session.record({
      actor: target.by.actor,
      op: 'add-timeline',
      target: `continuity:${slug}`,
      after: { name, parent: parent?.slug ?? null, branch, tier },
      at: target.at,
    });
    const entity = session.addEntity({
      slug: uniqueSlug(name, null, target.references.isSlugTaken),
      name,
      kind: 'continuity',
      continuity: null,
      about: '',
      isShared: false,
    });
    const id = session.addContinuity({
      slug,
      name,
      parent: parent?.id ?? null,
      branch: date?.value.text ?? null,
      branchDay,
      tier,
      entity,
    });
    return { edit, id };
  });
  return ok(made);
}

export type Tiered =
  | { readonly kind: 'continuity'; readonly id: ContinuityId; readonly name: string; readonly tier: number }
  | { readonly kind: 'work'; readonly id: EntityId; readonly name: string; readonly tier: number }
  | { readonly kind: 'account'; readonly id: AccountId; readonly name: string; readonly tier: number };

/** Of what stands against each other, the higher tier is told first. Null where it has that tier already. */
export function setTier(target: Omit<EditTarget, 'log'>, of: Tiered, tier: number): Result<EditId | null, Refusal> {
  const allowed = gate(target, 'set up the lorebook');
  if (!allowed.ok) return allowed;
  if (of.tier === tier) return ok(null);
  const edit = target.write.transaction((session) => {
    const id = session.record({
      actor: target.by.actor,
      op: 'set-tier',
      target: `${of.kind}:${of.id}`,
      before: { tier: of.tier },
      after: { name: of.name, tier },
      at: target.at,
    });
    session.set(`${of.kind}.tier`, of.id, tier);
    return id;
  });
  return ok(edit);
}
