import type { Draft } from '../answer.ts';
import type { Understanding } from '../reading/reading.ts';
import type { Context } from './context.ts';
import { missing } from './missing.ts';

const NEVER = new Set(['never', 'nobody', 'noone', 'none']);
const NOT = new Set(['not', 'always']);
const LISTING = new Set(['who', 'which', 'what', 'whose', 'how-many']);
/** "What is not known of …" asks for what is. */
const OF_RECORD = /^(?:known|recorded|told|said|certain|sure|clear|agreed)$/;

/** "Was he never regent?", "Who was not warden?": what is recorded is no yes to it, and no list of the others. */
export function asNegated(draft: Draft, context: Context): Draft {
  const { asked } = context;
  if (draft.status !== 'answered' || asked.tokens.some((token) => OF_RECORD.test(token.folded))) return draft;
  const isNever = isSaid(asked, NEVER) || hasNoOne(asked);
  if (asked.wh === 'yes-no' && (draft.head.kind === 'yes' || draft.head.kind === 'both')) {
    if (isNever) return { ...draft, head: { kind: 'contrary' } };
    return isSaid(asked, NOT) ? { ...draft, head: { kind: 'told' } } : draft;
  }
  const isList = LISTING.has(asked.wh) && draft.intent !== 'events' && draft.intent !== 'list';
  if (!isList || !(isNever || isSaid(asked, new Set(['not'])))) return draft;
  return missing(context, { intent: draft.intent, predicates: draft.predicates ?? [], unknown: [], near: [] });
}

function isSaid({ tokens }: Understanding, words: ReadonlySet<string>): boolean {
  return tokens.some((token) => words.has(token.folded));
}

function hasNoOne({ tokens }: Understanding): boolean {
  return tokens.some((token, at) => token.folded === 'no' && tokens[at + 1]?.folded === 'one');
}
