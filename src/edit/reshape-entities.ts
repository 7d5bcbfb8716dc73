import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { fold } from '../lore/fold.ts';
import type { ClaimId, ContinuityId, EditId, EntityId } from '../lore/ids.ts';
import { onceEach } from '../lore/once-each.ts';
import type { Refusal } from '../lore/permission.ts';
import { fail, ok, type Result } from '../lore/result.ts';
import { uniqueSlug } from '../lore/unique-slug.ts';
import type { WriteSession } from '../lore/writer.ts';
import { type Effect, effectSince, keptNow } from './change-effect.ts';
import { type EditTarget, gate } from './edit-target.ts';

/** Two entries become one, or some of what is told of one becomes another's. Every claim is kept. */
export type Reshaping =
  | { readonly kind: 'merge'; readonly from: EntityId; readonly into: EntityId; readonly note: string }
  | {
      readonly kind: 'split';
      readonly from: EntityId;
      readonly name: string;
      readonly claims: readonly ClaimId[];
      /** The timeline the new entry is at home in, where that is what tells them apart. */
      readonly home: ContinuityId | null;
      readonly note: string;
    };

export type ReshapeProblem =
  | Refusal
  | { readonly kind: 'no-such-entry' }
  | { readonly kind: 'same-entry'; readonly name: string }
  /** Timelines hold claims of their own: they are no two names for one thing. */
  | { readonly kind: 'is-a-timeline'; readonly name: string }
  | { readonly kind: 'no-claims-chosen'; readonly name: string }
  | { readonly kind: 'claims-elsewhere'; readonly name: string; readonly claims: readonly ClaimId[] }
  | { readonly kind: 'saved-already' };

/** What it comes to. */
export interface Reshaped {
  readonly from: Entity;
  /** What the claims speak of then. */
  readonly into: Entity;
  readonly claims: number;
  readonly left: number;
  readonly aliases: readonly string[];
  /** Kinds that differ: an office and a person are seldom one thing. */
  readonly kinds: readonly [string, string] | null;
  readonly effect: Effect;
}

/** Live claims that name it anywhere: as subject, value, detail or source. */
export function claimsNaming({ read }: Pick<EditTarget, 'read'>, entity: EntityId): readonly Claim[] {
  const all = [
    ...read.claimsBySubject(entity),
    ...read.claimsByObject(entity),
    ...read.claimsByQualifier(entity),
    ...read.claimsByWork(entity, Number.MAX_SAFE_INTEGER),
  ];
  return onceEach(all);
}

/** Does it, shows what would stand then to `look`, and takes everything back. */
export function rehearseReshaping<Seen>(
  target: EditTarget,
  asked: Reshaping,
  look: (reshaped: Reshaped) => Seen,
): Result<Seen, ReshapeProblem> {
  const planned = plan(target, asked);
  if (!planned.ok) return planned;
  const kept = keptNow(target.read, null);
  return ok(
    target.write.rehearse(
      (session) => written(target, session, planned.value, () => true).into,
      (into) => look(reshaped(target, planned.value, into, kept)),
    ),
  );
}

/** Does it; one edit that can be undone. `alongside` belongs to its transaction: false = it was saved before. */
export function reshape(
  target: EditTarget,
  asked: Reshaping,
  alongside: (edit: EditId) => boolean = () => true,
): Result<Reshaped & { readonly edit: EditId }, ReshapeProblem> {
  const planned = plan(target, asked);
  if (!planned.ok) return planned;
  const kept = keptNow(target.read, null);
  try {
    const { edit, into } = target.write.transaction((session) => written(target, session, planned.value, alongside));
    return ok({ ...reshaped(target, planned.value, into, kept), edit });
  } catch (error) {
    if (error instanceof SavedAlready) return fail({ kind: 'saved-already' });
    throw error;
  }
}

/** Leaves the transaction without a trace. */
class SavedAlready extends Error {}

interface Plan {
  readonly asked: Reshaping;
  readonly from: Entity;
  readonly into: Entity | null;
  readonly claims: readonly ClaimId[];
  readonly left: number;
  readonly aliases: readonly string[];
}

