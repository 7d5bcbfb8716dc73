import type { ClaimId } from '../../lore/ids.ts';
import type { Fact } from '../fact.ts';
import { sourceOf } from '../source.ts';
import type { World } from '../world.ts';
import { emit } from './emit.ts';
import type { Moment } from './moments.ts';
import { lazyNetwork, spansIn } from './network.ts';
import { overrunsFrom } from './search.ts';
import { loopsThrough, strictEdgesOf } from './strict.ts';

/** Whether the claims by themselves cannot all be true in time. */
function isImpossible(world: World, facts: readonly Fact[]): boolean {
  const source = sourceOf(facts);
  const network = lazyNetwork(world, source);
  const spans = spansIn(source);
  const origins = new Set<Moment>();
  for (const fact of facts) {
    emit(world, fact, spans, { edge: () => {}, upper: () => {}, lower: (moment) => origins.add(moment) });
  }
  for (const origin of origins) {
    for (const lower of network.lowers(origin)) {
      if (overrunsFrom(world, network, origin, lower, (_, upper) => upper.claim === lower.claim).overruns.length > 0) {
        return true;
      }
    }
  }
  return facts.some((fact) =>
    strictEdgesOf(world, fact, spans).some((edge) => loopsThrough(world, network, edge).length > 0),
  );
}

/** Drops every claim without which the rest is still impossible: no claim of what remains can be spared. */
export function minimal(world: World, facts: readonly Fact[]): readonly ClaimId[] {
  let kept = [...facts];
  if (!isImpossible(world, kept)) return facts.map((fact) => fact.id);
  // The newest first, so that the claims told first are the ones that explain.
  for (const fact of [...facts].sort((a, b) => b.id - a.id)) {
    const without = kept.filter((each) => each !== fact);
    if (without.length > 0 && isImpossible(world, without)) kept = without;
  }
  return kept.map((fact) => fact.id).sort((a, b) => a - b);
}
