import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft } from '../answer.ts';
import { claimsOfEntity, isOccasion } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { eventOf } from '../gather/touching.ts';
import { timed } from '../gather/when.ts';
import { timeOf } from '../reading/reading.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';
import { unknownLeft } from './unknown.ts';

/** Predicates that say where a thing is, when nothing more is asked than where. */
const PLACED_BY: Readonly<Record<string, readonly string[]>> = {
  event: ['location'],
  battle: ['location'],
  person: ['based_at', 'located_in', 'birth_place'],
};
const PLACED_OTHERWISE = ['located_in', 'based_at', 'location'];
const PLACES = new Set(['place', 'continuity']);

/** "Where was Marr taken?", "Where did the rebels hide?", "Where is the Orb?" */
export const where: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh !== 'where') return undefined;
  const choice = choose(asked, reader);
  if (choice !== undefined && choice.claims.length > 0) {
    const unknown = unknownLeft(choice, context);
    if (unknown.length > 0)
      return missing(context, { intent: 'where', predicates: choice.predicates, unknown, near: [] });
    const placed = choice.claims.filter((claim) => isPlaced(claim, context));
    if (placed.length > 0) return located(context, placed, choice.predicates);
    const events = [...new Set(choice.claims.flatMap((claim) => eventOf(claim) ?? []))];
    const sites = events.flatMap((event) => reader.claimsBySubject(event, 'location'));
    if (sites.length > 0) return located(context, sites, ['location']);
    return missing(context, { intent: 'where', predicates: choice.predicates, unknown: [], near: choice.claims });
  }
  const said = asked.hits.filter(
    (hit) =>
      hit.score >= 0.9 &&
      (hit.phrase.predicate.id === 'based_at' || !PLACED_OTHERWISE.includes(hit.phrase.predicate.id)),
  );
  const [mention] = asked.mentions;
  const thing = mention?.entities[0];
  if (thing !== undefined && (said.length === 0 || isOccasion(thing))) {
    const predicates = PLACED_BY[thing.kind] ?? PLACED_OTHERWISE;
    const claims = (mention?.entities ?? []).flatMap((entity) =>
      claimsOfEntity(entity, ['subject'], predicates, reader),
    );
    const own = claims.filter((claim) => claim.value.kind === 'entity');
    if (own.length > 0) return located(context, own, predicates);
    return missing(context, { intent: 'where', predicates, unknown: [], near: [] });
  }
  if (choice === undefined) return undefined;
  return missing(context, {
    intent: 'where',
    predicates: choice.predicates,
    unknown: unknownLeft(choice, context),
    near: choice.best.near,
  });
};

function isPlaced({ value, predicate }: Claim, { reader }: Context): boolean {
  if (value.kind !== 'entity') return false;
  return (
    (PLACES.has(reader.entity(value.entity)?.kind ?? '') || PLACED_OTHERWISE.includes(predicate)) &&
    !reader.predicates.get(predicate)?.inverse?.endsWith('_by')
  );
}

function located(context: Context, claims: readonly Claim[], predicates: readonly string[]): Draft {
  const { asked, reader } = context;
  const { main, elsewhere, isInherited } = scoped(onceEach(claims), asked, reader);
  const time = timeOf(asked);
  const then = time === null ? { sure: main, undated: [], ongoing: [] } : timed(main, time.span, reader);
  const isOngoing = then.sure.length === 0 && then.ongoing.length > 0;
  const kept = isOngoing ? then.ongoing : then.sure.length > 0 ? then.sure : then.undated;
  if (kept.length === 0 && (elsewhere.length === 0 || time !== null)) {
    return missing(context, { intent: 'where', predicates, unknown: [], near: main });
  }
  return {
    status: 'answered',
    intent: 'where',
    head:
      kept.length === 0
        ? { kind: 'elsewhere-only' }
        : isInherited || isOngoing
          ? { kind: 'inferred' }
          : { kind: 'values' },
    lines: [
      ...linesOf(kept, isInherited ? 'inherited' : isOngoing ? 'ongoing' : 'main', reader),
      ...linesOf(elsewhere, 'elsewhere', reader),
    ],
    variants: variantsOf([...kept, ...elsewhere], () => 'value', isInherited || isOngoing),
    predicates,
    entities: entitiesOf(asked),
  };
}
