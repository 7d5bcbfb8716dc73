import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { OpenWindow } from '../../lore/time/bounds.ts';
import type { Draft, Intent, Line } from '../answer.ts';
import { isWithin, scoped } from '../gather/scope.ts';
import { mentionsAny, namesOfEntities } from '../gather/touching.ts';
import { timed } from '../gather/when.ts';
import { timeOf } from '../reading/reading.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';

const HAPPEN = new Set([
  'happened',
  'happen',
  'happens',
  'happening',
  'occurred',
  'occur',
  'events',
  'event',
  'went',
  'place',
  'going',
  'doing',
  'do',
  'did',
  'timeline',
  'history',
  'chronology',
  'news',
]);
const BATTLE = new Set([
  'battle',
  'battles',
  'fight',
  'fights',
  'fighting',
  'war',
  'wars',
  'engagements',
  'combat',
  'sieges',
  'siege',
  'clashes',
  'fought',
  'skirmishes',
]);
const DEEDS = new Set(['captured', 'conquered', 'destroyed_target']);
const MOST_OF_SPAN = 400;
const MOST_READ = 60;
const MOST_TOLD = 800;
const MOST_SHOWN = 40;

/** "What happened in 941?", "events between 941 and 945". */
export const events: Plan = (context) => {
  const { asked } = context;
  const time = timeOf(asked);
  if (time === null || isWar(context) || (asked.mentions.length > 0 && isUndergone(context))) return undefined;
  if (!(asked.wh === 'what' || asked.wh === 'fragment' || asked.wh === 'which')) return undefined;
  // "941", "Marr in 941"; "regent 941" asks for a holder.
  const isThing = asked.mentions.every((mention) => mention.entities.every((entity) => entity.kind !== 'office'));
  const isBare = asked.wh === 'fragment' && isThing && asked.mentions.length < 2 && asked.loose.length === 0;
  if (!isBare && !asked.tokens.some((token) => HAPPEN.has(token.folded))) return undefined;
  const strong = asked.hits.some((hit) => hit.score >= 0.9 && !GENERIC.has(hit.phrase.predicate.id));
  if (strong) return undefined;
  return told(context, inSpan(context, time.span), 'events');
};

const GENERIC = new Set(['date', 'location', 'fate', 'outcome', 'count_of', 'status', 'continuity_of']);

function isWar({ asked }: Context): boolean {
  return asked.loose.concat(asked.noun).some((at) => BATTLE.has(asked.tokens[at]?.folded ?? ''));
}

/** "What battles took place in 942?", "battles of the Rising": fights, and dated deeds of war. */
export const battles: Plan = (context) => {
  const { asked, reader } = context;
  if (!isWar(context) || asked.wh === 'why' || asked.wh === 'yes-no' || asked.wh === 'where' || asked.wh === 'when')
    return undefined;
  if (!(asked.noun.some((at) => BATTLE.has(asked.tokens[at]?.folded ?? '')) || asked.wh === 'fragment'))
    return undefined;
  // "Which battles did the rebels win?" is asked of what is told of winning.
  if (asked.hits.some((hit) => hit.phrase.predicate.id === 'victor' && hit.score >= 0.9)) return undefined;
  const time = timeOf(asked);
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  if (time === null && named.length === 0) {
    const all = reader.entitiesOfKind('battle', MOST_SHOWN).flatMap((entity) => reader.claimsBySubject(entity.id));
    return told(context, all, 'battles');
  }
  const found = time === null ? ofThings(context) : inSpan(context, time.span);
  const fights = new Map<number, boolean>();
  const isFight = (claim: Claim): boolean => {
    const events = [
      claim.subject,
      ...claim.qualifiers.flatMap((qualifier) => (qualifier.name === 'event' ? (qualifier.entity ?? []) : [])),
    ];
    return events.some((id) => {
      const known = fights.get(id) ?? isBattle(id, reader);
      fights.set(id, known);
      return known;
    });
  };
  const kept = found.filter((claim) => isFight(claim) || (DEEDS.has(claim.predicate) && claim.date !== null));
  const whole = onceEach(kept.filter((claim) => claim.predicate !== 'described_as' && claim.predicate !== 'motive'));
  return told(
    context,
    whole.filter((claim) => named.every((one) => mentionsAny(claim, one, reader))),
    'battles',
  );
};

function isBattle(id: Claim['subject'], reader: LoreReader): boolean {
  const entity = reader.entity(id);
  if (entity === undefined) return false;
  if (entity.kind === 'battle') return true;
  if (entity.kind !== 'event') return false;
  if (reader.claimsBySubject(id, 'victor').length > 0) return true;
  const sides = reader
    .claimsBySubject(id, 'participant')
    .flatMap((claim) => claim.qualifiers.filter((one) => one.name === 'side').map((one) => one.text));
  return new Set(sides).size > 1;
}

