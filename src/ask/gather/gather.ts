import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Mention, Understanding } from '../reading/reading.ts';
import { timeOf } from '../reading/reading.ts';
import type { PhraseHit, Side } from '../words/phrases.ts';
import { type Role, roleOf, sidesOf } from './roles.ts';
import {
  eventOf,
  eventsAt,
  eventsNamedAfter,
  isAbout,
  mentionsAny,
  type Named,
  namesOfEntities,
  touchOf,
} from './touching.ts';

export interface Arg {
  readonly mention: Mention;
  readonly role: Role;
  readonly sides: readonly Side[];
  readonly named: Named;
}

/** How well the claims fit the names of the question. */
export type Fit = 'exact' | 'event' | 'words' | 'none';

export interface Gathered {
  readonly hit: PhraseHit;
  readonly args: readonly Arg[];
  readonly claims: readonly Claim[];
  readonly fit: Fit;
  /** Where no claim fits all names: those that fit one of them, for a premise that nobody states. */
  readonly near: readonly Claim[];
}

/** Told of so many things that without a name nothing is meant by it. */
const TOO_WIDE = new Set([
  'fate',
  'date',
  'location',
  'participant',
  'outcome',
  'status',
  'described_as',
  'part_of',
  'located_in',
  'title',
  'existed',
  'motive',
  'count_of',
  'continuity_of',
]);
/** What is told of an event is asked for by the place it happened at. */
const OF_EVENTS = new Set(['participant', 'victor', 'date', 'outcome', 'commanded_by', 'caused_by']);
const MOST_SCANNED = 200;
const MOST_OF_SPAN = 600;

/** The claims of one predicate that fit the names in the question, each on the side where grammar puts it. */
export function gather(hit: PhraseHit, understanding: Understanding, reader: LoreReader): Gathered {
  const mentions = hit.phrase.predicate.isSymmetric ? understanding.mentions : joined(understanding);
  const args = mentions.map((mention): Arg => {
    const role = roleOf(mention, hit, understanding);
    return { mention, role, sides: sidesOf(role, hit), named: namesOfEntities(mention.entities, reader) };
  });
  if (hit.phrase.isDoerOutside && args.some(({ role }) => role === 'doer')) {
    return ofLosers(hit, args, understanding, reader);
  }
  const predicates = familyOf(hit, reader);
  if (args.length === 0) {
    const claims = unanchored(predicates, understanding, reader);
    return { hit, args, claims, fit: claims.length > 0 ? 'exact' : 'none', near: [] };
  }
  const near: Claim[] = [];
  let best: Claim[] = [];
  let bestFit: Fit = 'none';
  for (const anchor of ordered(args)) {
    const anchored = claimsOf(anchor, predicates, reader);
    if (anchored.length === 0) continue;
    const { claims, fit } = fitting(
      anchored,
      args.filter((arg) => arg !== anchor),
      reader,
    );
    if (claims.length === 0) near.push(...anchored);
    else if (rank(fit) < rank(bestFit)) {
      best = claims;
      bestFit = fit;
    }
    if (bestFit === 'exact') break;
  }
  if (best.length === 0 && args.length > 1 && understanding.wh !== 'yes-no') {
    best = inWords(predicates, args, reader);
    if (best.length > 0) bestFit = 'words';
  }
  return { hit, args, claims: onceEach(best), fit: best.length === 0 ? 'none' : bestFit, near: onceEach(near) };
}

/** "When did the Alliance lose the keep?": the loser stands on neither side of what another captured. */
function ofLosers(hit: PhraseHit, args: readonly Arg[], understanding: Understanding, reader: LoreReader): Gathered {
  const losers = args.filter(({ role }) => role === 'doer');
  const rest = args.filter((arg) => !losers.includes(arg)).map(({ mention }) => mention);
  const gathered =
    rest.length > 0 ? gather(hit, { ...understanding, mentions: rest }, reader) : withThem(hit, args, reader);
  const isTheirs = (claim: Claim): boolean =>
    losers.some((arg) => isOnSide(claim, { ...arg, sides: ['subject', 'value'] }));
  const claims = gathered.claims.filter((claim) => !isTheirs(claim));
  const near = gathered.claims.filter(isTheirs);
  return { ...gathered, args, claims, fit: claims.length === 0 ? 'none' : gathered.fit, near };
}

/** "Which battles did the Union lose?": what is told by the predicate of anything that they had a part in. */
function withThem(hit: PhraseHit, args: readonly Arg[], reader: LoreReader): Gathered {
  const claims = familyOf(hit, reader)
    .flatMap((predicate) => reader.claimsByPredicate(predicate, MOST_SCANNED))
    .filter((claim) => args.every((arg) => ['is', 'event'].includes(touchOf(claim, arg.named, reader))));
  return { hit, args, claims, fit: claims.length > 0 ? 'event' : 'none', near: [] };
}

/** "Kira and Bashir": what is told of either answers for both. */
function joined({ mentions, tokens }: Understanding): readonly Mention[] {
  const all: Mention[] = [];
  for (const mention of mentions) {
    const last = all.at(-1);
    const between = last === undefined ? [] : tokens.slice(last.to + 1, mention.from).map((token) => token.folded);
    const isJoined = between[0] === 'and' && between.slice(1).every((word) => word === 'the');
    if (last === undefined || !isJoined) all.push(mention);
    else all.splice(-1, 1, { ...last, to: mention.to, entities: [...last.entities, ...mention.entities] });
  }
  return all;
}

