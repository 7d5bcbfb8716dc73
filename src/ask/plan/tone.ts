import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import { claimsOfEntity, isOccasion } from '../gather/gather.ts';
import { AGENT } from '../gather/roles.ts';
import { scoped } from '../gather/scope.ts';
import { eventOf, eventsAt } from '../gather/touching.ts';
import type { Understanding } from '../reading/reading.ts';
import { ARTICLES } from '../words/lists.ts';
import { isParticiple } from '../words/stem.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';

const DESCRIBED = ['described_as'];
const HOW_TOLD = new Set([
  'described',
  'portrayed',
  'depicted',
  'characterised',
  'characterized',
  'painted',
  'seen',
  'regarded',
  'viewed',
  'judged',
  'presented',
  'tone',
  'attitude',
  'opinion',
  'opinions',
  'view',
  'describe',
  'portray',
  'judge',
]);

/** "Was losing Ardent a serious defeat?", "How is the conquest described?": wording is told as wording. */
export const tone: Plan = (context) => {
  const { asked, reader } = context;
  if (!isJudgement(context) && !isHowTold(context)) return undefined;
  const { things, facts } = matterOf(context);
  const said = onceEach(things.flatMap((thing) => claimsOfEntity(thing, ['subject'], DESCRIBED, reader)));
  if (said.length === 0) return undefined;
  const { main, elsewhere } = scoped(said, asked, reader);
  const accounts = new Set(main.map((claim) => claim.account));
  const plain = scoped(facts, asked, reader).main.filter(
    (claim) => !accounts.has(claim.account) && claim.predicate !== 'described_as',
  );
  return {
    status: 'answered',
    intent: 'tone',
    head: { kind: 'tones' },
    lines: [
      ...linesOf(main, 'main', reader),
      ...linesOf(firstOfEach(plain), 'neutral', reader),
      ...linesOf(elsewhere, 'elsewhere', reader),
    ],
    variants: variantsOf([...main, ...elsewhere], () => 'value'),
    predicates: DESCRIBED,
    entities: entitiesOf(asked),
  };
};

function firstOfEach(claims: readonly Claim[]): readonly Claim[] {
  return claims.filter((claim, at) => claims.findIndex((other) => other.account === claim.account) === at);
}

const NO_JUDGEMENT = /^(?:known|told|recorded|said|true|false|named|mentioned|disputed|alive|dead|there|canon)$/;

/** "was X *a serious defeat*": something it is called, at the end, that is no name and no deed done to anybody. */
function isJudgement({ asked }: Context): boolean {
  if (asked.wh !== 'yes-no' || !/^(?:is|was|were|are)$/.test(asked.tokens[0]?.folded ?? '')) return false;
  const article = asked.tokens.findLastIndex(
    (token, at) => at > 1 && ARTICLES.has(token.folded) && token.folded !== 'the',
  );
  const from = article === -1 ? asked.tokens.length - 1 : article + 1;
  const end = asked.tokens.map((_, at) => at).slice(from);
  return (
    end.length > 0 &&
    !end.some((at) => NO_JUDGEMENT.test(asked.tokens[at]?.folded ?? '')) &&
    !end.some((at) => isDeedOrRole(at, article !== -1, asked)) &&
    end.every(
      (at) =>
        asked.loose.includes(at) &&
        (article !== -1 || !asked.hits.some((hit) => hit.score >= 0.9 && hit.covers.includes(at))),
    ) &&
    asked.mentions.every((mention) => mention.to < from)
  );
}

/** "Was it ever assimilated?", "Is she a member?": something done to it, or a part in something, and no judgement. */
function isDeedOrRole(at: number, hasArticle: boolean, { tokens, hits }: Understanding): boolean {
  const word = tokens[at]?.folded ?? '';
  if (JUDGING.test(word)) return false;
  if (!hasArticle) return word.endsWith('ed') && isParticiple(word);
  return AGENT.test(word) && hits.some((hit) => hit.score >= 0.9 && hit.covers.includes(at));
}

const JUDGING = /^(?:justified|deserved|undeserved|flawed|doomed|misguided|warranted|ill-fated|exaggerated)$/;

function isHowTold({ asked }: Context): boolean {
  return (asked.wh === 'how' || asked.wh === 'what') && asked.tokens.some((token) => HOW_TOLD.has(token.folded));
}

/** The thing that is judged, or the event that the words before the judgement tell of. */
function matterOf({ asked, reader }: Context) {
  const things = entitiesOf(asked);
  const article = asked.tokens.findLastIndex((token) => ARTICLES.has(token.folded));
  const before = asked.hits.filter(
    (hit) => (article === -1 || hit.from < article) && hit.score >= 0.9 && !DESCRIBED.includes(hit.phrase.predicate.id),
  );
  const choice = before.length === 0 ? undefined : choose({ ...asked, wh: 'fragment' }, reader, before);
  const facts = choice?.claims ?? [];
  const events = [...new Set(facts.flatMap((claim) => eventOf(claim) ?? []))].flatMap((id) => reader.entity(id) ?? []);
  if (events.length > 0) return { things: events, facts };
  const occasions = [...things.filter(isOccasion), ...things.flatMap((thing) => eventsAt(thing, reader))];
  const own = occasions.flatMap((event) => reader.claimsByQualifier(event.id));
  return { things: [...things, ...occasions], facts: own };
}
