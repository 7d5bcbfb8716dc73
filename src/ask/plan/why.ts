import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft, Intent } from '../answer.ts';
import { claimsOfEntity, isOccasion } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { eventOf, mentionsAny, namesOfEntities, wordsOfClaim } from '../gather/touching.ts';
import { stem } from '../words/stem.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';

const REASONS = ['motive', 'caused_by'];
const MANNERS = ['cause_of_death', 'killed_by', 'caused_by', 'outcome', 'victor', 'participant', 'fate'];

/** "Why was the League formed?": motives and causes of the thing, or of the event it was part of. */
export const why: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh !== 'why' || (asked.mentions.length === 0 && asked.hits.length === 0)) return undefined;
  const { claims, predicates } = told(context);
  const unread = asked.loose.filter((at) => !asked.hits.some((hit) => hit.covers.includes(at)));
  if (unread.length > 0 && claims.length === 0) return byWords(context, unread);
  const things = entitiesOf(asked);
  const events = eventsOf(claims, reader);
  const own = events.flatMap((event) => REASONS.flatMap((predicate) => reader.claimsBySubject(event.id, predicate)));
  const ofEvent = events.flatMap((event) =>
    reader.claimsByQualifier(event.id).filter((claim) => REASONS.includes(claim.predicate)),
  );
  const occasions = things.filter(isOccasion).flatMap((event) => claimsOfEntity(event, ['subject'], REASONS, reader));
  // A thing's own motive is why it came about, or, said of somebody, why he did something: then the event must be the one.
  const ofThings = things
    .filter((thing) => !isOccasion(thing))
    .flatMap((thing) => claimsOfEntity(thing, ['subject'], REASONS, reader))
    .filter((claim) => isOfThisMatter(claim, claims, context));
  return reasons(context, onceEach([...ofThings, ...occasions, ...own, ...ofEvent]), 'why', [
    ...new Set([...predicates, ...REASONS]),
  ]);
};

/** "How did Marr die?", "How was Marr captured?" */
export const how: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh !== 'how' || asked.hits.length === 0) return undefined;
  const { claims, predicates } = told(context);
  if (claims.length === 0) return missing(context, { intent: 'how', predicates, unknown: [], near: [] });
  const events = eventsOf(claims, reader);
  const things = [
    ...events.map((event) => event.id),
    ...claims
      .filter((claim) => claim.predicate === 'died' || claim.predicate === 'killed_by')
      .map((claim) => claim.subject),
  ];
  const more = [...new Set(things)].flatMap((thing) =>
    MANNERS.slice(0, 4).flatMap((predicate) => reader.claimsBySubject(thing, predicate)),
  );
  const fates = claims
    .filter((claim) => claim.predicate === 'died')
    .flatMap((claim) => reader.claimsBySubject(claim.subject, 'fate'));
  return reasons(context, onceEach([...claims, ...more, ...fates]), 'how', predicates);
};

const MOST_SCANNED = 300;
const ROOT = 6;

/** A verb that no predicate has ("infiltrate"): reasons whose own words hold it and every name of the question. */
function byWords(context: Context, unread: readonly number[]): Draft {
  const { asked, reader } = context;
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  const stems = unread.flatMap((at) => asked.tokens[at]?.stem ?? []);
  const claims = REASONS.flatMap((predicate) => reader.claimsByPredicate(predicate, MOST_SCANNED)).filter((claim) => {
    const words = wordsOfClaim(claim, reader).trim().split(' ').map(stem);
    const holds = (one: string): boolean =>
      words.some((word) => word === one || (one.length > ROOT && word.startsWith(one.slice(0, ROOT))));
    return stems.every(holds) && named.every((one) => mentionsAny(claim, one, reader));
  });
  return reasons(context, claims, 'why', REASONS);
}

function told({ asked, reader }: Context): {
  readonly claims: readonly Claim[];
  readonly predicates: readonly string[];
} {
  const choice = choose(asked, reader);
  return choice === undefined
    ? { claims: [], predicates: [] }
    : { claims: choice.claims, predicates: choice.predicates };
}

function eventsOf(claims: readonly Claim[], reader: LoreReader): readonly Entity[] {
  const ids = new Set(claims.flatMap((claim) => [...(eventOf(claim) === null ? [] : [eventOf(claim)]), claim.subject]));
  return [...ids].flatMap((id) => {
    const entity = id === null ? undefined : reader.entity(id);
    return entity !== undefined && isOccasion(entity) ? [entity] : [];
  });
}

const BEGINNINGS = new Set(['formed', 'founded_by', 'formed_from', 'built', 'existed']);

function isOfThisMatter(claim: Claim, claims: readonly Claim[], { asked, reader }: Context): boolean {
  const event = eventOf(claim);
  if (event !== null) {
    const words = new Set(asked.tokens.map((token) => token.stem));
    return (
      claims.some((other) => eventOf(other) === event) ||
      [reader.entity(event)?.name ?? ''].some((name) =>
        name
          .toLowerCase()
          .split(/\W+/)
          .some((word) => word.length > 4 && words.has(word)),
      )
    );
  }
  const isWanting = asked.tokens.some((token) => token.stem === 'want' || token.stem === 'wish');
  return (
    claims.some((other) => BEGINNINGS.has(other.predicate) && other.subject === claim.subject) ||
    (claims.length === 0 && (asked.hits.length === 0 || isWanting)) ||
    claims.includes(claim)
  );
}

function reasons(context: Context, claims: readonly Claim[], intent: Intent, predicates: readonly string[]): Draft {
  const { asked, reader } = context;
  const { main, elsewhere, isInherited } = scoped(claims, asked, reader);
  if (main.length + elsewhere.length === 0) return missing(context, { intent, predicates, unknown: [], near: [] });
  const known = main.filter((claim) => claim.value.kind !== 'unknown');
  const role = isInherited ? 'inherited' : 'main';
  return {
    status: 'answered',
    intent,
    head: main.length === 0 ? { kind: 'elsewhere-only' } : { kind: 'told' },
    lines: [
      ...linesOf(known, role, reader),
      ...linesOf(
        main.filter((claim) => !known.includes(claim)),
        role,
        reader,
      ),
      ...linesOf(elsewhere, 'elsewhere', reader),
    ],
    variants: variantsOf([...main, ...elsewhere], () => 'value', isInherited),
    predicates,
    entities: entitiesOf(asked),
  };
}