function plan(target: EditTarget, asked: Reshaping): Result<Plan, ReshapeProblem> {
  const allowed = gate(target, 'merge and split');
  if (!allowed.ok) return allowed;
  const { read } = target;
  const from = read.entity(asked.from);
  if (from === undefined) return fail({ kind: 'no-such-entry' });
  if (from.kind === 'continuity') return fail({ kind: 'is-a-timeline', name: from.name });
  const naming = claimsNaming(target, from.id);
  if (asked.kind === 'merge') {
    const into = read.entity(asked.into);
    if (into === undefined) return fail({ kind: 'no-such-entry' });
    if (into.id === from.id) return fail({ kind: 'same-entry', name: from.name });
    if (into.kind === 'continuity') return fail({ kind: 'is-a-timeline', name: into.name });
    const own = new Set([into.name, ...read.aliases(into.id)].map(fold));
    const aliases = [from.name, ...read.aliases(from.id)].filter((name) => !own.has(fold(name)));
    return ok({ asked, from, into, claims: naming.map(({ id }) => id), left: 0, aliases });
  }
  const chosen = new Set(asked.claims);
  if (chosen.size === 0) return fail({ kind: 'no-claims-chosen', name: from.name });
  // A source is cited, not spoken of: that stays with the entry.
  const spoken = new Set(naming.filter((claim) => speaksOf(claim, from.id)).map(({ id }) => id));
  const elsewhere = [...chosen].filter((id) => !spoken.has(id));
  if (elsewhere.length > 0) return fail({ kind: 'claims-elsewhere', name: from.name, claims: elsewhere });
  return ok({ asked, from, into: null, claims: [...chosen], left: naming.length - chosen.size, aliases: [] });
}

/** Whether a claim names it as subject, value or detail. */
export function speaksOf({ subject, value, qualifiers }: Claim, entity: EntityId): boolean {
  if (subject === entity || (value.kind === 'entity' && value.entity === entity)) return true;
  return qualifiers.some((one) => one.entity === entity);
}

function written(
  target: EditTarget,
  session: WriteSession,
  { asked, from, into, claims }: Plan,
  alongside: (edit: EditId) => boolean,
): { readonly edit: EditId; readonly into: EntityId } {
  const isMerge = asked.kind === 'merge';
  const edit = session.record({
    actor: target.by.actor,
    op: isMerge ? 'merge-entities' : 'split-entity',
    target: `entity:${from.slug}`,
    after: isMerge ? { into: into?.slug, claims: claims.length } : { name: asked.name, claims },
    reason: asked.note,
    at: target.at,
  });
  if (!alongside(edit)) throw new SavedAlready();
  if (into !== null) {
    session.mergeEntity(from.id, into.id);
    return { edit, into: into.id };
  }
  const fresh = addBeside(target, session, from, asked);
  for (const claim of claims) session.repointClaim(claim, from.id, fresh);
  return { edit, into: fresh };
}

/** The other entry of a split: of the same kind; in another timeline it is the counterpart. */
function addBeside(target: EditTarget, session: WriteSession, from: Entity, asked: Reshaping): EntityId {
  const { name, home } = asked.kind === 'split' ? asked : { name: from.name, home: null };
  const timeline = home === null ? null : target.read.continuities.get(home).slug;
  const wanted = name.trim() === '' ? from.name : name.trim();
  const fresh = session.addEntity({
    slug: uniqueSlug(wanted, timeline, target.references.isSlugTaken),
    name: wanted,
    kind: from.kind,
    continuity: home,
    about: '',
    isShared: from.isShared,
  });
  if (from.kind === 'work') session.addWork({ entity: fresh, form: '', series: '', continuity: home, tier: 0 });
  if (home !== null && fold(wanted) === fold(from.name)) session.setCounterpart(fresh, from.id);
  return fresh;
}

function reshaped(
  { read }: EditTarget,
  { from, into, claims, left, aliases }: Plan,
  id: EntityId,
  kept: ReturnType<typeof keptNow>,
): Reshaped {
  const now = read.entity(id);
  if (now === undefined) throw new Error('an entry vanished as it was made');
  const kinds = into === null || into.kind === from.kind ? null : ([from.kind, into.kind] as const);
  return { from, into: now, claims: claims.length, left, aliases, kinds, effect: effectSince(kept, read, null) };
}