function inSpan({ asked, reader }: Context, span: OpenWindow): readonly Claim[] {
  // Without a name to look for, no more is read than is shown.
  const most = asked.mentions.length === 0 && !isWar({ asked, reader }) ? MOST_READ : MOST_OF_SPAN;
  const found = reader.claimsBeginning({ from: span.min, to: span.max }, most);
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  return found.filter(
    (claim) =>
      claim.predicate !== 'released' &&
      isWithin(claim, span) === 'yes' &&
      named.every((one) => mentionsAny(claim, one, reader)),
  );
}

function ofThings({ asked, reader }: Context): readonly Claim[] {
  return onceEach(
    entitiesOf(asked).flatMap((entity) =>
      reader.claimCount(entity.id) > MOST_TOLD
        ? []
        : [
            ...reader.claimsBySubject(entity.id),
            ...reader.claimsByObject(entity.id),
            ...reader.claimsByQualifier(entity.id),
          ],
    ),
  );
}

function told(context: Context, claims: readonly Claim[], intent: Intent): Draft {
  const { asked, reader } = context;
  const { main, elsewhere } = scoped(claims, asked, reader);
  if (main.length + elsewhere.length === 0) return missing(context, { intent, predicates: [], unknown: [], near: [] });
  const lines: Line[] = [
    ...inOrder(linesOf(main, 'main', reader)),
    ...inOrder(linesOf(elsewhere, 'elsewhere', reader)),
  ];
  const shown = lines.slice(0, MOST_SHOWN);
  const facts = shown.flatMap((line) => (line.kind === 'fact' ? [line.fact] : []));
  return {
    status: 'answered',
    intent,
    head: { kind: 'count', number: facts.length },
    lines: shown,
    variants: facts.flatMap((fact) =>
      variantsOf(fact.claims, () => 'statement')
        .slice(0, 1)
        .map((one) => ({ ...one, claims: fact.claims.map((claim) => claim.id) })),
    ),
    predicates: [...new Set(facts.map((fact) => fact.lead.predicate as string))],
    entities: entitiesOf(asked),
  };
}

function inOrder(lines: readonly Line[]): readonly Line[] {
  const day = (line: Line): number =>
    line.kind === 'fact' ? (line.fact.lead.bounds.sLo ?? line.fact.lead.bounds.eLo ?? Number.MAX_SAFE_INTEGER) : 0;
  return [...lines].sort((a, b) => day(a) - day(b));
}

const TO = new Set(['to', 'of']);
const UNDERGONE = [
  'fate',
  'died',
  'killed_by',
  'captured',
  'conquered',
  'destroyed',
  'destroyed_target',
  'dissolved',
  'liberated',
  'enslaved',
  'taken_to',
  'succeeded_by',
  'status',
];

/** "What happened to Marr?", "What became of the Salt Empire?" */
export const happenedTo: Plan = (context) => {
  const { asked, reader } = context;
  const [mention] = asked.mentions;
  if (asked.wh !== 'what' || mention === undefined || asked.mentions.length > 1) return undefined;
  if (!isUndergone(context)) return undefined;
  const claims = mention.entities.flatMap((entity) =>
    UNDERGONE.flatMap((predicate) => {
      const isPassive =
        reader.predicates.get(predicate)?.inverse?.endsWith('_by') === true && !predicate.endsWith('_by');
      return isPassive ? reader.claimsByObject(entity.id, predicate) : reader.claimsBySubject(entity.id, predicate);
    }),
  );
  const time = timeOf(asked);
  const then = (all: readonly Claim[]): readonly Claim[] => {
    if (time === null) return all;
    const { sure, undated } = timed(all, time.span, reader);
    return [...sure, ...undated];
  };
  const undergone = scoped(then(onceEach(claims)), asked, reader);
  const { main, elsewhere, isInherited } =
    undergone.main.length + undergone.elsewhere.length > 0 && !(asked.timeline !== null && undergone.isInherited)
      ? undergone
      : scoped(then(ofThings(context).filter((claim) => claim.predicate !== 'described_as')), asked, reader);
  if (main.length + elsewhere.length === 0)
    return missing(context, { intent: 'what-happened-to', predicates: ['fate'], unknown: [], near: [] });
  return {
    status: 'answered',
    intent: 'what-happened-to',
    head: { kind: 'told' },
    lines: [...linesOf(main, isInherited ? 'inherited' : 'main', reader), ...linesOf(elsewhere, 'elsewhere', reader)],
    variants: variantsOf([...main, ...elsewhere], () => 'statement', isInherited),
    predicates: ['fate'],
    entities: mention.entities,
  };
};

/** "What happened to …", "what became of …". */
function isUndergone({ asked }: Context): boolean {
  return asked.tokens.some(
    (token, at) =>
      /^(?:happened|happens|became|become|befell|fate)$/.test(token.folded) &&
      (token.folded === 'befell' || TO.has(asked.tokens[at + 1]?.folded ?? '')),
  );
}
