import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft, Head } from '../answer.ts';
import { familyOf } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { isAbout } from '../gather/touching.ts';
import { tellingsOf, timed } from '../gather/when.ts';
import { timeOf, type Understanding } from '../reading/reading.ts';
import { type Choice, choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';
import { holdingTheRest, unknownLeft } from './unknown.ts';

/** Two things that are told instead of each other. */
const OPPOSITES: Readonly<Record<string, readonly string[]>> = {
  made_peace_with: ['at_war_with'],
  signed_treaty_with: ['at_war_with'],
  at_war_with: ['made_peace_with', 'ally_of'],
  ally_of: ['at_war_with', 'enemy_of'],
};

/** "Did the Alliance ever make peace?", "Marr captured?" */
export const yesNo: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh !== 'yes-no') return undefined;
  const there = stillThere(context);
  if (there !== undefined) return there;
  const choice = choose(asked, reader);
  if (choice === undefined || choice.score < 0.8) return undefined;
  const unknown = unknownLeft(choice, context);
  if (unknown.length > 0)
    return missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown, near: [] });
  if (choice.claims.length === 0) return notSaid(context, choice);
  const held = holdingTheRest(choice.claims, choice, context);
  if (held.length === 0)
    return missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown: [], near: [] });
  const { main, elsewhere, isInherited } = scoped(held, asked, reader);
  const filed = filedThere(context, choice);
  if (filed !== undefined) return filed;
  const time = timeOf(asked);
  if (time !== null) return atTime(context, choice, main);
  if (main.length === 0 && elsewhere.length === 0) {
    return missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown: [], near: [] });
  }
  const opposite = main.length === 0 ? opposites(context, choice) : [];
  return {
    status: 'answered',
    intent: 'yes-no',
    head:
      main.length === 0
        ? { kind: 'elsewhere-only' }
        : isInherited
          ? { kind: 'inferred' }
          : headFor(main, choice, asked),
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
function headFor(claims: readonly Claim[], choice: Choice, asked: Understanding): Head {
  // "Is he alive?" has the predicate of dying: what is told of it is no yes.
  if (asked.tokens.some((token) => /^(?:alive|living|live|lives|survive|survived|not|never)$/.test(token.folded)))
    return { kind: 'told' };
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
  const { sure, out, undated, ongoing } = timed(main, span, reader);
  const base = { intent: 'yes-no', predicates: choice.predicates, entities: entitiesOf(asked) } as const;
  if (sure.length > 0) {
    const beside = tellingsOf(
      sure,
      main.filter((claim) => claim.date === null),
    );
    return {
      ...base,
      status: 'answered',
      head: headFor(sure, choice, asked),
      lines: linesOf(onceEach([...sure, ...beside]), 'main', reader),
      variants: variantsOf(sure, () => 'statement'),
    };
  }
  if (ongoing.length > 0) {
    return {
      ...base,
      status: 'answered',
      head: { kind: 'inferred' },
      lines: linesOf(ongoing, 'ongoing', reader),
      variants: variantsOf(ongoing, () => 'statement', true),
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
  const turned = scoped(theOtherWayRound(choice, reader), asked, reader).main;
  const near = turned.length > 0 ? turned : scoped(choice.best.near, asked, reader).main;
  const draft = missing(context, { intent: 'yes-no', predicates: choice.predicates, unknown: [], near });
  if (near.length === 0 || choice.best.args.length < 2) return draft;
  return { ...draft, status: 'answered', head: { kind: 'wrong-premise', wrong: [] } };
}

/** "Did Kesi succeed Jörg?", where Jörg succeeded Kesi: the same is told of both, on each other's sides. */
function theOtherWayRound({ best }: Choice, reader: LoreReader): readonly Claim[] {
  const [first, ...others] = best.args;
  if (first === undefined || others.length === 0) return [];
  const predicates = familyOf(best.hit, reader);
  const told = [...first.named.ids].flatMap((id) =>
    predicates.flatMap((predicate) => [
      ...reader.claimsBySubject(id, predicate),
      ...reader.claimsByObject(id, predicate),
    ]),
  );
  return onceEach(told).filter((claim) => others.every(({ named }) => isAbout(claim, named)));
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
  return keep(onceEach(told)).slice(0, 4);
}

const THERE = /^(?:around|exist|existed|active|left|extant|going|operational|standing)$/;
const MOST_TOLD = 600;
const MOST_SEEN = 3;

/** "Was the Alliance still around in 2409?": what is told of it then shows it. */
function stillThere(context: Context): Draft | undefined {
  const { asked, reader } = context;
  const time = timeOf(asked);
  const [mention] = asked.mentions;
  if (mention === undefined || asked.mentions.length > 1 || !asked.tokens.some((token) => THERE.test(token.folded)))
    return undefined;
  const claims = onceEach(
    mention.entities.flatMap((entity) =>
      reader.claimCount(entity.id) > MOST_TOLD
        ? []
        : [...reader.claimsBySubject(entity.id), ...reader.claimsByObject(entity.id)],
    ),
  ).filter((claim) => claim.modality === 'asserted' && claim.predicate !== 'described_as');
  const denied = claims.filter((claim) => claim.predicate === 'existed');
  const { main, elsewhere } = scoped(claims, asked, reader);
  const seen =
    time === null ? main.filter((claim) => BEGINNING.has(claim.predicate)) : timed(main, time.span, reader).sure;
  const others = time === null ? scoped(denied, asked, reader).elsewhere : timed(elsewhere, time.span, reader).sure;
  const ends = elsewhere.filter((claim) => claim.predicate === 'dissolved' || claim.predicate === 'destroyed');
  if (seen.length + others.length === 0) return undefined;
  return {
    status: 'answered',
    intent: 'yes-no',
    head: seen.length === 0 ? { kind: 'elsewhere-only' } : { kind: 'told' },
    lines: [
      ...linesOf(seen, 'main', reader).slice(0, MOST_SEEN),
      ...linesOf(onceEach([...others, ...ends]), 'elsewhere', reader).slice(0, MOST_SEEN),
    ],
    variants: variantsOf([...seen, ...others], () => 'statement'),
    predicates: ['existed'],
    entities: mention.entities,
  };
}

const BEGINNING = new Set(['existed', 'formed', 'founded_by', 'built', 'born', 'formed_from']);

/** "Is it part of the main timeline?": which timelines a work is filed in, and whether that one is among them. */
function filedThere({ asked, reader }: Context, choice: Choice): Draft | undefined {
  if (!choice.predicates.includes('continuity_of')) return undefined;
  const filings = choice.claims.filter((claim) => claim.predicate === 'continuity_of');
  const { timeline } = asked;
  const isThere = filings.some((claim) => claim.value.kind === 'entity' && claim.value.entity === timeline?.entity);
  return {
    status: 'answered',
    intent: 'yes-no',
    head: timeline === null ? { kind: 'told' } : isThere ? { kind: 'yes' } : { kind: 'wrong-premise', wrong: [] },
    lines: linesOf(filings, isThere || timeline === null ? 'main' : 'recorded', reader),
    variants: variantsOf(filings, () => 'value'),
    predicates: ['continuity_of'],
    entities: entitiesOf(asked),
  };
}
