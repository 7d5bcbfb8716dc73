import type { Draft } from '../answer.ts';
import { denials } from '../gather/scope.ts';
import { type Context, entitiesOf, linesOf, variantsOf } from './context.ts';

/** In the timeline asked about there never was such a thing: that is the answer to whatever is asked of it. */
export function deniedInTimeline({ asked, reader }: Context): Draft | undefined {
  const { timeline } = asked;
  if (timeline === null) return undefined;
  // An office of what never was is none either.
  const things = entitiesOf(asked).flatMap((entity) =>
    entity.kind === 'office'
      ? [entity.id, ...reader.claimsByObject(entity.id, 'ruled_by').map((claim) => claim.subject)]
      : [entity.id],
  );
  const claims = [...new Set(things)].flatMap((id) => denials(reader, id, timeline));
  if (claims.length === 0) return undefined;
  return {
    status: 'answered',
    intent: 'yes-no',
    head: { kind: 'denied' },
    lines: linesOf(claims, 'main', reader),
    variants: variantsOf(claims, () => 'value'),
    predicates: ['existed'],
    entities: entitiesOf(asked),
  };
}
