import type { Claim } from '../../lore/claim.ts';
import { timeOf } from '../reading/reading.ts';
import { choose } from './choose.ts';
import { entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';
import { partFor } from './relation.ts';

const WHS = new Set(['who', 'which', 'what', 'whose']);

/**
 * "Who led the rebellion after Hale?", "Who held the keep before the rebels?": of those of whom the same is told, the
 * next one in time. Where nothing tells the order, it is not recorded; the one who was named is no answer.
 */
export const nextTo: Plan = (context) => {
  const { asked, reader } = context;
  const { occasion } = asked;
  if (occasion === null || occasion.hits.length > 0 || timeOf(asked) !== null || !WHS.has(asked.wh)) return undefined;
  const [mention] = occasion.mentions;
  if (mention === undefined || occasion.relation === 'in') return undefined;
  const rest = { ...asked, occasion: null, mentions: asked.mentions.filter((one) => one !== mention) };
  if (rest.mentions.some((one) => one.entities.every((entity) => entity.kind === 'office'))) return undefined;
  const choice = rest.mentions.length === 0 ? undefined : choose(rest, reader);
  if (choice === undefined || choice.claims.length === 0) return undefined;
  const partOf = partFor(choice, rest);
  const answered = (claim: Claim) =>
    partOf(claim) === 'subject' ? claim.subject : claim.value.kind === 'entity' ? claim.value.entity : null;
  const ids = new Set(mention.entities.map((entity) => entity.id));
  const isNamed = (claim: Claim): boolean => {
    const id = answered(claim);
    return id !== null && ids.has(id);
  };
  const own = choice.claims.filter(isNamed);
  const isAfter = occasion.relation === 'after';
  const edges = own.flatMap((claim) => startOf(claim) ?? []);
  const edge = isAfter ? Math.max(...edges) : Math.min(...edges);
  const others = choice.claims
    .filter((claim) => !isNamed(claim))
    .flatMap((claim) => {
      const start = startOf(claim);
      return start === null || edges.length === 0 || (isAfter ? start <= edge : start >= edge)
        ? []
        : [{ claim, start }];
    })
    .sort((a, b) => (isAfter ? a.start - b.start : b.start - a.start));
  const [next] = others;
  const base = { intent: 'succession' as const, predicates: choice.predicates };
  if (next === undefined) return missing(context, { ...base, unknown: [], near: own });
  const found = others.filter(({ claim }) => answered(claim) === answered(next.claim)).map(({ claim }) => claim);
  return {
    ...base,
    status: 'answered',
    head: { kind: 'inferred' },
    lines: [...linesOf(found, 'main', reader), ...linesOf(own, 'premise', reader)],
    variants: variantsOf(found, partOf, true),
    entities: entitiesOf(asked),
  };
};

/** The first day on which it is known to have been so. */
function startOf({ bounds }: Claim): number | null {
  return bounds.sLo ?? bounds.eLo ?? bounds.sHi;
}
