import type { Draft } from '../answer.ts';
import type { Context, Plan } from './context.ts';
import { count, countNames } from './count.ts';
import { eitherOr } from './either-or.ts';
import { battles, events, happenedTo } from './events.ts';
import { holder } from './holder.ts';
import { identity } from './identity.ts';
import { missing } from './missing.ts';
import { relation } from './relation.ts';
import { sources } from './sources.ts';
import { tone } from './tone.ts';
import { when } from './when.ts';
import { where } from './where.ts';
import { how, why } from './why.ts';
import { yesNo } from './yes-no.ts';

/** In the order in which they are tried: what is recognised by more words comes first. */
const PLANS: readonly Plan[] = [
  sources,
  tone,
  eitherOr,
  count,
  battles,
  events,
  happenedTo,
  holder,
  when,
  where,
  why,
  how,
  yesNo,
  identity,
  relation,
  countNames,
];

/** The first plan that makes something of the question; what no plan does and names something is not recorded. */
export function planOf(context: Context): Draft | undefined {
  for (const plan of PLANS) {
    const draft = plan(context);
    if (draft !== undefined) return draft;
  }
  const { asked } = context;
  const unknown = asked.unknown.flatMap((at) => asked.tokens[at]?.text ?? []);
  if (asked.mentions.length === 0 && unknown.length === 0) return undefined;
  return missing(context, {
    intent: 'none',
    predicates: [],
    unknown: asked.mentions.length === 0 ? unknown : [],
    near: [],
  });
}
