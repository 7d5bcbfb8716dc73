import type { Mention, Understanding } from '../reading/reading.ts';
import { ARTICLES, BE, DO, PREPOSITIONS } from '../words/lists.ts';
import type { PhraseHit, Side } from '../words/phrases.ts';
import { isParticiple } from '../words/stem.ts';

/**
 * What a name is in the sentence: the one that does or bears what the phrase says, the one it is done to, either of
 * the two, or something beside it (a place, an occasion).
 */
export type Role = 'doer' | 'other' | 'any' | 'beside';

/** "Leader", "founder": one who does it, by the form of the word. */
export const AGENT = /(?:er|or|ers|ors|ist|ists|ian)$/;
const TOWARDS = new Set(['to', 'from', 'with', 'against', 'over', 'of', 'into']);

/** Whether the phrase tells of a deed: one that somebody did and something it was done to. */
export function isAct({ phrase }: PhraseHit): boolean {
  const { id, inverse } = phrase.predicate;
  return id.endsWith('_by') || inverse?.endsWith('_by') === true;
}

/** Whether the phrase stands as a noun: "the leader of", "Marr's capture". */
function isNoun(hit: PhraseHit, { tokens }: Understanding): boolean {
  const before = tokens[hit.from - 1];
  const after = tokens[hit.to + 1]?.folded;
  const word = tokens[hit.from]?.folded ?? '';
  if (before !== undefined && (ARTICLES.has(before.folded) || before.isPossessive)) return !isParticiple(word);
  // "Did they conquer it?": after an auxiliary it is a verb, whatever it ends in.
  const isVerb = tokens.slice(0, hit.from).some((token) => DO.has(token.folded));
  const isAgent = AGENT.test(word) && word.length > 4 && !isVerb;
  return !isParticiple(word) && (after === 'of' || isAgent);
}

function hasBy(hit: PhraseHit, { tokens }: Understanding): boolean {
  const after = tokens.slice(hit.to + 1, hit.to + 4).some((token) => token.folded === 'by');
  return after || tokens[0]?.folded === 'by';
}

/** "Marr was captured": the one before it has it done to him. */
export function isPassive(hit: PhraseHit, understanding: Understanding): boolean {
  const { tokens } = understanding;
  if (isNoun(hit, understanding)) return false;
  if (hasBy(hit, understanding)) return true;
  // "Do they disagree on when he was captured?": the auxiliary next to the verb counts.
  const auxiliary = tokens.slice(0, hit.from).findLast(({ folded }) => DO.has(folded) || BE.has(folded));
  if (auxiliary === undefined || DO.has(auxiliary.folded)) return false;
  return isAct(hit) && isParticiple(tokens[hit.from]?.folded ?? '');
}

/** What grammar makes of a name beside the phrase: who did it, to whom it was done, or neither for sure. */
export function roleOf(mention: Mention, hit: PhraseHit, understanding: Understanding): Role {
  const { tokens } = understanding;
  const preposition = prepositionBefore(mention, understanding);
  const isBefore = mention.to < hit.from;
  if (isNoun(hit, understanding)) {
    if (!isBefore) {
      if (preposition === 'by') return 'doer';
      if (preposition === 'of' || isHaver(mention, hit, understanding)) return 'other';
      return preposition === null ? 'doer' : TOWARDS.has(preposition) ? 'any' : 'beside';
    }
    const isOwner = tokens[mention.to]?.isPossessive === true && mention.to === hit.from - 1;
    if (isOwner) return AGENT.test(tokens[hit.from]?.folded ?? '') || !isAct(hit) ? 'other' : 'any';
    const isSubject = tokens
      .slice(0, hit.from)
      .some((token) => BE.has(token.folded) || token.folded === 'become' || token.folded === 'became');
    return isSubject && preposition === null ? 'doer' : 'any';
  }
  const isTurned = isPassive(hit, understanding);
  if (isBefore) {
    if (preposition === 'by') return 'doer';
    if (preposition !== null && preposition !== 'of') return 'beside';
    if (isFragmentOf(mention, hit, understanding)) return 'any';
    return isTurned ? 'other' : 'doer';
  }
  if (preposition === 'by') return 'doer';
  if (preposition !== null && !hit.phrase.words.includes(preposition))
    return TOWARDS.has(preposition) ? 'any' : 'beside';
  return isTurned ? 'any' : 'other';
}

/** "Marr captured?": nothing says whether he did it or had it done to him. */
function isFragmentOf(mention: Mention, hit: PhraseHit, { wh, tokens, mentions }: Understanding): boolean {
  if (wh !== 'fragment') return false;
  const rest = tokens.slice(hit.to + 1);
  return mentions.length === 1 && mention.to < hit.from && !rest.some((token) => token.folded === 'by');
}

/** "Which founders *did the League* have?": whose founders they are, not who founds. */
function isHaver({ from, to }: Mention, hit: PhraseHit, { tokens }: Understanding): boolean {
  const between = tokens.slice(hit.to + 1, from).some((token) => DO.has(token.folded));
  return between && tokens[to + 1]?.folded === 'have';
}

function prepositionBefore({ from }: Mention, { tokens }: Understanding): string | null {
  let at = from - 1;
  while (at >= 0 && ARTICLES.has(tokens[at]?.folded ?? '')) at -= 1;
  const word = tokens[at]?.folded ?? '';
  // "between X and Y": the second name stands as the first does.
  return PREPOSITIONS.has(word) ? word : null;
}

/** The sides of a claim on which a name of that role can stand. */
export function sidesOf(role: Role, hit: PhraseHit): readonly Side[] {
  const { doer, isDoerKnown, predicate } = hit.phrase;
  if (predicate.valueKind !== 'entity') return ['subject'];
  if (role === 'any' || role === 'beside' || predicate.isSymmetric || !isDoerKnown) return ['subject', 'value'];
  if (role === 'doer') return [doer];
  return [doer === 'subject' ? 'value' : 'subject'];
}
