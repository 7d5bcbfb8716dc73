import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import { timeOf } from '../reading/reading.ts';
import { type Context, linesOf, type Plan, variantsOf } from './context.ts';
import { missing } from './missing.ts';

const MOST_CLAIMS = 120;
const MOST_LINES = 15;

/** "What happens in Low Tide?", "What does the session log say?": what one work, account or timeline tells. */
export const toldThere: Plan = (context) => {
  const { asked, reader } = context;
  if (
    asked.mentions.length > 0 ||
    timeOf(asked) !== null ||
    !(asked.wh === 'what' || asked.wh === 'fragment' || asked.wh === 'which')
  )
    return undefined;
  const claims = claimsThere(context);
  if (claims === null || asked.hits.some((hit) => hit.score >= 0.9 && !GENERIC.has(hit.phrase.predicate.id)))
    return undefined;
  if (claims.length === 0) return missing(context, { intent: 'source-says', predicates: [], unknown: [], near: [] });
  const lines = linesOf(
    claims.filter((claim) => claim.modality !== 'characterisation'),
    'main',
    reader,
  ).slice(0, MOST_LINES);
  return {
    status: 'answered',
    intent: 'source-says',
    head: { kind: 'count', number: lines.length },
    lines,
    variants: lines.flatMap((line) =>
      line.kind === 'fact' ? variantsOf(line.fact.claims, () => 'statement').slice(0, 1) : [],
    ),
    predicates: [],
  };
};

const GENERIC = new Set(['date', 'location', 'fate', 'outcome', 'status', 'continuity_of', 'described_as', 'detail']);

function claimsThere({ asked, reader }: Context): readonly Claim[] | null {
  if (asked.work !== null) return reader.claimsByWork(asked.work.entity, MOST_CLAIMS);
  if (asked.account !== null) return reader.claimsByAccount(asked.account.id, MOST_CLAIMS);
  const { timeline } = asked;
  if (timeline === null) return null;
  const works = reader.works().filter((work) => work.continuity === timeline.id);
  return onceEach(works.flatMap((work) => reader.claimsByWork(work.entity, MOST_CLAIMS))).filter(
    (claim) => claim.continuity === timeline.id,
  );
}
