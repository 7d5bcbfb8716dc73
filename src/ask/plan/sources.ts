import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { Draft } from '../answer.ts';
import { gather } from '../gather/gather.ts';
import { scoped } from '../gather/scope.ts';
import { mentionsAny, namesOfEntities } from '../gather/touching.ts';
import { tellingsOf, timed } from '../gather/when.ts';
import { timeOf } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
import { choose } from './choose.ts';
import { type Context, entitiesOf, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';

const SOURCE_NOUNS = new Set(
  'source sources account accounts work works episode episodes novel novels book books telling tellings text texts story stories game games mission missions citation citations reference references evidence chronicle chronicles document documents page pages song songs letter letters session sessions novella film movie comic chapter chapters'.split(
    ' ',
  ),
);
/** Who tells it is asked for, not what it cites. */
const TELLING_NOUNS = new Set(['account', 'accounts', 'telling', 'tellings']);
const SAYING = new Set(
  'say says said tell tells told mention mentions mentioned claim claims record records state states stated report reports describe describes name names cover covers cite cites show shows depict depicts date dates put puts call calls contain contains support supports talk speak'.split(
    ' ',
  ),
);
const MOST_TOLD = 300;
const MOST_TRIED = 8;

/** "Which source says Marr became warden?", "Who says that …", "sources on the Drowned". */
export const sources: Plan = (context) => {
  const { asked } = context;
  const head = asked.noun.map((at) => asked.tokens[at]?.folded ?? '');
  const isWhoSays =
    asked.wh === 'who' && SAYING.has(asked.tokens[asked.whAt + 1]?.folded ?? '') && asked.mentions.length > 0;
  const isListed =
    asked.wh === 'fragment' && SOURCE_NOUNS.has(asked.tokens[0]?.folded ?? '') && asked.mentions.length > 0;
  const isWhere =
    asked.wh === 'where' &&
    asked.tokens.some((token) =>
      /^(?:mentioned|told|said|stated|recorded|written|described|says?)$/.test(token.folded),
    );
  const isHow = asked.wh === 'how' && asked.tokens.some((token) => token.folded === 'know');
  const isAsked =
    (asked.wh === 'which' || asked.wh === 'what' || asked.wh === 'how-many') &&
    head.some((word) => SOURCE_NOUNS.has(word)) &&
    asked.wh !== 'how-many';
  if (!isWhoSays && !isListed && !isWhere && !isHow && !isAsked) return undefined;
  if (asked.mentions.length === 0 && timeOf(asked) === null) return undefined;
  const claims = meant(context);
  if (claims === null) return undefined;
  return cited(context, claims);
};

/** The claims whose sources are wanted: those of the sentence after "says", else all of the things named. */
function meant(context: Context): readonly Claim[] | null {
  const { asked, reader } = context;
  const rest = {
    ...asked,
    wh: 'fragment' as const,
    hits: asked.hits.filter(
      (hit) => !SAYING.has(asked.tokens[hit.from]?.folded ?? '') && !asked.noun.includes(hit.from),
    ),
  };
  const time = timeOf(asked);
  const keep = (claims: readonly Claim[]): readonly Claim[] => {
    if (time === null) return claims;
    const { sure } = timed(claims, time.span, reader);
    return [
      ...sure,
      ...tellingsOf(
        sure,
        claims.filter((claim) => claim.date === null),
      ),
    ];
  };
  const choice = choose(rest, reader);
  if (choice !== undefined && choice.claims.length > 0) {
    const kept = keep(choice.claims);
    if (kept.length > 0) return kept;
    // Of several predicates the words fit, the one that is told of that time.
    const other = rest.hits.slice(0, MOST_TRIED).map((hit) => keep(gather(hit, rest, reader).claims));
    return other.find((claims) => claims.length > 0) ?? [];
  }
  const entities = entitiesOf(asked);
  const both = asked.mentions.map((mention) => namesOfEntities(mention.entities, reader));
  if (entities.length === 0 && time !== null)
    return keep(reader.claimsBeginning({ from: time.span.min, to: time.span.max }, MOST_TOLD));
  const [least] = [...entities].sort((a, b) => reader.claimCount(a.id) - reader.claimCount(b.id));
  if (least === undefined || reader.claimCount(least.id) > MOST_TOLD) return [];
  const all = [
    ...reader.claimsBySubject(least.id),
    ...reader.claimsByObject(least.id),
    ...reader.claimsByQualifier(least.id),
  ];
  const about = onceEach(all).filter((claim) => both.every((one) => mentionsAny(claim, one, reader)));
  const stems = rest.hits.flatMap((hit) => hit.covers.map((at) => asked.tokens[at]?.stem ?? ''));
  const others = asked.loose
    .filter((at) => !asked.noun.includes(at) && !rest.hits.some((hit) => hit.covers.includes(at)))
    .filter((at) => !SAYING.has(asked.tokens[at]?.folded ?? '') && !SOURCE_NOUNS.has(asked.tokens[at]?.folded ?? ''));
  stems.push(...others.flatMap((at) => asked.tokens[at]?.stem ?? []));
  const words = (claim: Claim): ReadonlySet<string> => new Set(claim.statement.toLowerCase().split(/\W+/).map(stem));
  return keep(stems.length === 0 ? about : about.filter((claim) => stems.every((one) => words(claim).has(one))));
}

function cited(context: Context, claims: readonly Claim[]): Draft {
  const { asked, reader } = context;
  const { main, elsewhere } = scoped(claims, asked, reader);
  const all = [...main, ...elsewhere];
  if (all.length === 0) return missing(context, { intent: 'sources', predicates: [], unknown: [], near: [] });
  const isForAccounts = asked.noun.some((at) => TELLING_NOUNS.has(asked.tokens[at]?.folded ?? ''));
  const titles = all.flatMap(({ account, citations }) =>
    isForAccounts || citations.length === 0
      ? [reader.account(account)?.title ?? '']
      : citations.map((citation) => reader.entity(citation.work)?.name ?? ''),
  );
  return {
    status: 'answered',
    intent: 'sources',
    head: { kind: 'sources', titles: [...new Set(titles)].filter((title) => title !== '') },
    lines: [...linesOf(main, 'main', reader), ...linesOf(elsewhere, 'elsewhere', reader)],
    variants: variantsOf(all, () => 'work'),
    predicates: [...new Set(all.map((claim) => claim.predicate as string))],
    entities: entitiesOf(asked),
  };
}
