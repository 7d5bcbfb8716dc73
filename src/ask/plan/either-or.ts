import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft } from '../answer.ts';
import { claimsOfEntity, familyOf } from '../gather/gather.ts';
import { isWithin, scoped } from '../gather/scope.ts';
import { isAbout, kinOf, mentionsAny, namesOfEntities } from '../gather/touching.ts';
import type { Mention, TimeMention } from '../reading/reading.ts';
import { stem as stemOf } from '../words/stem.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';
import { unknownLeft } from './unknown.ts';

/** "In 941 or 945?", "an emperor or a prime minister?", "a founder or freed by it?" */
export const eitherOr: Plan = (context) => {
  const { asked } = context;
  const or = asked.tokens.findIndex((token, at) => at > 0 && token.folded === 'or');
  if (or === -1) return undefined;
  if (asked.isEitherTime) return times(context);
  const left = asked.mentions.filter((mention) => mention.to < or);
  const right = asked.mentions.filter((mention) => mention.from > or);
  const last = left.at(-1);
  const next = right[0];
  if (last !== undefined && next !== undefined && isKind(last, next)) return names(context, last, next);
  return ways(context, or);
};

function isKind(a: Mention, b: Mention): boolean {
  return a.entities.some((one) => b.entities.some((other) => one.kind === other.kind)) || b.from - a.to <= 3;
}

/** Two times: what is recorded says which, and the one that nobody gives is named. */
function times(context: Context): Draft | undefined {
  const { asked, reader } = context;
  const choice = choose(asked, reader);
  if (choice === undefined) return undefined;
  const unknown = unknownLeft(choice, context);
  if (choice.claims.length === 0 || unknown.length > 0)
    return missing(context, { intent: 'either-or', predicates: choice.predicates, unknown, near: choice.best.near });
  const { main, elsewhere, isInherited } = scoped(choice.claims, asked, reader);
  const claims = main.length > 0 ? main : elsewhere;
  const dated = claims.filter((claim) => claim.date !== null);
  if (dated.length === 0)
    return missing(context, { intent: 'either-or', predicates: choice.predicates, unknown: [], near: claims });
  const wrong = asked.times.filter((time) => !dated.some((claim) => isWithin(claim, time.span) === 'yes'));
  return {
    status: 'answered',
    intent: 'either-or',
    head: wrong.length > 0 ? { kind: 'wrong-premise', wrong: wrong.map((time) => time.typed) } : { kind: 'both' },
    lines: [
      ...linesOf(dated, main.length === 0 ? 'elsewhere' : isInherited ? 'inherited' : 'main', reader),
      ...linesOf(
        claims.filter((claim) => claim.date === null),
        'undated',
        reader,
      ),
      ...linesOf(
        wrong.flatMap((time) => instead(context, time, claims)),
        'premise',
        reader,
      ),
    ],
    variants: variantsOf(dated, () => 'date', isInherited),
    predicates: choice.predicates,
    entities: entitiesOf(asked),
  };
}

const MOST_OF_SPAN = 300;
const MOST_INSTEAD = 1;

/** What is told of the wrong time: the nearest thing to what was asked, done to one of the same kind. */
function instead({ asked, reader }: Context, { span }: TimeMention, claims: readonly Claim[]): readonly Claim[] {
  const kinds = new Set(entitiesOf(asked).map((entity) => entity.kind));
  const things = new Set(
    claims.flatMap((claim) => [claim.subject, ...(claim.value.kind === 'entity' ? [claim.value.entity] : [])]),
  );
  const happenings = reader.claimsBeginning({ from: span.min, to: span.max }, MOST_OF_SPAN).filter((claim) => {
    const temporal = reader.predicates.get(claim.predicate)?.temporal;
    return (
      (temporal === 'point' || temporal === 'repeatable') &&
      claim.modality === 'asserted' &&
      claim.continuity === claims[0]?.continuity
    );
  });
  const score = (claim: Claim): number => {
    const ends = [claim.subject, ...(claim.value.kind === 'entity' ? [claim.value.entity] : [])];
    const isKin = ends.some((id) => kinds.has(reader.entity(id)?.kind ?? ''));
    return (
      (isKin ? 2 : 0) +
      (ends.some((id) => things.has(id)) ? 1 : 0) +
      (claim.value.kind === 'entity' ? 1 : 0) +
      (claim.predicate === 'participant' ? -2 : 0)
    );
  };
  return happenings
    .map((claim) => ({ claim, score: score(claim) }))
    .sort((a, b) => b.score - a.score || a.claim.id - b.claim.id)
    .slice(0, MOST_INSTEAD)
    .map(({ claim }) => claim);
}

