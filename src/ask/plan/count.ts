import type { Claim } from '../../lore/claim.ts';
import { fold } from '../../lore/fold.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft } from '../answer.ts';
import { scoped } from '../gather/scope.ts';
import { isAbout, mentionsAny, namesOfEntities } from '../gather/touching.ts';
import { timed } from '../gather/when.ts';
import { timeOf } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { holder } from './holder.ts';
import { missing } from './missing.ts';
import { answerOf } from './relation.ts';

const MOST_SCANNED = 400;
const MOST_TOLD = 600;

/** "How many Defiant-class ships were destroyed at Empok Nor?": counts of just that. */
export const count: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.wh !== 'how-many') return undefined;
  const counted = countedStems(context);
  const quantities = reader.predicates.all
    .filter((predicate) => predicate.valueKind === 'quantity')
    .map((predicate) => predicate.id as string);
  const things = asked.mentions.filter((mention) => !isCounted(mention.from, context));
  const named = things.map((mention) => namesOfEntities(mention.entities, reader));
  const all = onceEach([
    ...entitiesOf(asked).flatMap((entity) =>
      quantities.flatMap((predicate) => reader.claimsBySubject(entity.id, predicate)),
    ),
    ...quantities.flatMap((predicate) => reader.claimsByPredicate(predicate, MOST_SCANNED)),
  ]).filter(
    (claim) => claim.value.kind === 'quantity' || claim.value.kind === 'unknown' || claim.value.kind === 'none',
  );
  const fitting = all.filter(
    (claim) => isOfWhat(claim, counted, context) && named.every((one) => mentionsAny(claim, one, reader)),
  );
  // Where the thing itself is counted, what only names it in passing is left out.
  const own = fitting.filter((claim) => named.every((one) => isAbout(claim, one)));
  const { main, elsewhere, isInherited } = scoped(own.length > 0 ? own : fitting, asked, reader);
  const time = timeOf(asked);
  const kept =
    time === null ? main : (({ sure, undated }) => (sure.length > 0 ? sure : undated))(timed(main, time.span, reader));
  if (kept.length + elsewhere.length === 0) return undefined;
  return {
    status: 'answered',
    intent: 'how-many',
    head: kept.length === 0 ? { kind: 'elsewhere-only' } : isInherited ? { kind: 'inferred' } : { kind: 'values' },
    lines: [...linesOf(kept, isInherited ? 'inherited' : 'main', reader), ...linesOf(elsewhere, 'elsewhere', reader)],
    variants: variantsOf([...kept, ...elsewhere], () => 'value', isInherited),
    predicates: [...new Set(kept.map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  };
};

const FILLER = new Set([
  'total',
  'altogether',
  'number',
  'different',
  'kind',
  'sort',
  'exactly',
  'other',
  'people',
  'person',
]);

function countedStems({ asked }: Context): readonly string[] {
  const corrected = asked.mentions.filter((mention) => mention.isCorrected && mention.to >= (asked.noun[0] ?? 0));
  return asked.noun.flatMap((at) => {
    const token = asked.tokens[at];
    if (token === undefined || FILLER.has(token.folded)) return [];
    const mention = corrected.find((one) => one.from <= at && at <= one.to);
    // A name read despite its spelling counts as it was read.
    if (mention === undefined) return [token.stem];
    return at === mention.from ? fold(mention.read).split(' ').map(stem) : [];
  });
}

function isCounted(at: number, { asked }: Context): boolean {
  return asked.noun.includes(at);
}

/** Everything that is asked to be counted is in what was counted: "ships" in "Defiant-class ships", not the other way round. */
function isOfWhat(claim: Claim, counted: readonly string[], { reader }: Context): boolean {
  const what = claim.qualifiers.filter((qualifier) => qualifier.name === 'what').map((qualifier) => qualifier.text);
  const said = claim.value.kind === 'quantity' ? claim.value.text : '';
  const predicate = (reader.predicates.get(claim.predicate)?.phrases ?? []).join(' ');
  const words = new Set(
    fold([...what, said, claim.predicate.replaceAll('_', ' '), predicate].join(' '))
      .split(' ')
      .map(stem),
  );
  return counted.length > 0 && counted.every((one) => words.has(one));
}

/** How many of a thing were named, where nobody counted them. */
export const countNames: Plan = (context) => {
  const { asked } = context;
  if (asked.wh !== 'how-many') return undefined;
  const named = namedHolders(context) ?? namedOnes(context) ?? amountOf(context);
  if (named !== undefined) return named;
  return missing(context, { intent: 'how-many', predicates: ['count_of'], unknown: [], near: nearCounts(context) });
};

/** "How many regents were there?" */
function namedHolders(context: Context): Draft | undefined {
  const { asked } = context;
  const office = asked.mentions.some(
    (mention) => isCounted(mention.from, context) && mention.entities.every((entity) => entity.kind === 'office'),
  );
  const draft = office ? holder({ ...context, asked: { ...asked, wh: 'who' } }) : undefined;
  if (draft?.status !== 'answered' || draft.head.kind !== 'values') return undefined;
  const names = draft.lines.flatMap((line) =>
    line.kind === 'holder' && line.role === 'main' ? [line.holder.entity.name] : [],
  );
  return names.length === 0
    ? undefined
    : { ...draft, intent: 'how-many', head: { kind: 'counted-names', names: [...new Set(names)] } };
}

/** "How much is the toll?": what a predicate gives as an amount or in words. */
function amountOf(context: Context): Draft | undefined {
  const { asked, reader } = context;
  const hits = asked.hits.filter(({ phrase: { predicate } }) => ['quantity', 'text'].includes(predicate.valueKind));
  const choice = hits.length === 0 || asked.mentions.length === 0 ? undefined : choose(asked, reader, hits);
  if (choice === undefined || choice.claims.length === 0 || choice.best.fit !== 'exact') return undefined;
  const draft = answerOf(choice, { ...context, asked: { ...asked, wh: 'what' } }, 'how-many');
  return draft?.status === 'answered' ? draft : undefined;
}

/** "How many members did the League have?": what is counted is what a predicate's claims name, one by one. */
function namedOnes(context: Context): Draft | undefined {
  const { asked, reader } = context;
  const hits = asked.hits.filter((hit) => hit.score >= 0.9 && hit.covers.some((at) => asked.noun.includes(at)));
  const choice =
    hits.length === 0 || asked.mentions.length === 0 ? undefined : choose({ ...asked, wh: 'who' }, reader, hits);
  if (choice === undefined || choice.claims.length === 0) return undefined;
  const draft = answerOf(choice, { ...context, asked: { ...asked, wh: 'who' } }, 'how-many');
  if (draft?.status !== 'answered' || draft.head.kind !== 'values') return undefined;
  const ids = (draft.variants ?? []).flatMap(({ claim, part }) =>
    part === 'subject' ? [claim.subject] : claim.value.kind === 'entity' ? [claim.value.entity] : [],
  );
  const names = [...new Set(ids)].flatMap((id) => reader.entity(id)?.name ?? []);
  return names.length === 0 ? undefined : { ...draft, head: { kind: 'counted-names', names } };
}

function nearCounts({ asked, reader }: Context): readonly Claim[] {
  return entitiesOf(asked).flatMap((entity) =>
    reader.claimCount(entity.id) > MOST_TOLD ? [] : reader.claimsBySubject(entity.id, 'count_of'),
  );
}
