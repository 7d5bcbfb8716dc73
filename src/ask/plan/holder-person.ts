import { type Holder, holds } from '../../lookup/regents.ts';
import type { Entity } from '../../lore/entity.ts';
import type { Draft } from '../answer.ts';
import { type Mention, timeOf } from '../reading/reading.ts';
import { type Context, linesOf, only } from './context.ts';
import { HOLDS, lineOf, variantOf } from './holding.ts';
import { missing } from './missing.ts';

/** One person's holding of an office: when, how long, whether, and who came before or after. */
export function byPerson(
  context: Context,
  office: Entity,
  all: readonly Holder[],
  mention: Mention,
): Draft | undefined {
  const { asked, reader } = context;
  const person = only(mention);
  const own = all.filter((one) => mention.entities.some((entity) => entity.id === one.entity.id));
  const [first] = own;
  const base = { predicates: [HOLDS], entities: [office, ...mention.entities] };
  const lines = own.map((one) => lineOf(one, context));
  const variants = own.map((one) => variantOf(one, false));
  if (asked.wh === 'yes-no' || asked.wh === 'fragment') {
    const time = timeOf(asked);
    if (first === undefined) {
      return all.length === 0
        ? undefined
        : {
            status: 'answered',
            intent: 'yes-no',
            head: { kind: 'wrong-premise', wrong: [] },
            lines: (person === undefined
              ? []
              : linesOf(reader.claimsBySubject(person.id, HOLDS), 'recorded', reader)
            ).concat(all.map((one) => ({ kind: 'holder', holder: one, role: 'recorded' }))),
            ...base,
          };
    }
    if (time === null) return { status: 'answered', intent: 'yes-no', head: { kind: 'yes' }, lines, variants, ...base };
    const then = own.map((one) => holds(one, time.span));
    if (then.includes('yes'))
      return { status: 'answered', intent: 'yes-no', head: { kind: 'yes' }, lines, variants, ...base };
    return {
      status: 'answered',
      intent: 'yes-no',
      head: { kind: 'wrong-premise', wrong: [time.typed] },
      lines: lines.map((line) => ({ ...line, role: 'recorded' })),
      ...base,
    };
  }
  if (first === undefined) return undefined;
  const step = stepFrom(mention, context);
  if (step !== 0) return beside(context, office, all, first, step);
  if (asked.wh === 'when' || asked.wh === 'how-long') {
    return { status: 'answered', intent: asked.wh, head: { kind: 'told' }, lines, variants, ...base };
  }
  return undefined;
}

/** "Regent *after* Worf": 1; "before": -1; 0 where the name stands otherwise. */
function stepFrom({ from }: Mention, { asked }: Context): 1 | -1 | 0 {
  const word = asked.tokens[from - 1]?.folded ?? '';
  if (asked.wh === 'yes-no' || asked.wh === 'when') return 0;
  return /^(?:after|following)$/.test(word) ? 1 : /^(?:before|preceding)$/.test(word) ? -1 : 0;
}

/** The next or last one named, with the succession that says so; a gap between the two is said, too. */
function beside(context: Context, office: Entity, all: readonly Holder[], holder: Holder, step: 1 | -1): Draft {
  const { reader } = context;
  const own = all.filter((one) => one.continuity === holder.continuity);
  const next = own[own.indexOf(holder) + step];
  const base = {
    intent: 'succession' as const,
    predicates: [HOLDS, 'succeeded_by'],
    entities: [office, holder.entity],
  };
  if (next === undefined)
    return {
      ...missing(context, { ...base, unknown: [], near: [] }),
      lines: [{ kind: 'holder', holder, role: 'recorded' }],
    };
  const [before, after] = step === 1 ? [holder, next] : [next, holder];
  const said = reader
    .claimsBySubject(before.entity.id, 'succeeded_by')
    .filter(
      (claim) =>
        claim.value.kind === 'entity' &&
        claim.value.entity === after.entity.id &&
        claim.continuity === holder.continuity,
    );
  const isSaid = said.length > 0;
  return {
    status: 'answered',
    head: { kind: isSaid ? 'values' : 'inferred' },
    lines: [{ kind: 'holder', holder: next, role: 'main' }, ...linesOf(said, 'main', reader)],
    variants: [variantOf(next, !isSaid)],
    ...base,
  };
}
