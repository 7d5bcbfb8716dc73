import type { Claim } from '../../lore/claim.ts';
import type { Draft, Head, Intent, Line, Variant } from '../answer.ts';
import { isAct } from '../gather/roles.ts';
import { scoped } from '../gather/scope.ts';
import { tellingsOf, timed } from '../gather/when.ts';
import { timeOf, type Understanding, type Wh } from '../reading/reading.ts';
import type { PhraseHit } from '../words/phrases.ts';
import { asksForNobody } from './asked-doer.ts';
import { askedSide, type Choice, choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { chiefOf, neighbourInOffice } from './holder.ts';
import { kindsOf } from './kinds.ts';
import { missing } from './missing.ts';
import { holdingTheRest, unknownLeft } from './unknown.ts';

/** "Who captured Marr?", "What did the League destroy?": the other side of what a predicate's claims say. */
export const relation: Plan = (context) => {
  const { asked } = context;
  if (!isRelationWh(asked.wh)) return undefined;
  const choice = choose(asked, context.reader, verbsOf(asked));
  if (choice === undefined) return undefined;
  const succession = choice.claims.length === 0 ? neighbourInOffice(choice.best, context) : undefined;
  if (succession !== undefined) return succession;
  return answerOf(choice, context, OF_PREDICATE[choice.best.hit.phrase.predicate.id] ?? intentOf(asked.wh));
};

/** "Which side won?": the side is asked for, and winning is what is told; a noun alone is all there is to go by. */
function verbsOf({ hits, noun }: Understanding): readonly PhraseHit[] {
  const verbs = hits.filter((hit) => !hit.covers.every((at) => noun.includes(at)));
  return verbs.some((hit) => hit.score >= 0.9) ? verbs : hits;
}

function isRelationWh(wh: Wh): boolean {
  return wh === 'who' || wh === 'whose' || wh === 'what' || wh === 'which' || wh === 'fragment' || wh === 'how-long';
}

/** Kinds of question that their predicate makes. */
const OF_PREDICATE: Readonly<Record<string, Intent>> = {
  member_of: 'members',
  participant: 'participants',
  succeeded_by: 'succession',
  holds_position: 'offices-of',
  continuity_of: 'timelines',
};

function intentOf(wh: Wh): Intent {
  if (wh === 'who' || wh === 'whose') return 'who';
  return wh === 'how-long' ? 'how-long' : 'what';
}

/** The answer that a choice of claims gives to a question for one of their sides. */
export function answerOf(choice: Choice, context: Context, intent: Intent): Draft | undefined {
  const { asked, reader } = context;
  const { predicates } = choice;
  const unknown = unknownLeft(choice, context);
  if (choice.claims.length === 0 || unknown.length > 0 || asksForNobody(choice.best, asked)) {
    return missing(context, { intent, predicates, unknown, near: choice.best.near });
  }
  const { main, elsewhere, isInherited } = scoped(
    choice.best.args.length === 0 ? holdingTheRest(ofKind(choice, context), choice, context) : ofKind(choice, context),
    asked,
    reader,
  );
  const time = timeOf(asked);
  const kept = time === null ? { sure: main, undated: [], out: [], ongoing: [] } : timed(main, time.span, reader);
  const isOngoing = kept.sure.length === 0 && kept.ongoing.length > 0;
  const shown = isOngoing ? kept.ongoing : kept.sure.length > 0 ? kept.sure : kept.undated;
  const others = time === null ? elsewhere : timed(elsewhere, time.span, reader).sure;
  if (shown.length === 0 && others.length === 0) {
    return missing(context, { intent, predicates, unknown: [], near: time === null ? [] : kept.out });
  }
  const chain = asked.wh === 'who' ? chiefOf(shown, context) : undefined;
  if (chain !== undefined) return chain;
  const partOf = partFor(choice, asked);
  const beside = tellingsOf(
    kept.sure,
    main.filter((claim) => claim.date === null),
  );
  const differing = others.filter((claim) => !shown.some((own) => isSameValue(own, claim, partOf)));
  const lines: Line[] = [
    ...linesOf(
      [...shown, ...(time === null ? [] : beside)],
      isInherited ? 'inherited' : isOngoing ? 'ongoing' : kept.sure.length > 0 || time === null ? 'main' : 'undated',
      reader,
    ),
    ...linesOf(differing, 'elsewhere', reader),
  ];
  return {
    status: 'answered',
    intent,
    head: headOf(shown, isInherited || isOngoing, asked),
    lines,
    variants: [
      ...variantsOf(named(shown, partOf), partOf, isInherited || isOngoing),
      ...variantsOf(named(differing, partOf), partOf),
    ],
    predicates,
    entities: entitiesOf(asked),
  };
}

function headOf(shown: readonly Claim[], isInherited: boolean, { wh }: Understanding): Head {
  if (shown.length === 0) return { kind: 'elsewhere-only' };
  if (isInherited) return { kind: 'inferred' };
  // "Marr death" asks for when, by whom and how at once: no one value says it.
  const isMixed = new Set(shown.map((claim) => claim.predicate)).size > 1;
  return wh === 'fragment' && isMixed ? { kind: 'told' } : { kind: 'values' };
}

const NOBODY = new Set(['artefact', 'vessel', 'work', 'continuity', 'event', 'battle']);

/** "Who" asks for somebody, "which planet" for a place: what is of another kind stands back where some of it is. */
function ofKind(choice: Choice, { asked, reader }: Context): readonly Claim[] {
  const partOf = partFor(choice, asked);
  const wanted = asked.noun.flatMap((at) => kindsOf(asked.tokens[at]?.folded ?? ''));
  const kindOf = (claim: Claim): string => {
    const id = partOf(claim) === 'subject' ? claim.subject : claim.value.kind === 'entity' ? claim.value.entity : null;
    return id === null ? '' : (reader.entity(id)?.kind ?? '');
  };
  // Of deeds done to people and places, "who" means the people.
  const hasPerson = choice.claims.some((claim) => kindOf(claim) === 'person');
  const isOwned = (claim: Claim): boolean =>
    [claim.subject, ...(claim.value.kind === 'entity' ? [claim.value.entity] : [])].some((id) =>
      wanted.includes(reader.entity(id)?.kind ?? ''),
    );
  const isWanted = (claim: Claim): boolean => {
    const kind = kindOf(claim);
    // "Whose ship was destroyed?" is told of ships only.
    if (asked.wh === 'whose' && wanted.length > 0) return isOwned(claim);
    if (asked.wh === 'who' || asked.wh === 'whose')
      return !NOBODY.has(kind) && !(kind === 'place' && isAct(choice.best.hit) && hasPerson);
    return wanted.length === 0 || wanted.includes(kind);
  };
  const kept = choice.claims.filter(isWanted);
  const isStrict = wanted.length > 0 && !wanted.some((kind) => kind === 'group' || kind === 'polity');
  return kept.length > 0 || isStrict ? kept : choice.claims;
}

/** Where some of it names somebody, a date beside it is no answer of its own. */
function named(claims: readonly Claim[], partOf: (claim: Claim) => Variant['part']): readonly Claim[] {
  const some = claims.filter((claim) => partOf(claim) === 'subject' || claim.value.kind === 'entity');
  return some.length > 0 ? some : claims;
}

/** Which part of each claim answers, by the reading it came from. */
export function partFor(choice: Choice, asked: Understanding): (claim: Claim) => Variant['part'] {
  const all = new Map(
    [choice.best, ...choice.beside].map((gathered) => [gathered.hit.phrase.predicate.id as string, gathered]),
  );
  return (claim) => askedSide({ ...(all.get(claim.predicate) ?? choice.best), claims: [claim] }, asked);
}

function isSameValue(a: Claim, b: Claim, partOf: (claim: Claim) => Variant['part']): boolean {
  if (partOf(a) === 'subject') return partOf(b) === 'subject' && a.subject === b.subject;
  return JSON.stringify(a.value) === JSON.stringify(b.value);
}
