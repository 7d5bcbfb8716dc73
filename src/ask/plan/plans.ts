import type { Claim } from '../../lore/claim.ts';
import type { Draft } from '../answer.ts';
import { claimsOfLine } from '../answer.ts';
import { isAbout, namesOfEntities } from '../gather/touching.ts';
import { type Context, linesOf, type Plan } from './context.ts';
import { count, countNames } from './count.ts';
import { deniedInTimeline } from './denied.ts';
import { compare, disputed } from './disputed.ts';
import { eitherOr } from './either-or.ts';
import { doersOf, withEventInWords } from './event-in-words.ts';
import { battles, events, happenedTo } from './events.ts';
import { excludedIn, without } from './excluding.ts';
import { holder } from './holder.ts';
import { identity, namesakes } from './identity.ts';
import { inWords } from './in-words.ts';
import { lasting } from './lasting.ts';
import { between, counterpart, list } from './list.ts';
import { missing } from './missing.ts';
import { asNegated } from './negated.ts';
import { nextTo } from './next-to.ts';
import { order } from './order.ts';
import { relation } from './relation.ts';
import { sources } from './sources.ts';
import { toldThere } from './told-there.ts';
import { tone } from './tone.ts';
import { when } from './when.ts';
import { where } from './where.ts';
import { how, why } from './why.ts';
import { yesNo } from './yes-no.ts';

/** In the order in which they are tried: what is recognised by more words comes first. */
const PLANS: readonly Plan[] = [
  disputed,
  compare,
  sources,
  toldThere,
  counterpart,
  tone,
  order,
  nextTo,
  eitherOr,
  count,
  battles,
  events,
  happenedTo,
  holder,
  between,
  list,
  lasting,
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
  const excluded = excludedIn(context.asked);
  const draft = affirmed(excluded === null ? context : { ...context, asked: excluded.asked });
  if (draft === undefined) return undefined;
  return asNegated(excluded === null ? draft : without(draft, excluded.ids, context), context);
}

function affirmed(context: Context): Draft | undefined {
  const draft = planned(context);
  if (draft === undefined) return undefined;
  if (draft.status !== 'answered' || draft.head.kind === 'inferred' || isBranch(context)) {
    const denied = deniedInTimeline(context);
    if (denied !== undefined) return denied;
  }
  // Whether somebody did something is not to be read off words that stand in any order.
  const isDeed = context.asked.wh === 'yes-no' && context.asked.hits.some((hit) => hit.score >= 0.9);
  const isOutsider = context.asked.hits.some((hit) => hit.phrase.isDoerOutside);
  if (draft.status === 'not-recorded' && draft.lines.length === 0 && !isDeed && !isOutsider) {
    const told = ofEventInWords(context) ?? inWords(context);
    if (told !== undefined) return told;
  }
  return withWorks(oneNamesake(draft, context), context);
}

/** Where nothing answers: an event whose whole name the question's words hold, and nobody else is named. */
function ofEventInWords(context: Context): Draft | undefined {
  const read = context.asked.wh === 'yes-no' ? null : withEventInWords(context);
  if (read === null || read.mentions.length > 1) return undefined;
  const again = { ...context, asked: read };
  const draft = doersOf(again) ?? planned(again);
  return draft?.status === 'answered' ? draft : undefined;
}

function isBranch({ asked, reader }: Context): boolean {
  return asked.timeline !== null && asked.timeline.id !== reader.continuities.home.id;
}

function planned(context: Context): Draft | undefined {
  const elsewhere = askedOfNobody(context);
  if (elsewhere !== undefined) return elsewhere;
  for (const plan of PLANS) {
    const draft = plan(context);
    if (draft !== undefined) return draft;
  }
  const { asked } = context;
  const unknown = asked.unknown.flatMap((at) => asked.tokens[at]?.text ?? []);
  if (asked.mentions.length === 0 && !asksForName(context)) return undefined;
  return missing(context, {
    intent: 'none',
    predicates: [],
    unknown: asked.mentions.length === 0 ? unknown : [],
    near: [],
  });
}

/** "According to the Annals": what a source says that is not here, nobody can tell. */
function askedOfNobody(context: Context): Draft | undefined {
  const { asked, reader } = context;
  if (asked.unknownAccount === null) return undefined;
  const accounts = reader.accounts.map((account) => account.title);
  return {
    ...missing(context, { intent: 'source-says', predicates: [], unknown: [], near: [] }),
    head: { kind: 'no-account', typed: asked.unknownAccount, accounts },
  };
}

const MOST_OF_NAME = 2;

/** A question about something that no account names, and no chance words: a name is all that is typed, or it is asked for. */
function asksForName({ asked }: Context): boolean {
  const { unknown, tokens, wh, text } = asked;
  if (unknown.length === 0 || !/^\p{Script=Latin}/u.test(text)) return false;
  if (wh === 'fragment') return tokens.length <= MOST_OF_NAME && unknown.length === tokens.length;
  return tokens.some((token) => token.isFunction);
}

/** An answer that is true of two namesakes is no answer before it is known which one is meant. */
function oneNamesake(draft: Draft, context: Context): Draft {
  if (draft.status !== 'answered' || draft.intent === 'counterpart') return draft;
  const claims = draft.lines.flatMap(claimsOfLine);
  for (const mention of context.asked.mentions) {
    if (mention.entities.length < 2) continue;
    const meant = mention.entities.filter((entity) =>
      claims.some((claim) => isAbout(claim, namesOfEntities([entity], context.reader))),
    );
    if (
      meant.length > 1 &&
      !claims.every((claim) => meant.every((entity) => isAbout(claim, namesOfEntities([entity], context.reader))))
    ) {
      return { ...namesakes(context, { ...mention, entities: meant }), predicates: draft.predicates ?? [] };
    }
  }
  return draft;
}

const MOST_OF_WORK = 200;

/** Which timeline a work is filed in: beside each filing, something it is cited for there. */
function withWorks(draft: Draft, { reader }: Context): Draft {
  if (draft.status !== 'answered' || draft.predicates?.includes('continuity_of') !== true) return draft;
  const filings = draft.lines.flatMap(claimsOfLine).filter((claim) => claim.predicate === 'continuity_of');
  const cited = filings.flatMap((filing): Claim[] => {
    const timeline = filing.value.kind === 'entity' ? reader.continuities.byEntity(filing.value.entity) : undefined;
    const first = reader.claimsByWork(filing.subject, MOST_OF_WORK).find((claim) => claim.continuity === timeline?.id);
    return first === undefined ? [] : [first];
  });
  return { ...draft, lines: [...draft.lines, ...linesOf(cited, 'cited-there', reader)] };
}