function rank(fit: Fit): number {
  return ['exact', 'event', 'words', 'none'].indexOf(fit);
}

/** The predicate and those that imply it: mother and father for parent. */
export function familyOf({ phrase }: PhraseHit, reader: LoreReader): readonly string[] {
  const { id } = phrase.predicate;
  return [id, ...reader.predicates.all.filter((other) => other.implies.includes(id)).map((other) => other.id)];
}

/** Names with a part in the sentence first, what stands beside it last. */
function ordered(args: readonly Arg[]): readonly Arg[] {
  const order: readonly Role[] = ['other', 'doer', 'any', 'beside'];
  return [...args].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role));
}

function claimsOf({ mention, sides }: Arg, predicates: readonly string[], reader: LoreReader): readonly Claim[] {
  const own = onceEach(mention.entities.flatMap((entity) => claimsOfEntity(entity, sides, predicates, reader)));
  if (own.length > 0 || !predicates.some((predicate) => OF_EVENTS.has(predicate))) return own;
  const events = mention.entities.flatMap((entity) => [
    ...eventsAt(entity, reader),
    ...(predicates.includes('caused_by') ? eventsNamedAfter(entity, reader) : []),
  ]);
  return onceEach(events.flatMap((event) => claimsOfEntity(event, ['subject'], predicates, reader)));
}

/** Claims of these predicates in which it stands on one of the sides. */
export function claimsOfEntity(
  entity: Entity,
  sides: readonly Side[],
  predicates: readonly string[],
  reader: LoreReader,
): readonly Claim[] {
  return predicates.flatMap((predicate) => [
    ...(sides.includes('subject') ? reader.claimsBySubject(entity.id, predicate) : []),
    ...(sides.includes('value') ? reader.claimsByObject(entity.id, predicate) : []),
    ...(isOccasion(entity)
      ? reader
          .claimsByQualifier(entity.id)
          .filter((claim) => claim.predicate === predicate && eventOf(claim) === entity.id)
      : []),
  ]);
}

/** Whether it is something that happened, by which other things can be dated. */
export function isOccasion({ kind }: Entity): boolean {
  return kind === 'event' || kind === 'battle';
}

function fitting(
  claims: readonly Claim[],
  others: readonly Arg[],
  reader: LoreReader,
): { readonly claims: Claim[]; readonly fit: Fit } {
  const exact = claims.filter((claim) => others.every((arg) => isOnSide(claim, arg)));
  if (exact.length > 0) return { claims: exact, fit: 'exact' };
  // A name with a part of its own in the sentence must stand on its side; only what is beside it may come in by the event.
  const strict = others.filter((arg) => arg.role === 'doer' || arg.role === 'other');
  const candidates = claims.filter((claim) => strict.every((arg) => isOnSide(claim, arg)));
  const loose = others.filter((arg) => !strict.includes(arg));
  for (const fit of ['event', 'words'] as const) {
    const wanted = candidates.filter((claim) =>
      loose.every((arg) => {
        const touch = touchOf(claim, arg.named, reader);
        return fit === 'words' ? touch !== 'no' : touch === 'is' || touch === 'event';
      }),
    );
    if (wanted.length > 0) return { claims: wanted, fit };
  }
  return { claims: [], fit: 'none' };
}

function isOnSide(claim: Claim, { sides, named, role }: Arg): boolean {
  if (sides.includes('subject') && named.ids.has(claim.subject)) return true;
  if (sides.includes('value') && claim.value.kind === 'entity' && named.ids.has(claim.value.entity)) return true;
  return (role === 'any' || role === 'beside') && isAbout(claim, named);
}

/** Claims that name all of them in their words, of a predicate that is not told of any of them as such. */
function inWords(predicates: readonly string[], args: readonly Arg[], reader: LoreReader): Claim[] {
  return predicates
    .flatMap((predicate) => reader.claimsByPredicate(predicate, MOST_SCANNED))
    .filter((claim) => args.every((arg) => mentionsAny(claim, arg.named, reader) && !isOnWrongSide(claim, arg)));
}

/** Named as one that did it, where the question has it done to him. */
function isOnWrongSide(claim: Claim, arg: Arg): boolean {
  const isHard = arg.role === 'doer' || arg.role === 'other';
  return isHard && isAbout(claim, arg.named) && !isOnSide(claim, arg);
}

/** Without a name: what was told to begin in the span, or the first claims of the predicate. */
function unanchored(predicates: readonly string[], understanding: Understanding, reader: LoreReader): readonly Claim[] {
  const time = timeOf(understanding);
  // "Who took command after he died?": of whom, is not said.
  if (understanding.occasion !== null) return [];
  if (predicates.some((predicate) => TOO_WIDE.has(predicate))) return [];
  if (time === null) return predicates.flatMap((predicate) => reader.claimsByPredicate(predicate, MOST_SCANNED));
  return reader
    .claimsBeginning({ from: time.span.min, to: time.span.max }, MOST_OF_SPAN)
    .filter((claim) => predicates.includes(claim.predicate));
}
