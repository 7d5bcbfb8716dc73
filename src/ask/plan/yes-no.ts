import type { Claim } from '../../lore/claim.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft, Head } from '../answer.ts';
import { unique } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { tellingsOf, timed } from '../gather/when.ts';
import { timeOf } from '../reading/reading.ts';
import { type Choice, choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';
import { unknownLeft } from './unknown.ts';

/** Two things that are told instead of each other. */
const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  made_peace_with: ['at_war_with'],
  signed_treaty_with: ['at_war_with'],
  at_war_with: ['made_peace_with', 'ally_of'],
  ally_of: ['at_war_with', 'enemy_of'],
};

/** "Did the Alliance ever make peace?", "Worf captured?" */
export const yesNo: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh !== 'yes-no') return undefined;
  const choice = choose(asked, reader);
  if (choice === undefined || choice.score < 0.8) return undefined;
  const unknown = unknownLeft(choice, context);
  if (unknown.length > 0)
    return missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown, near: [] });
  if (choice.claims.length === 0) return notSaid(context, choice);
  const { main, elsewhere, isInherited } = scoped(choice.claims, asked, reader);
  const time = timeOf(asked);
  if (time !== null) return atTime(context, choice, main);
  if (main.length === 0 && elsewhere.length === 0) {
    return missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown: [], near: [] });
  }
  const opposite = main.length === 0 ? opposites(context, choice) : [];
  return {
    status: 'answered',
    intent: 'yes-no',
    head: main.length === 0 ? { kind: 'elsewhere-only' } : isInherited ? { kind: 'inferred' } : headFor(main, choice),
    lines: [
      ...linesOf(main, isInherited ? 'inherited' : 'main', reader),
      ...linesOf(elsewhere, 'elsewhere', reader),
      ...linesOf(opposite, 'opposite', reader),
    ],
    variants: variantsOf([...main, ...elsewhere], () => 'statement', isInherited),
    predicates: choice.predicates,
    entities: entitiesOf(asked),
  };
};

/** Yes, where somebody asserts it; what is only hedged, reported or believed is said to be so. */
export function headFor(claims: readonly Claim[], choice: Choice): Head {
  if (choice.best.fit === 'words' || choice.best.fit === 'event') return { kind: 'told' };
  const real = claims.filter((claim) => claim.modality === 'asserted');
  if (real.length === 0) return { kind: 'perhaps' };
  if (real.every((claim) => claim.value.kind === 'none' || (claim.value.kind === 'yesno' && !claim.value.yes)))
    return { kind: 'denied' };
  if (
    real.some(
      (claim) => claim.value.kind === 'unknown' || claim.value.kind === 'text' || claim.value.kind === 'quantity',
    )
  )
    return { kind: 'told' };
  return { kind: 'yes' };
}

function atTime(context: Context, choice: Choice, main: readonly Claim[]): Draft {
  const { asked, reader } = context;
  const time = timeOf(asked);
  const span = time?.span ?? { min: null, max: null };
  const { sure, out, undated } = timed(main, span, reader);
  const base = { intent: 'yes-no', predicates: choice.predicates, entities: entitiesOf(asked) } as const;
  if (sure.length > 0) {
    const beside = tellingsOf(
      sure,
      main.filter((claim) => claim.date === null),
    );
    return {
      ...base,
      status: 'answered',
      head: headFor(sure, choice),
      lines: linesOf(unique([...sure, ...beside]), 'main', reader),
      variants: variantsOf(sure, () => 'statement'),
    };
  }
  const known = [...out, ...undated];
  if (known.length === 0) return missing(context, { ...base, unknown: [], near: [] });
  return {
    ...base,
    status: out.length > 0 ? 'answered' : 'not-recorded',
    head:
      out.length > 0
        ? { kind: 'wrong-premise', wrong: time === null ? [] : [time.typed] }
        : { kind: 'missing', unknown: [], timeline: asked.timeline },
    lines: linesOf(known, 'recorded', reader),
    variants: out.length > 0 ? variantsOf(out, () => 'date') : [],
  };
}

/** Nobody says so. What is told of one of the two, by the same predicate, is what is recorded instead. */
function notSaid(context: Context, choice: Choice): Draft {
  const { asked, reader } = context;
  const near = scoped(choice.best.near, asked, reader).main;
  const draft = missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown: [], near });
  if (near.length === 0 || choice.best.args.length < 2) return draft;
  return { ...draft, status: 'answered', head: { kind: 'wrong-premise', wrong: [] } };
}

/** In the default timeline: what is told instead of what was asked. */
function opposites({ asked, reader }: Context, choice: Choice): readonly Claim[] {
  const things = new Set(choice.claims.flatMap((claim) => [claim.subject]));
  const wanted = choice.predicates.flatMap((predicate) => OPPOSITES[predicate] ?? []);
  return claimsBetween(reader, [...things].slice(0, 5), wanted, (claims) => scoped(claims, asked, reader).main);
}

function claimsBetween(
  reader: LoreReader,
  things: readonly Claim['subject'][],
  predicates: readonly string[],
  keep: (claims: readonly Claim[]) => readonly Claim[],
): readonly Claim[] {
  const told = things.flatMap((thing) =>
    predicates.flatMap((predicate) => [
      ...reader.claimsBySubject(thing, predicate),
      ...reader.claimsByObject(thing, predicate),
    ]),
  );
  return keep(unique(told)).slice(0, 4);
}
