import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft, Line } from '../answer.ts';
import { claimsOfEntity, isOccasion } from '../gather/gather.ts';
import { type Scoped, scoped } from '../gather/scope.ts';
import { eventOf, kinOf } from '../gather/touching.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, only, type Plan, variantsOf } from './context.ts';
import { lasting } from './lasting.ts';
import { missing } from './missing.ts';
import { unknownLeft } from './unknown.ts';

/** Where a thing ends; what is told of it later, in another timeline, belongs beside the answer. */
const ENDS = new Set(['dissolved', 'destroyed', 'died', 'killed_by']);
const MOST_TOLD = 500;
/** When it was, by what kind of thing it is. */
const DATED_BY: Readonly<Record<string, readonly string[]>> = {
  person: ['born', 'died', 'killed_by'],
  polity: ['formed', 'dissolved'],
  group: ['formed', 'dissolved'],
  place: ['built', 'destroyed'],
  vessel: ['built', 'destroyed'],
  artefact: ['built', 'destroyed'],
  work: ['released'],
};

/** "When was Marr captured?", "When was the council at the ford?" */
export const when: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh === 'how-old') return age(context);
  if (asked.wh !== 'when') return undefined;
  const choice = choose(asked, reader);
  const [single] = asked.mentions.length === 1 ? asked.mentions : [];
  const occasion = single === undefined ? undefined : only(single);
  // "When did Greywater fall?": the event has a date of its own, whatever else is told of that day.
  const ownDates = occasion !== undefined && isOccasion(occasion) ? reader.claimsBySubject(occasion.id, 'date') : [];
  const isDirect =
    choice?.claims.some((claim) => claim.subject === occasion?.id && claim.predicate !== 'date') === true;
  if (ownDates.length > 0 && !isDirect) return dated(context, ownDates, ['date']);
  const claims = choice?.claims ?? [];
  if (choice !== undefined && claims.length > 0) {
    const unknown = unknownLeft(choice, context);
    if (unknown.length > 0)
      return missing(context, { intent: 'when', predicates: choice.predicates, unknown, near: [] });
    const ended = endOfTerm(context, claims, choice.predicates);
    if (ended !== undefined) return ended;
    // Of several ways to say it, those that give a date as their value do so best.
    const valued = claims.filter((claim) => reader.predicates.get(claim.predicate)?.valueKind === 'date');
    const rest = claims.filter((claim) => !valued.includes(claim));
    return dated(
      context,
      onceEach([...valued, ...rest.filter((claim) => valued.length === 0 || isDeath(claim))]),
      choice.predicates,
    );
  }
  const event = asked.mentions.length === 1 ? asked.mentions[0]?.entities[0] : undefined;
  if (event !== undefined && isAboutItself(context, event)) {
    const predicates = isOccasion(event) ? ['date'] : (DATED_BY[event.kind] ?? ['date']);
    const own = claimsOfEntity(event, ['subject'], predicates, reader);
    const found =
      own.length > 0
        ? own
        : isOccasion(event)
          ? reader.claimsByQualifier(event.id).filter((claim) => claim.date !== null && eventOf(claim) === event.id)
          : [];
    if (found.length > 0) return dated(context, found, predicates);
    return missing(context, { intent: 'when', predicates, unknown: [], near: [] });
  }
  if (choice === undefined) return undefined;
  return missing(context, {
    intent: 'when',
    predicates: choice.predicates,
    unknown: unknownLeft(choice, context),
    near: choice.best.near,
  });
};

const BEGUN_BY: Readonly<Record<string, string>> = {
  person: 'born',
  polity: 'formed',
  group: 'formed',
  place: 'built',
  vessel: 'built',
  artefact: 'built',
  work: 'released',
};

/** "How old is X?": no account counts years for it; what is told is when it began. */
function age(context: Context): Draft {
  const { asked, reader } = context;
  const lived = asked.tokens.some((token) => /^(?:die|died|death|killed|when)$/.test(token.folded))
    ? lasting({ ...context, asked: { ...asked, wh: 'how-long', occasion: null } })
    : undefined;
  if (lived !== undefined) return lived;
  const things = entitiesOf(asked);
  const predicates = [...new Set(things.map((thing) => BEGUN_BY[thing.kind] ?? 'date'))];
  const claims = things.flatMap((thing) => claimsOfEntity(thing, ['subject'], predicates, reader));
  return claims.length === 0
    ? missing(context, { intent: 'when', predicates, unknown: [], near: [] })
    : dated(context, claims, predicates);
}

const ENDING = /^(?:end|ended|ends|finish|finished|stop|stopped|cease|ceased|until|leave|left)$/;

/** "When did his reign end?": only what says when it ended answers. */
function endOfTerm(context: Context, claims: readonly Claim[], predicates: readonly string[]): Draft | undefined {
  const { asked, reader } = context;
  const isState = claims.every((claim) => reader.predicates.get(claim.predicate)?.temporal === 'state');
  if (!isState || !asked.tokens.some((token) => ENDING.test(token.folded))) return undefined;
  const ended = claims.filter((claim) => claim.bounds.eHi !== null);
  return ended.length > 0
    ? dated(context, ended, predicates)
    : missing(context, { intent: 'when', predicates, unknown: [], near: claims });
}

function isDeath({ predicate }: Claim): boolean {
  return predicate === 'killed_by' || predicate === 'fate';
}

/** Nothing but the thing itself is asked about: no verb says more than that it was. */
function isAboutItself({ asked }: Context, event: Entity): boolean {
  const said = asked.hits.filter((hit) => hit.score >= 0.9);
  return said.length === 0 || (isOccasion(event) && said.some((hit) => hit.phrase.predicate.id === 'date'));
}

