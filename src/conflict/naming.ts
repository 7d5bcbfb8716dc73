import { type Breach, claimsOfBreach, type Slot } from './breach.ts';
import type { World } from './world.ts';

/** What a finding's id is made of: names, not row numbers, so that a pack loaded again gives the same ids. */
export function nameOf(world: World, breach: Breach): string {
  const continuity = world.continuities.get(breach.continuity).slug;
  const branch = breach.class === 'divergence' ? '>' : '';
  const kind = breach.rule === 'R10' ? kindOf(breach) : '';
  return `${breach.rule}${kind}|${branch}${continuity}|${slotName(world, breach)}`;
}

/** A matter by names, which outlive ids. */
export function slotName(world: World, { subject, predicate, key }: Slot): string {
  return `${world.being(subject)?.slug ?? subject}|${predicate}|${key}`;
}

/** What ties a breach to others: breaches that share none of these never end up in one finding. */
export function linksOf(world: World, breach: Breach): readonly string[] {
  const claims = claimsOfBreach(breach).map((claim) => `c${claim}`);
  const slots = breach.slots.map((slot) => `s${slotName(world, slot)}`);
  return [...new Set([...claims, ...slots, `n${nameOf(world, breach)}`])];
}

/** Order breaches of several kinds (dates, loops, "ever since") are told apart by this. */
export function kindOf({ detail }: Breach): string {
  const { kind } = detail;
  return typeof kind === 'string' ? kind : '';
}
