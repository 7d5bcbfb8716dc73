import { wordsOfClaim } from '../gather/touching.ts';
import { coveredBy } from '../reading/reading.ts';
import { stem } from '../words/stem.ts';
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
