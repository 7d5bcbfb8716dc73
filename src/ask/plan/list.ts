import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft } from '../answer.ts';
import { scoped } from '../gather/scope.ts';
import { isAbout, mentionsAny, namesOfEntities } from '../gather/touching.ts';
import { timed } from '../gather/when.ts';
import { timeOf } from '../reading/reading.ts';
import { type Context, entitiesOf, linesOf, only, type Plan } from './context.ts';
import { kindsOf } from './kinds.ts';
import { missing } from './missing.ts';

const LISTING = new Set(['list', 'lists', 'all', 'name', 'which', 'what', 'show', 'enumerate', 'how']);
const MOST = 40;
const MOST_TOLD = 500;

/** "Which ships are there?", "list of battles", "what timelines are known": things of one kind, each with a claim. */
export const list: Plan = (context) => {
  const { asked, reader } = context;
  const kinds = listedKinds(context);
  if (
    kinds.length === 0 ||
    asked.hits.some(
      (hit) =>
        hit.score >= 0.9 &&
        kindsOf(asked.tokens[hit.from]?.folded ?? '').length === 0 &&
        !isBeing(asked.tokens[hit.from]?.folded ?? ''),
    )
  )
    return undefined;
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  const claimsOf = (entity: Entity): readonly Claim[] => {
    if (reader.claimCount(entity.id) > MOST_TOLD)
      return named.length === 0 ? reader.claimsBySubject(entity.id, 'status') : [];
    const own = onceEach([...reader.claimsBySubject(entity.id), ...reader.claimsByObject(entity.id)]);
    return own.filter(
      (claim) => claim.modality !== 'characterisation' && named.every((one) => mentionsAny(claim, one, reader)),
    );
  };
  const time = timeOf(asked);
  const claims = kinds
    .flatMap((kind) => reader.entitiesOfKind(kind, MOST))
    .filter((entity) => !named.some((one) => one.ids.has(entity.id)))
    .flatMap((entity) => {
      const all = scoped(claimsOf(entity), asked, reader);
      const told = [...all.main, ...all.elsewhere];
      const kept = time === null ? told : timed(told, time.span, reader).sure;
      const about = namesOfEntities([entity], reader);
      const first = kept.find((claim) => claim.subject === entity.id) ?? kept.find((claim) => isAbout(claim, about));
      return first === undefined ? [] : [{ entity, claim: first }];
    });
  if (claims.length === 0) return missing(context, { intent: 'list', predicates: [], unknown: [], near: [] });
  const names = [...new Set(claims.map(({ entity }) => entity.name))];
  return {
    status: 'answered',
    intent: 'list',
    head: { kind: asked.wh === 'how-many' ? 'counted-names' : 'names', names },
    lines: claims.flatMap(({ claim }) => linesOf([claim], 'main', reader)),
    variants: [],
    predicates: [],
    entities: claims.map(({ entity }) => entity),
  };
};

function isBeing(word: string): boolean {
  return /^(?:exist|exists|known|named|there|found|told|list|take|took|place|part)$/.test(word);
}

/** Kinds named where a list is asked for, with nothing left over that is not understood. */
function listedKinds({ asked }: Context): readonly string[] {
  const first = asked.tokens[0]?.folded ?? '';
  if (!LISTING.has(first) && asked.wh !== 'fragment') return [];
  const nouns = asked.noun.length > 0 ? asked.noun : asked.loose;
  const kinds = nouns.flatMap((at) => kindsOf(asked.tokens[at]?.folded ?? ''));
  const rest = asked.loose.filter(
    (at) =>
      kindsOf(asked.tokens[at]?.folded ?? '').length === 0 &&
      !isBeing(asked.tokens[at]?.folded ?? '') &&
      !/^(?:list|name|show|appear|appears|mentioned|recorded|lore|timeline)$/.test(asked.tokens[at]?.folded ?? ''),
  );
  const isPlural = nouns.some((at) => /s$|people|species|folk|men$/.test(asked.tokens[at]?.folded ?? ''));
  return rest.length === 0 && isPlural ? [...new Set(kinds)] : [];
}

/** "Who is Tarn's counterpart?", "Does Marr have a counterpart?" */
export const counterpart: Plan = (context) => {
  const { asked, reader } = context;
  const isAsked =
    asked.tokens.some((token) =>
      /^(?:counterpart|counterparts|namesake|namesakes|double|doppelganger|alternate|other)$/.test(token.folded),
    ) && !asked.hits.some((hit) => hit.score >= 1);
  const [mention] = asked.mentions;
  if (!isAsked || mention === undefined || asked.mentions.length > 1) return undefined;
  const entity = only(mention);
  const others = entity === undefined ? mention.entities : reader.counterparts(entity.id);
  if (others.length === 0) return missing(context, { intent: 'counterpart', predicates: [], unknown: [], near: [] });
  const lines = others.flatMap((other) => {
    const claims = [...reader.claimsBySubject(other.id), ...reader.claimsByObject(other.id)];
    return linesOf(claims.slice(0, 2), 'reading', reader)
      .slice(0, 2)
      .map((line) => ({ ...line, of: other }));
  });
  if (lines.length === 0) return missing(context, { intent: 'counterpart', predicates: [], unknown: [], near: [] });
  return {
    status: 'answered',
    intent: 'counterpart',
    head: { kind: 'names', names: others.map((other) => other.name) },
    lines,
    predicates: [],
    entities: others,
  } as Draft;
};

/** "How are Marr and Tarn related?", "what is between X and Y": every claim that is about both. */
export const between: Plan = (context) => {
  const { asked, reader } = context;
  if (asked.mentions.length !== 2 || asked.wh === 'when' || asked.wh === 'where' || asked.wh === 'how-many')
    return undefined;
  const isAsked = asked.tokens.some((token) =>
    /^(?:relation|relations|relationship|related|connection|connected|link|linked|between)$/.test(token.folded),
  );
  const isCopula = asked.wh === 'yes-no' && asked.hits.length === 0 && asked.loose.length === 0;
  const isBare = asked.wh === 'fragment' && asked.hits.length === 0 && asked.loose.length === 0;
  if (!isAsked && !isCopula && !isBare) return undefined;
  const named = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  const [least] = [...entitiesOf(asked)].sort((a, b) => reader.claimCount(a.id) - reader.claimCount(b.id));
  if (least === undefined || reader.claimCount(least.id) > MOST_TOLD) return undefined;
  const claims = onceEach([...reader.claimsBySubject(least.id), ...reader.claimsByObject(least.id)]).filter((claim) =>
    named.every((one) => isAbout(claim, one)),
  );
  const { main, elsewhere } = scoped(claims, asked, reader);
  if (main.length + elsewhere.length === 0)
    return missing(context, { intent: 'relation', predicates: [], unknown: [], near: [] });
  return {
    status: 'answered',
    intent: 'relation',
    head: { kind: 'told' },
    lines: [...linesOf(main, 'main', reader), ...linesOf(elsewhere, 'elsewhere', reader)],
    predicates: [...new Set(claims.map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  };
};