function dated(context: Context, claims: readonly Claim[], predicates: readonly string[]): Draft {
  const { asked, reader } = context;
  const parts = scoped(claims, asked, reader);
  // What another account says of the event is not what this one says.
  const main = withEventDates(parts.main, reader).filter(
    ({ account }) => asked.account === null || account === asked.account.id,
  );
  const known = main.filter((claim) => claim.date !== null);
  const undated = main.filter((claim) => claim.date === null);
  const elsewhere = parts.elsewhere.filter(
    (claim) => claim.date !== null && !known.some((own) => own.date === claim.date),
  );
  if (known.length === 0 && elsewhere.length === 0) {
    const kin = ofKin(context, main);
    if (kin.length > 0)
      return {
        status: 'answered',
        intent: 'when',
        head: { kind: 'told' },
        lines: [...linesOf(kin, 'main', reader), ...linesOf(undated, 'undated', reader)],
        variants: variantsOf(kin, () => 'date'),
        predicates,
        entities: entitiesOf(asked),
      };
    return missing(context, { intent: 'when', predicates, unknown: [], near: main });
  }
  const lines: Line[] = [
    ...linesOf(known, parts.isInherited ? 'inherited' : 'main', reader),
    ...linesOf(undated, 'undated', reader),
    ...linesOf(elsewhere, 'elsewhere', reader),
    ...(known.length === 0 ? linesOf(instead(context, elsewhere, parts), 'last-seen', reader) : []),
    ...linesOf(alsoTold(main, reader), 'main', reader),
  ];
  const isEnd = (claim: Claim) => (claim.value.kind === 'date' ? 'value' : 'date') as 'value' | 'date';
  return {
    status: 'answered',
    intent: 'when',
    head:
      known.length === 0 ? { kind: 'elsewhere-only' } : parts.isInherited ? { kind: 'inferred' } : { kind: 'values' },
    lines: lines.filter((line, at) => lines.findIndex((other) => isSameLine(other, line)) === at),
    variants: [...variantsOf(known, isEnd, parts.isInherited), ...variantsOf(elsewhere, isEnd)],
    predicates,
    entities: entitiesOf(asked),
  };
}

/** Undated of the thing itself, dated of what it is a part of or what is named after it: said as told of that. */
function ofKin({ asked, reader }: Context, claims: readonly Claim[]): readonly Claim[] {
  const told = claims.flatMap((claim) =>
    claim.value.kind !== 'entity'
      ? []
      : entitiesOf(asked)
          .filter((entity) => entity.id === claim.subject)
          .map((entity) => ({ claim, entity })),
  );
  const kin = told.flatMap(({ claim, entity }) =>
    kinOf(entity, reader).flatMap((other) =>
      reader
        .claimsBySubject(other.id, claim.predicate)
        .filter((one) => one.date !== null && JSON.stringify(one.value) === JSON.stringify(claim.value)),
    ),
  );
  return scoped(onceEach(kin), asked, reader).main;
}

function isSameLine(a: Line, b: Line): boolean {
  return a.kind === 'fact' && b.kind === 'fact' && a.fact.lead.id === b.fact.lead.id;
}

/** What is told without a date may be one with an event that has one. */
function withEventDates(claims: readonly Claim[], reader: LoreReader): readonly Claim[] {
  if (claims.some((claim) => claim.date !== null)) return claims;
  const events = [...new Set(claims.flatMap((claim) => eventOf(claim) ?? []))];
  const dates = events.flatMap((event) => reader.claimsBySubject(event, 'date'));
  return onceEach([
    ...dates.filter((claim) => claims.some((other) => other.continuity === claim.continuity)),
    ...claims,
  ]);
}

/** A death is also told as a fate ("brought to justice"), which may say less. */
function alsoTold(claims: readonly Claim[], reader: LoreReader): readonly Claim[] {
  const dead = [
    ...new Set(
      claims
        .filter((claim) => claim.predicate === 'died' || claim.predicate === 'killed_by')
        .map((claim) => claim.subject),
    ),
  ];
  const told = dead.flatMap((subject) => [
    ...reader.claimsBySubject(subject, 'killed_by'),
    ...reader.claimsBySubject(subject, 'fate'),
  ]);
  const timelines = new Set(claims.map((claim) => claim.continuity));
  return told.filter((claim) => timelines.has(claim.continuity) && !claims.includes(claim));
}

/** An end that only another timeline tells: what the default one says of its fate, and how late it is seen there. */
function instead({ reader, asked }: Context, elsewhere: readonly Claim[], { main }: Scoped): readonly Claim[] {
  const ends = elsewhere.filter((claim) => ENDS.has(claim.predicate));
  if (asked.timeline !== null || main.length > 0 || ends.length === 0) return [];
  return [...new Set(ends.map((claim) => claim.subject))].flatMap((subject) => {
    const home = scoped(reader.claimsBySubject(subject, 'fate'), asked, reader).main;
    if (reader.claimCount(subject) > MOST_TOLD) return home;
    const end = Math.min(...ends.flatMap((claim) => claim.bounds.sHi ?? []));
    const later = scoped(
      [...reader.claimsBySubject(subject), ...reader.claimsByObject(subject)],
      asked,
      reader,
    ).main.filter((claim) => (claim.bounds.eLo ?? Number.NEGATIVE_INFINITY) > end);
    const last = Math.max(...later.flatMap((claim) => claim.bounds.eLo ?? []));
    return [...home, ...later.filter((claim) => claim.bounds.eLo === last).slice(0, 1)];
  });
}
