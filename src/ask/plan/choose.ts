import type { Claim } from '../../lore/claim.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { type Gathered, gather } from '../gather/gather.ts';
import { isPassive } from '../gather/roles.ts';
import type { Understanding } from '../reading/reading.ts';
import type { PhraseHit, Side } from '../words/phrases.ts';
import { kindsOf } from './kinds.ts';

/** What the question's words and the claims together make of it. */
export interface Choice {
  /** The best reading first; others that mean the same are beside it. */
  readonly best: Gathered;
  readonly beside: readonly Gathered[];
  readonly claims: readonly Claim[];
  readonly predicates: readonly string[];
  readonly score: number;
}

const MOST_TRIED = 16;
const FIT_BONUS = { exact: 2, event: 1.6, words: 1, none: 0 } as const;
/** Readings so close to the best one are taken together: "died" and "was killed". */
const CLOSE = 0.75;
const PLACES = new Set(['place', 'continuity']);

/** Tries every predicate that the words may mean on the claims there are; words weigh as much as evidence. */
export function choose(
  asked: Understanding,
  reader: LoreReader,
  hits: readonly PhraseHit[] = asked.hits,
): Choice | undefined {
  const tried = hits.slice(0, MOST_TRIED).map((hit) => {
    const gathered = answering(gather(hit, asked, reader), asked);
    return {
      gathered,
      score:
        hit.score +
        FIT_BONUS[gathered.fit] +
        (gathered.claims.length > 0 ? slot(gathered, asked, reader) : gathered.near.length > 0 ? 0.4 : 0),
    };
  });
  tried.sort((a, b) => b.score - a.score);
  const [best] = tried;
  if (best === undefined) return undefined;
  const beside = tried.slice(1).filter((one) => isOneMatter(one.gathered, best.gathered, best.score - one.score));
  const all = [best, ...beside].map(({ gathered }) => gathered);
  return {
    best: best.gathered,
    beside: beside.map(({ gathered }) => gathered),
    claims: onceEach(all.flatMap(({ claims }) => claims)),
    predicates: [...new Set(all.map(({ hit }) => hit.phrase.predicate.id))],
    score: best.score,
  };
}

/** "Who founded Ardent?" is not answered by a date, nor "Who ruled?" by an office: such claims are only near it. */
function answering(gathered: Gathered, { wh }: Understanding): Gathered {
  const { id, valueKind } = gathered.hit.phrase.predicate;
  const isWho = wh === 'who' || wh === 'whose';
  if (isWho && id === 'holds_position' && gathered.claims.length > 0 && askedSide(gathered) === 'value')
    return { ...gathered, claims: [], fit: 'none', near: gathered.claims };
  const isWhat = (wh === 'what' || wh === 'which') && valueKind === 'date';
  if ((!isWho && !isWhat) || gathered.args.length === 0 || valueKind === 'entity') return gathered;
  const isDeath = isWho && id === 'died';
  return isDeath && gathered.claims.length > 0 ? gathered : { ...gathered, claims: [], fit: 'none', near: [] };
}

/** The same words, borne out as well, about the same thing: two ways in which it is told. */
function isOneMatter(other: Gathered, best: Gathered, behind: number): boolean {
  if (other.claims.length === 0 || best.claims.length === 0 || other.fit !== best.fit) return false;
  const isSamePlace = other.hit.covers.some((at) => best.hit.covers.includes(at));
  return isSamePlace && behind <= CLOSE && isKin(other.hit, best.hit) && askedSide(other) === askedSide(best);
}

/** One implies the other, or both give the same kind of value. */
function isKin(a: PhraseHit, b: PhraseHit): boolean {
  const [one, two] = [a.phrase.predicate, b.phrase.predicate];
  if (one.id === two.id) return false;
  const isImplied = one.implies.includes(two.id) || two.implies.includes(one.id);
  return isImplied || (one.valueKind === two.valueKind && a.phrase.words.join(' ') === b.phrase.words.join(' '));
}

/** How well the predicate gives the kind of thing that is asked for. */
function slot(gathered: Gathered, asked: Understanding, reader: LoreReader): number {
  const { hit, claims } = gathered;
  const { wh, noun, tokens } = asked;
  const { valueKind } = hit.phrase.predicate;
  const kindsOfValue = (claim: Claim): string =>
    claim.value.kind === 'entity' ? (reader.entity(claim.value.entity)?.kind ?? '') : claim.value.kind;
  const [first] = claims;
  switch (wh) {
    case 'when':
      return (claims.some((claim) => claim.date !== null) ? 0.6 : 0) + (valueKind === 'date' ? 0.6 : 0);
    case 'where':
      return first !== undefined && PLACES.has(kindsOfValue(first)) ? 0.9 : 0;
    case 'who':
    case 'whose':
      return valueKind === 'entity' && first !== undefined && !PLACES.has(kindsOfValue(first)) ? 0.7 : 0;
    case 'how-many':
      return valueKind === 'quantity' ? 1.5 : 0;
    case 'what':
    case 'which': {
      const wanted = noun.flatMap((at) => kindsOf(tokens[at]?.folded ?? ''));
      const side = askedSide(gathered, asked);
      const kindAt = (claim: Claim): string =>
        side === 'subject' ? (reader.entity(claim.subject)?.kind ?? '') : kindsOfValue(claim);
      return wanted.length === 0 ? 0 : claims.some((claim) => wanted.includes(kindAt(claim))) ? 0.9 : -1.5;
    }
    case 'how-long':
      return valueKind === 'text' ? 0.8 : 0;
    default:
      return 0;
  }
}

/** The side that is asked for: the one on which no name of the question stands. */
export function askedSide({ args, hit, claims }: Gathered, asked: Understanding | null = null): Side {
  const [claim] = claims;
  const isFilled = (side: Side): boolean =>
    claim !== undefined &&
    args.some(({ named }) =>
      side === 'subject'
        ? named.ids.has(claim.subject)
        : claim.value.kind === 'entity' && named.ids.has(claim.value.entity),
    );
  if (isFilled('subject') && !isFilled('value')) return 'value';
  if (isFilled('value') && !isFilled('subject')) return 'subject';
  if (hit.phrase.predicate.valueKind !== 'entity') return args.length === 0 ? 'subject' : 'value';
  const isDone = args.length === 0 && asked !== null && isPassive(hit, asked);
  return isDone ? (hit.phrase.doer === 'subject' ? 'value' : 'subject') : hit.phrase.doer;
}
