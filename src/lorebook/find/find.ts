import type { FindOptions, FindPurpose, Found, Hit } from '../../lore/finder.ts';
import { fold } from '../../lore/fold.ts';
import type { Database } from '../database.ts';
import { candidateNames } from './candidates.ts';
import { clearest } from './clear-winner.ts';
import { type Aim, aimOf } from './closeness.ts';
import { hitsOf, popularHits } from './hits.ts';
import { namesAsWritten, sameNames } from './lookups.ts';
import type { NameRow } from './name-text.ts';
import { onePerEntity, ranked, type Scored } from './ranking.ts';

/** Longer than any name; what comes after is not read. */
const MOST_TYPED = 1_000;
/** Letters that are compared where the whole text is no name. */
const MOST_COMPARED = 100;
/** How far from the query a name may be and still be shown. */
const EDITS_A_LETTER: Readonly<Record<FindPurpose, number>> = { suggest: 0.5, resolve: 0.35 };

/** Finds entities by name or alias, however badly typed; see `FindOptions`. */
export function find(database: Database, text: string, options: FindOptions): Found {
  const typed = text.slice(0, MOST_TYPED).trim();
  const folded = fold(typed);
  if (typed === '') return { verdict: 'none', hits: popularHits(database, options) };
  const kinds = options.kinds === undefined ? null : JSON.stringify(options.kinds);
  const same = folded === '' ? namesAsWritten(database, typed, kinds) : sameNames(database, folded, kinds);
  if (folded === '' || (options.purpose === 'resolve' && same.length > 0)) {
    return foundSame(database, typed, same, options);
  }
  const aim = aimOf(folded.slice(0, MOST_COMPARED).trim(), EDITS_A_LETTER[options.purpose]);
  const scored = ranked(database, aim, candidateNames(database, aim, same, options), options.purpose);
  if (options.purpose === 'resolve') return resolved(database, typed, aim, scored, options);
  return { verdict: 'several', hits: hitsOf(database, typed, aim, onePerEntity(scored), options.limit) };
}

/** Names before aliases; of several alike, the one that is written as it was typed. */
function foundSame(database: Database, typed: string, same: readonly NameRow[], options: FindOptions): Found {
  const names = same.filter((row) => !row.isAlias);
  const meant = options.purpose === 'suggest' || names.length === 0 ? same : names;
  const aim = aimOf(meant[0]?.folded ?? '', 0);
  const hits = hitsOf(database, typed, aim, onePerEntity(ranked(database, aim, meant, options.purpose)), options.limit);
  const written = hits.filter((hit) => hit.matched === typed);
  return one(written) ?? one(hits) ?? { verdict: hits.length === 0 ? 'none' : 'several', hits };
}

function resolved(
  database: Database,
  typed: string,
  aim: Aim,
  scored: readonly Scored[],
  { limit }: FindOptions,
): Found {
  const clear = onePerEntity(clearest(aim.words, scored));
  const hits = hitsOf(database, typed, aim, clear.length > 0 ? clear : onePerEntity(scored), limit);
  if (clear.length === 0) return { verdict: 'none', hits };
  return clear.length === 1 ? { verdict: 'one', hits } : { verdict: 'several', hits };
}

function one(hits: readonly Hit[]): Found | undefined {
  return hits.length === 1 ? { verdict: 'one', hits } : undefined;
}
