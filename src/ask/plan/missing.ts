import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft, Intent } from '../answer.ts';
import { scoped } from '../gather/scope.ts';
import { mentionsAny, namesOfEntities } from '../gather/touching.ts';
import { coveredBy } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
import { type Context, entitiesOf, linesOf } from './context.ts';

export interface Missing {
  readonly intent: Intent;
  readonly predicates: readonly string[];
  /** Names that no account knows. */
  readonly unknown: readonly string[];
  /** Claims of the same subject and predicate that say something else. */
  readonly near: readonly Claim[];
  /** Neighbours that are known already; text search adds to them. */
  readonly related?: readonly Claim[];
}

const MOST_NEAR = 6;
const MOST_RELATED = 8;
const MOST_TOLD = 200;

const DEATHS = new Set(['died', 'killed_by', 'death_place', 'cause_of_death']);

/** Of a death that nobody tells: what became of them. */
function fatesOf({ asked, reader }: Context): readonly Claim[] {
  return entitiesOf(asked).flatMap((entity) => reader.claimsBySubject(entity.id, 'fate'));
}

/** "Not recorded": what is told of the same subject and predicate may be named, everything else is only related. */
export function missing(context: Context, { intent, predicates, unknown, near, related = [] }: Missing): Draft {
  const { asked, reader } = context;
  const told = near.length > 0 || !predicates.some((predicate) => DEATHS.has(predicate)) ? near : fatesOf(context);
  const own =
    asked.timeline === null ? scoped(told, asked, reader).main : scoped(told, asked, reader).main.slice(0, MOST_NEAR);
  const named = own.slice(0, MOST_NEAR);
  return {
    status: 'not-recorded',
    intent,
    head: { kind: 'missing', unknown, timeline: asked.timeline },
    lines: linesOf(named, 'recorded', reader),
    predicates,
    entities: entitiesOf(asked),
    related: onceEach([...related, ...neighbours(context, predicates)])
      .filter((claim) => !named.some((one) => one.id === claim.id))
      .slice(0, MOST_RELATED),
  };
}

/** The same predicate told of a namesake, then what is told of the things named with words of the question, then text search. */
function neighbours({ asked, reader }: Context, predicates: readonly string[]): readonly Claim[] {
  const namesakes = entitiesOf(asked)
    .flatMap((entity) => reader.counterparts(entity.id))
    .flatMap((entity) => predicates.flatMap((predicate) => reader.claimsBySubject(entity.id, predicate)));
  const words = asked.loose.flatMap((at) => asked.tokens[at]?.folded ?? []);
  const nouns = words.filter((_, at) => !coveredBy(asked.loose[at] ?? -1, asked.mentions));
  const byWords = nouns.length === 0 ? [] : reader.claimsByText(nouns.join(' '), MOST_RELATED);
  return onceEach([
    ...namesakes,
    ...ofThings({ asked, reader }),
    ...byWords,
    ...reader.claimsByText(asked.text, MOST_RELATED),
  ]);
}

/** Of the things named, what shares most words with the question. */
function ofThings({ asked, reader }: Context): readonly Claim[] {
  const entities = entitiesOf(asked);
  if (entities.length === 0) return [];
  const [smallest] = [...entities].sort((a, b) => reader.claimCount(a.id) - reader.claimCount(b.id));
  if (smallest === undefined || reader.claimCount(smallest.id) > MOST_TOLD) return [];
  const claims = onceEach([...reader.claimsBySubject(smallest.id), ...reader.claimsByObject(smallest.id)]);
  const stems = new Set(asked.loose.flatMap((at) => asked.tokens[at]?.stem ?? []));
  const others = entities
    .filter((entity) => entity.id !== smallest.id)
    .map((entity) => namesOfEntities([entity], reader));
  const score = (claim: Claim): number =>
    claim.statement.split(/\W+/).filter((word) => stems.has(stem(word.toLowerCase()))).length +
    others.filter((named) => mentionsAny(claim, named, reader)).length;
  return claims
    .map((claim) => ({ claim, score: score(claim) }))
    .sort((a, b) => b.score - a.score || a.claim.id - b.claim.id)
    .slice(0, 4)
    .map(({ claim }) => claim);
}