/** Two names: claims that bind the rest of the question to either of them. */
function names(context: Context, one: Mention, two: Mention): Draft | undefined {
  const { asked, reader } = context;
  const rest = asked.mentions.filter((mention) => mention !== one && mention !== two);
  const restNamed = rest.map((mention) => namesOfEntities(mention.entities, reader));
  const without = { ...asked, mentions: rest, wh: asked.wh === 'yes-no' ? ('fragment' as const) : asked.wh };
  const choice = rest.length === 0 && asked.hits.length === 0 ? undefined : choose(without, reader);
  const both = [one, two].map((mention) => {
    const named = namesOfEntities(mention.entities, reader);
    const fromChoice = (choice?.claims ?? []).filter((claim) => isAbout(claim, named));
    const bound = mention.entities.flatMap((entity) =>
      [...reader.claimsByObject(entity.id), ...reader.claimsBySubject(entity.id)].filter(
        (claim) => restNamed.length > 0 && restNamed.every((other) => isAbout(claim, other)),
      ),
    );
    return onceEach(fromChoice.length > 0 ? fromChoice : bound);
  });
  const found = onceEach(both.flat());
  if (found.length === 0) {
    if (choice === undefined) return undefined;
    const { main } = scoped(choice.claims, asked, reader);
    if (main.length === 0)
      return missing(context, { intent: 'either-or', predicates: choice.predicates, unknown: [], near: [] });
    return {
      status: 'answered',
      intent: 'either-or',
      head: { kind: 'wrong-premise', wrong: [one.typed, two.typed] },
      lines: linesOf(main, 'recorded', reader),
      variants: variantsOf(main, () => 'statement'),
      predicates: choice.predicates,
      entities: entitiesOf(asked),
    };
  }
  const predicates = [...new Set(found.map((claim) => claim.predicate as string))];
  // Beside the two: what else is told of the same by the same predicate.
  const beside = rest.flatMap((mention) =>
    mention.entities.flatMap((entity) => claimsOfEntity(entity, ['subject'], predicates.filter(isHolding), reader)),
  );
  const { main, elsewhere } = scoped(onceEach([...found, ...beside]), asked, reader);
  const wrong = [one, two].filter((_, at) => both[at]?.length === 0).map((mention) => mention.typed);
  return {
    status: 'answered',
    intent: 'either-or',
    head: wrong.length === 0 ? { kind: 'both' } : { kind: 'wrong-premise', wrong },
    lines: [...linesOf(main, 'main', reader), ...linesOf(elsewhere, 'elsewhere', reader)],
    variants: variantsOf([...main, ...elsewhere], () => 'value'),
    predicates,
    entities: entitiesOf(asked),
  };
}

function isHolding(predicate: string): boolean {
  return predicate === 'holds_position' || predicate === 'title';
}

/** Two ways of putting it: each by its own predicates, for the thing and what it is a part of. */
function ways(context: Context, or: number): Draft | undefined {
  const { asked, reader } = context;
  const [subject] = asked.mentions;
  if (subject === undefined || asked.wh !== 'yes-no') return undefined;
  const kin: readonly Entity[] = onceEach([
    ...subject.entities,
    ...subject.entities.flatMap((entity) => kinOf(entity, reader)),
  ]);
  const named = namesOfEntities(kin, reader);
  const others = asked.mentions
    .filter((mention) => mention !== subject)
    .map((mention) => namesOfEntities(mention.entities, reader));
  const side = (isLeft: boolean): readonly Claim[] => {
    const hits = asked.hits.filter((hit) => hit.score >= 0.8 && hit.from < or === isLeft);
    const stems = new Set(hits.map((hit) => asked.tokens[hit.from]?.stem ?? ''));
    const predicates = new Set([
      ...hits.flatMap((hit) => familyOf(hit, reader)),
      // "founder" and "helped to found" are one matter, put differently.
      ...reader.predicates.all
        .filter((predicate) => predicate.phrases.some((phrase) => sharesStem(phrase, stems)))
        .map((predicate) => predicate.id as string),
    ]);
    const claims = kin.flatMap((entity) => claimsOfEntity(entity, ['subject', 'value'], [...predicates], reader));
    const about = claims.filter((claim) => isAbout(claim, named));
    const strict = about.filter((claim) => others.every((other) => mentionsAny(claim, other, reader)));
    // Told without a doer ("was liberated"): it cannot name the other one.
    const doerless = about.filter((claim) => !strict.includes(claim) && !hasDoer(claim, reader));
    return strict.length === 0 ? [] : [...strict, ...doerless];
  };
  const left = onceEach(side(true));
  const right = onceEach(side(false));
  if (left.length + right.length === 0) return undefined;
  const { main, elsewhere } = scoped(onceEach([...left, ...right]), asked, reader);
  const wrongs = [left, right].filter((claims) => claims.length === 0).length;
  return {
    status: 'answered',
    intent: 'either-or',
    head: wrongs === 0 ? { kind: 'both' } : { kind: 'told' },
    lines: [...linesOf(main, 'way', reader), ...linesOf(elsewhere, 'elsewhere', reader)],
    variants: variantsOf([...main, ...elsewhere], () => 'statement'),
    predicates: [...new Set([...main, ...elsewhere].map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  };
}

function hasDoer({ predicate }: Claim, reader: LoreReader): boolean {
  const known = reader.predicates.get(predicate);
  return (
    known === undefined ||
    predicate.endsWith('_by') ||
    known.inverse?.endsWith('_by') === true ||
    known.temporal !== 'repeatable'
  );
}

function sharesStem(phrase: string, stems: ReadonlySet<string>): boolean {
  return phrase
    .toLowerCase()
    .split(/\W+/)
    .some(
      (word) =>
        word.length > 3 &&
        [...stems].some((one) => one.length > 2 && (stemOf(word) === one || one.startsWith(stemOf(word)))),
    );
}
