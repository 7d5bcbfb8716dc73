import { readingsOf } from '../../lookup/readings.ts';
import { TOPICS, topicOf } from '../../lookup/topics.ts';
import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft, Line } from '../answer.ts';
import { type Scoped, scoped } from '../gather/scope.ts';
import { eventsAt } from '../gather/touching.ts';
import type { Mention } from '../reading/reading.ts';
import { type Context, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';

const GENERIC = new Set(
  'about know known tell told recorded information info story history everything anything something more said say describe explain summary summarise summarize background lore biography bio profile details mean stand meant universe world identity kind sort thing person name'.split(
    ' ',
  ),
);
const MOST_TOLD = 600;
const MOST_LINES = 8;
const MOST_PER_READING = 3;
const FIRST_PREDICATES = [
  'holds_position',
  'title',
  'species',
  'member_of',
  'also_called',
  'led_by',
  'part_of',
  'owns',
  'date',
  'participant',
  'formed',
  'founded_by',
  'died',
  'born',
];

/** "Who is Marr?", "tell me about the League", "Ardent". */
export const identity: Plan = (context) => {
  const { asked } = context;
  const [mention] = asked.mentions;
  if (mention === undefined || asked.mentions.length > 1) return undefined;
  if (!(asked.wh === 'who' || asked.wh === 'what' || asked.wh === 'fragment' || asked.wh === 'which')) return undefined;
  const rest = asked.loose.filter(
    (at) => !GENERIC.has(asked.tokens[at]?.folded ?? '') && !GENERIC.has(asked.tokens[at]?.bare ?? ''),
  );
  if (
    rest.length > 0 ||
    asked.hits.some((hit) => hit.score >= 0.9 && !hit.covers.every((at) => GENERIC.has(asked.tokens[at]?.folded ?? '')))
  )
    return undefined;
  if (mention.entities.length > 1) return namesakes(context, mention);
  const [entity] = mention.entities;
  return entity === undefined ? undefined : about(context, mention, entity);
};

function about(context: Context, mention: Mention, entity: Entity): Draft {
  const { asked, reader } = context;
  const { main, elsewhere, isInherited } = told(entity, context);
  if (main.length + elsewhere.length === 0)
    return missing(context, { intent: 'identity', predicates: [], unknown: [], near: [] });
  const isAlias = !mention.isCorrected && isOtherName(mention.read, entity.name);
  const names = main.filter((claim) => claim.predicate === 'also_called');
  const own =
    isAlias && names.length > 0 ? [...names, ...main.filter((claim) => !names.includes(claim)).slice(0, 3)] : main;
  const lines = [
    ...linesOf(own, isInherited ? 'inherited' : 'main', reader),
    ...linesOf(elsewhere, 'elsewhere', reader),
  ].slice(0, isAlias && names.length > 0 ? 2 : MOST_LINES);
  return {
    status: 'answered',
    intent:
      isAlias && names.length > 0
        ? 'also-called'
        : asked.account === null && asked.work === null
          ? 'identity'
          : 'source-says',
    head: { kind: 'identity', entity, typed: isAlias ? mention.read : null },
    lines,
    variants: lines.flatMap((line) =>
      line.kind === 'fact' ? variantsOf(line.fact.claims, () => 'statement').slice(0, 1) : [],
    ),
    predicates: [],
    entities: [entity],
  };
}

/** What is told of it; of a place that the account asked for says nothing of, what happened there. */
function told(entity: Entity, { asked, reader }: Context): Scoped {
  const own = scoped(toldOf(entity, reader), asked, reader);
  if (own.main.length + own.elsewhere.length > 0) return own;
  return scoped(
    eventsAt(entity, reader).flatMap((event) => toldOf(event, reader)),
    asked,
    reader,
  );
}

/** "Marr" is Ysolde Marr, cut short; "Free Harbour Forces" is another name. */
function isOtherName(read: string, name: string): boolean {
  const words = new Set(fold(name).split(' '));
  return !fold(read)
    .replace(/^(?:the|a|an) /, '')
    .split(' ')
    .every((word) => words.has(word));
}

/** What is told of it, what says most of what it is first. */
function toldOf(entity: Entity, reader: LoreReader): readonly Claim[] {
  const isMuch = reader.claimCount(entity.id) > MOST_TOLD;
  const own = isMuch
    ? FIRST_PREDICATES.flatMap((predicate) => reader.claimsBySubject(entity.id, predicate).slice(0, 5))
    : reader.claimsBySubject(entity.id);
  const of = isMuch ? [] : reader.claimsByObject(entity.id);
  const rank = (claim: Claim): number => {
    const first = FIRST_PREDICATES.indexOf(claim.predicate);
    const topic = TOPICS.indexOf(topicOf(claim.predicate, claim.subject === entity.id ? 'subject' : 'value'));
    const isWording =
      claim.modality === 'characterisation' || claim.predicate === 'motive' || claim.predicate === 'part_of';
    return (claim.subject === entity.id ? 0 : 60) + (isWording ? 40 : 0) + (first === -1 ? 15 + topic : first);
  };
  return onceEach([...own, ...of]).sort((a, b) => rank(a) - rank(b) || a.id - b.id);
}

/** Both readings, with what tells them apart. */
export function namesakes(context: Context, mention: Mention): Draft {
  const { asked, reader } = context;
  const lines = mention.entities.flatMap((entity): Line[] => {
    const claims = toldOf(entity, reader).filter(
      (claim) => asked.account === null || claim.account === asked.account.id,
    );
    return linesOf(claims, 'reading', reader)
      .slice(0, MOST_PER_READING)
      .map((line) => ({ ...line, of: entity }) as Line);
  });
  return {
    status: 'ambiguous',
    intent: 'which-namesake',
    head: { kind: 'namesakes', typed: mention.isCorrected ? mention.read : mention.typed },
    lines,
    variants: [],
    predicates: [],
    entities: mention.entities,
    readings: readingsOf(reader, mention.entities),
  };
}
