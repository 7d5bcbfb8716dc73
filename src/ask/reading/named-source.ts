import type { Account } from '../../lore/account.ts';
import { fold } from '../../lore/fold.ts';
import type { LoreReader } from '../../lore/reader.ts';
import { ARTICLES, AUXILIARIES } from '../words/lists.ts';
import type { Token } from '../words/tokens.ts';

const SAY =
  /^(?:say|says|said|tell|tells|told|claim|claims|state|states|report|reports|call|calls|called|describe|describes)$/;
const ASKING = /^(?:who|whom|whose|what|which|when|where|why|how)$/;
const MOST_WORDS = 5;

/** Where the question names whoever tells it: "according to *the Annals*", "What do *the Annals* say of …". */
function sourceSpan(tokens: readonly Token[]): readonly number[] {
  const according = tokens.findIndex((token, at) => token.folded === 'according' && tokens[at + 1]?.folded === 'to');
  if (according !== -1) return runFrom(tokens, according + 2);
  const isAsked = ASKING.test(tokens[0]?.folded ?? '') && /^(?:does|do|did)$/.test(tokens[1]?.folded ?? '');
  const run = isAsked ? runFrom(tokens, 2) : [];
  return SAY.test(tokens[(run.at(-1) ?? 0) + 1]?.folded ?? '') ? run : [];
}

/** The words from there to the end of the clause, or to the next word that asks or says. */
function runFrom(tokens: readonly Token[], from: number): readonly number[] {
  const run: number[] = [];
  for (let at = from; at < tokens.length && run.length < MOST_WORDS; at += 1) {
    const token = tokens[at];
    if (token === undefined || ASKING.test(token.folded) || AUXILIARIES.has(token.folded) || SAY.test(token.folded))
      break;
    if (run.length > 0 || !ARTICLES.has(token.folded)) run.push(at);
    if (token.endsClause) break;
  }
  return run;
}

/** An account by some words of its title ("the Letters" of "Letters of the Exiles") that no other title holds. */
export function accountByShortName(
  tokens: readonly Token[],
  reader: LoreReader,
): { readonly account: Account; readonly tokens: readonly number[] } | null {
  const run = sourceSpan(tokens);
  const words = run.flatMap((at) => tokens[at]?.folded ?? []).filter((word) => !ARTICLES.has(word));
  if (words.length === 0) return null;
  const meant = reader.accounts.filter(({ title }) => {
    const own = new Set(fold(title).split(' '));
    return words.every((word) => own.has(word));
  });
  const [account] = meant;
  return account === undefined || meant.length > 1 ? null : { account, tokens: run };
}

/** A source that the lorebook does not have, as it was typed; null where none is named. `isLoose`: what nothing explains. */
export function unknownSourceIn(tokens: readonly Token[], isLoose: (at: number) => boolean): string | null {
  const run = sourceSpan(tokens);
  const isName = run.length > 0 && run.every((at) => isLoose(at) && tokens[at]?.isCapital === true);
  return isName ? run.map((at) => tokens[at]?.text ?? '').join(' ') : null;
}
