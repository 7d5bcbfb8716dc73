import { type Holder, holds, isGap } from '../../lookup/regents.ts';
import type { Entity } from '../../lore/entity.ts';
import { civilDay } from '../../lore/time/axis.ts';
import type { Draft, Head, Line } from '../answer.ts';
import { type Mention, timeOf } from '../reading/reading.ts';
import { type Context, linesOf, only } from './context.ts';
import { claimsOf, HOLDS, isHome, lineOf, stillHolding, variantOf } from './holding.ts';
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
    if (time === null) return { status: 'answered', intent: 'yes-no', ...now(own, context), variants, ...base };
    const then = own.map((one) => holds(one, time.span));
    if (then.includes('yes'))
      return { status: 'answered', intent: 'yes-no', head: { kind: 'yes' }, lines, variants, ...base };
    const holding = stillHolding(all, time.span, context);
    if (holding !== undefined && holding.entity.id === first.entity.id) {
      return {
        status: 'answered',
        intent: 'yes-no',
        head: { kind: 'inferred' },
        lines: [{ kind: 'holder', holder: holding, role: 'inherited' }],
        variants: [variantOf(holding, true)],
        ...base,
      };
    }
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
    const home = own.filter(isHome(context));
    const [one] = home.length > 0 ? home : own;
    const head = one === undefined || home.length > 1 ? ({ kind: 'told' } as const) : termHead(one, context);
    return { status: 'answered', intent: asked.wh, head, lines, variants, ...base };
  }
  return undefined;
}

const NOW = new Set(['still', 'now', 'currently', 'presently', 'today']);

/** "Is he *still* regent?": no for a term that is told to have ended, and never more than inferred for another. */
function now(own: readonly Holder[], context: Context): Pick<Draft, 'head' | 'lines'> {
  const lines = own.map((one) => lineOf(one, context));
  if (!context.asked.tokens.some((token) => NOW.has(token.folded))) return { head: { kind: 'yes' }, lines };
  const isOver = own.every((one) => one.term.endsBy !== null);
  return isOver
    ? { head: { kind: 'wrong-premise', wrong: [] }, lines: lines.map((line) => ({ ...line, role: 'recorded' })) }
    : { head: { kind: 'inferred' }, lines: lines.map((line) => ({ ...line, role: 'inherited' })) };
}

const BEGINNING = /^(?:begin|began|begun|start|started|become|became|since|made|appointed|crowned|elected|take|took)$/;

/** What is told of a term's length; of its beginning alone where that is asked for and nobody tells it. */
function termHead(one: Holder, { asked, reader }: Context): Head {
  const { term } = one;
  const isBegun = claimsOf(one).some((claim) => claim.bounds.sLo !== null);
  const from = term.knownFrom;
  if (from === null) return { kind: 'told' };
  if (asked.wh === 'when') {
    const isForBeginning = asked.tokens.some((token) => BEGINNING.test(token.folded));
    return isForBeginning && !isBegun ? { kind: 'first-seen', day: from } : { kind: 'told' };
  }
  const { calendar } = reader.profile;
  const to = term.endsBy;
  const years = to === null ? null : civilDay(calendar, to).year - civilDay(calendar, from).year;
  return { kind: 'lasted', from, to, years, isBegun };
}

/** "Regent *after* Marr": 1; "before": -1; 0 where the name stands otherwise. */
function stepFrom({ from }: Mention, { asked }: Context): 1 | -1 | 0 {
  const word = asked.tokens[from - 1]?.folded ?? '';
  if (asked.wh === 'yes-no' || asked.wh === 'when') return 0;
  return /^(?:after|following)$/.test(word) ? 1 : /^(?:before|preceding)$/.test(word) ? -1 : 0;
}

/** The one named next to a person in an office, if that person held it in the default timeline or anywhere. */
export function namedBeside(
  context: Context,
  office: Entity,
  all: readonly Holder[],
  person: Entity,
  step: 1 | -1,
): Draft | undefined {
  const own = all.filter((one) => one.entity.id === person.id);
  const holder = own.find(isHome(context)) ?? own[0];
  const next = holder === undefined ? undefined : beside(context, office, all, holder, step);
  // Others may have come between the two: who succeeded is not recorded then, only who is named next.
  if (next === undefined || !next.lines.some((line) => line.kind === 'gap')) return next;
  return {
    ...missing(context, { intent: 'succession', predicates: next.predicates ?? [], unknown: [], near: [] }),
    lines: next.lines.map((line) => (line.kind === 'holder' ? { ...line, role: 'recorded' } : line)),
  };
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
  const gap: readonly Line[] =
    !isSaid && !office.isShared && isGap(before, after)
      ? [{ kind: 'gap', gap: { kind: 'gap', after: before, before: after } }]
      : [];
  return {
    status: 'answered',
    head: { kind: isSaid ? 'values' : 'inferred' },
    lines: [{ kind: 'holder', holder: next, role: 'main' }, ...gap, ...linesOf(said, 'main', reader)],
    variants: [variantOf(next, !isSaid)],
    ...base,
  };
}
