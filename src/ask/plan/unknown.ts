import type { Claim } from '../../lore/claim.ts';
import { wordsOfClaim } from '../gather/touching.ts';
import { coveredBy } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
import { synonymsOf } from '../words/synonyms.ts';
import type { Choice } from './choose.ts';
import type { Context } from './context.ts';

/**
 * Words of the question that look like names and are in none of the claims: nobody says it of them. A word right
 * before a name only colours it.
 */
export function unknownLeft(choice: Choice, { asked, reader }: Context): readonly string[] {
  const words = new Set(choice.claims.flatMap((claim) => wordsOfClaim(claim, reader).trim().split(' ').map(stem)));
  return asked.unknown.flatMap((at) => {
    const token = asked.tokens[at];
    if (token === undefined || words.has(token.stem)) return [];
    const isBeforeName = coveredBy(at + 1, asked.mentions) && !token.isCapital;
    return isBeforeName ? [] : [token.text];
  });
}

/**
 * Everyday words that nothing explains, where nothing else holds the question to its matter: without a name, or where
 * a yes is at stake ("did they win *the war*"). Claims that do not hold them do not answer.
 */
export function holdingTheRest(claims: readonly Claim[], choice: Choice, { asked, reader }: Context): readonly Claim[] {
  const said = new Set([choice.best, ...choice.beside].flatMap(({ hit }) => hit.covers));
  const isFree = choice.best.args.length === 0;
  const last = choice.best.hit.to;
  const rest = asked.loose.filter((at) => !said.has(at) && !asked.noun.includes(at) && (isFree || at > last));
  const stems = rest.flatMap((at) => asked.tokens[at]?.stem ?? []).filter((one) => !WEAK.has(one));
  if (stems.length === 0) return claims;
  return claims.filter((claim) => {
    const words = new Set(wordsOfClaim(claim, reader).trim().split(' ').map(stem));
    return stems.every((one) => synonymsOf(one).some((other) => words.has(other)));
  });
}

const WEAK = new Set(
  [
    'time',
    'year',
    'thing',
    'people',
    'person',
    'happen',
    'place',
    'tak',
    'really',
    'first',
    'last',
    'later',
    'earlier',
    'member',
  ].map(stem),
);
