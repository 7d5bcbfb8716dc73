import type { Holder } from '../../lookup/regents.ts';
import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import type { OpenWindow } from '../../lore/time/bounds.ts';
import type { Line, Variant } from '../answer.ts';
import { isAbout, mentionsAny, namesOfEntities, wordsOfClaim } from '../gather/touching.ts';
import type { Mention } from '../reading/reading.ts';
import type { Context } from './context.ts';

export const HOLDS = 'holds_position';

/** A holder as a line of the answer; one of another timeline is told as such. */
export function lineOf(one: Holder, context: Context): Extract<Line, { readonly kind: 'holder' }> {
  const { timeline } = context.asked;
  const isBefore = timeline !== null && one.continuity !== timeline.id;
  return {
    kind: 'holder',
    holder: one,
    role: !isHome(context)(one) ? 'elsewhere' : isBefore ? 'before-branch' : 'main',
  };
}

/** Whether a holding is told in the timeline that answers, or in one it grew out of. */
export function isHome({ asked, reader }: Context): (one: Holder) => boolean {
  const wanted = asked.timeline ?? reader.continuities.home;
  const line = new Set(reader.continuities.lineage(wanted.id).map((node) => node.id));
  return (one) => line.has(one.continuity);
}

/** Whether the account, work and timeline that were asked for tell of the holding. */
export function isTold(one: Holder, context: Context): boolean {
  const { account, work, timeline } = context.asked;
  if (timeline !== null && !isHome(context)(one)) return false;
  const claims = claimsOf(one);
  return (
    (account === null || claims.some((claim) => claim.account === account.id)) &&
    (work === null || claims.some((claim) => claim.citations.some((citation) => citation.work === work.entity)))
  );
}

/** All claims that a holding rests on. */
export function claimsOf(one: Holder): readonly Claim[] {
  return one.facts.flatMap((fact) => fact.claims);
}

/** Another name in the question ("Warden *of the Outer Reach*") must have to do with the office or the holding. */
export function isOf(one: Holder, office: Entity, limit: Mention, { reader }: Context): boolean {
  const named = namesOfEntities(limit.entities, reader);
  const ownNames = namesOfEntities([office], reader).names.map((name) => ` ${name} `);
  if (named.names.some((name) => ownNames.some((own) => own.includes(` ${name} `)))) return true;
  const links = [...reader.claimsBySubject(office.id), ...reader.claimsByObject(office.id, 'ruled_by')];
  return (
    links.some((claim) => isAbout(claim, named)) || claimsOf(one).some((claim) => mentionsAny(claim, named, reader))
  );
}

/** A holder as one of the values of the answer. */
export function variantOf(one: Holder, isInferred: boolean): Variant {
  const claims = claimsOf(one);
  const [first] = claims;
  if (first === undefined) throw new Error('a holder without a claim');
  return {
    claim: claims.find((claim) => claim.date !== null) ?? first,
    part: 'subject',
    continuity: one.continuity,
    claims: claims.map((claim) => claim.id),
    isInferred,
  };
}

/** A name that the lorebook does not know ("captain of the *Defiant*") must at least stand in the words of the claims. */
export function holdsUnknown(one: Holder, { asked, reader }: Context): boolean {
  const words = claimsOf(one)
    .map((claim) => wordsOfClaim(claim, reader))
    .join(' ');
  return asked.unknown.every((at) => words.includes(` ${asked.tokens[at]?.bare ?? ''} `));
}

/** Nobody is taken to hold an office for more than a hundred years on the strength of having begun. */
const LONGEST_GUESS = 100 * 366;

/**
 * The last one named before the span, whose term began and is not said to have ended: it goes on, for all that is told.
 * What is seen "as of" a year does not.
 */
export function stillHolding(all: readonly Holder[], { min, max }: OpenWindow, context: Context): Holder | undefined {
  const dated = all.filter((one) => isHome(context)(one) && one.term.knownFrom !== null);
  const isLater = dated.some((one) => (one.term.knownFrom ?? 0) > (max ?? Number.POSITIVE_INFINITY));
  const last = dated
    .filter((one) => (one.term.knownTo ?? one.term.knownFrom ?? 0) < (min ?? Number.NEGATIVE_INFINITY))
    .at(-1);
  if (last === undefined || isLater || min === null || last.term.endsBy !== null) return undefined;
  const isNear = min - (last.term.knownFrom ?? min) < LONGEST_GUESS;
  const isOpen = claimsOf(last).some((claim) => claim.bounds.sLo !== null && claim.bounds.eHi === null);
  return isNear && isOpen ? last : undefined;
}
