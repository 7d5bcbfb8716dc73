import type { Draft } from '../answer.ts';
import type { Mention } from '../reading/reading.ts';
import { type Context, entitiesOf, type Plan } from './context.ts';
import { missing } from './missing.ts';
import { when } from './when.ts';

const EARLIER = new Set(['first', 'earlier', 'older', 'oldest', 'earliest']);
const LATER = new Set(['later', 'last', 'younger', 'youngest', 'latest']);

interface Dated {
  readonly mention: Mention;
  readonly draft: Draft;
  /** First and last day on which it may have begun. */
  readonly from: number;
  readonly to: number;
}

/** "Which came first, the rebellion or the siege?": both dates, and which is the earlier one where they tell. */
export const order: Plan = (context) => {
  const { asked } = context;
  const isEarlier = asked.tokens.some((token) => EARLIER.has(token.folded));
  const isLater = asked.tokens.some((token) => LATER.has(token.folded));
  const [one, other] = asked.mentions;
  if (isEarlier === isLater || one === undefined || other === undefined || asked.mentions.length > 2) return undefined;
  const between = asked.tokens.slice(one.to + 1, other.from).map((token) => token.folded);
  if (!between.includes('or') || !['which', 'what', 'who'].includes(asked.wh)) return undefined;
  const dated = [one, other].flatMap((mention) => datesOf(mention, context) ?? []);
  const [a, b] = dated;
  const lines = dated.flatMap(({ draft }) => draft.lines);
  if (a === undefined || b === undefined) {
    return {
      ...missing(context, { intent: 'when', predicates: ['date'], unknown: [], near: [] }),
      lines: lines.map((line) => (line.kind === 'fact' ? { ...line, role: 'recorded' as const } : line)),
    };
  }
  const first = a.to < b.from ? a : b.to < a.from ? b : undefined;
  const wanted = first === undefined ? undefined : isEarlier ? first : first === a ? b : a;
  return {
    status: 'answered',
    intent: 'compare',
    head: wanted === undefined ? { kind: 'told' } : { kind: 'names', names: [wanted.mention.entities[0]?.name ?? ''] },
    lines,
    variants: dated.flatMap(({ draft }) => draft.variants ?? []),
    predicates: [...new Set(dated.flatMap(({ draft }) => draft.predicates ?? []))],
    entities: entitiesOf(asked),
  };
};

/** When one of the two was, as if that alone had been asked. */
function datesOf(mention: Mention, { asked, reader }: Context): Dated | undefined {
  const alone = { ...asked, wh: 'when' as const, mentions: [mention], hits: [], loose: [], unknown: [] };
  const draft = when({ asked: alone, reader });
  if (draft?.status !== 'answered') return undefined;
  const bounds = (draft.variants ?? []).map(({ claim }) => claim.bounds);
  const from = bounds.flatMap(({ sLo }) => sLo ?? []);
  const to = bounds.flatMap(({ sHi }) => sHi ?? []);
  if (from.length === 0 || to.length === 0) return undefined;
  return { mention, draft, from: Math.min(...from), to: Math.max(...to) };
}
