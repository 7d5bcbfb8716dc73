import type { Token } from '../words/tokens.ts';

const SAY = /^(?:say|says|said|tell|tells|told|claim|claims|state|states|report|reports)$/;
const MOST_WORDS = 5;

/**
 * "According to the Annals, …", "What do the Annals say of …": a source that the lorebook does not have, as it was typed;
 * null where none is named. `isLoose` tells which tokens nothing explains.
 */
export function unknownAccountIn(tokens: readonly Token[], isLoose: (at: number) => boolean): string | null {
  const according = tokens.findIndex((token, at) => token.folded === 'according' && tokens[at + 1]?.folded === 'to');
  if (according !== -1) return nameFrom(tokens, according + 2, isLoose, () => true);
  const asks = /^(?:what|which|who|when|where|how)$/.test(tokens[0]?.folded ?? '');
  const does = /^(?:does|do|did)$/.test(tokens[1]?.folded ?? '');
  return asks && does ? nameFrom(tokens, 2, isLoose, (after) => SAY.test(after?.folded ?? '')) : null;
}

/** The unexplained words from there on, if all are written as a name and what follows them is right. */
function nameFrom(
  tokens: readonly Token[],
  from: number,
  isLoose: (at: number) => boolean,
  isEnd: (after: Token | undefined) => boolean,
): string | null {
  const start = tokens[from]?.folded === 'the' ? from + 1 : from;
  let end = start;
  while (end - start < MOST_WORDS && tokens[end] !== undefined && isLoose(end) && tokens[end]?.isCapital === true) {
    end += 1;
    if (tokens[end - 1]?.endsClause === true) break;
  }
  if (end === start || !isEnd(tokens[end])) return null;
  return tokens
    .slice(start, end)
    .map((token) => token.text)
    .join(' ');
}
