import type { FindOptions } from '../../lore/finder.ts';
import type { Database } from '../database.ts';
import type { Aim } from './closeness.ts';
import { freshNames } from './fresh.ts';
import { gramCodes } from './grams.ts';
import { membersOf, prefixedNames } from './lookups.ts';
import { mostIndexedId, type NameRow, namesOf } from './name-text.ts';
import { popularIds } from './popular.ts';
import { postingsOf } from './postings.ts';
import { tally } from './tally.ts';

/** The more pieces, the better their number tells names apart, and the fewer need a closer look. */
const [FEWEST_CANDIDATES, MOST_CANDIDATES] = [45, 150];
const PIECES_COMPARED = 1_500;
/** A kind with no more members than this is searched whole; for a larger one the best of all kinds are sifted. */
const SMALL_KIND = 2_000;
const SIFTED = 1_000;
/** For a letter or two: what is most told begins the list. */
const POPULAR = 200;
const SHORT = 2;

/** Names worth comparing with the query: the same, those that go on after it, and those that share the most pieces. */
export function candidateNames(
  database: Database,
  aim: Aim,
  same: readonly NameRow[],
  { purpose, limit, kinds }: FindOptions,
): NameRow[] {
  const kindList = kinds === undefined ? null : JSON.stringify(kinds);
  const rows = [...same, ...prefixedNames(database, aim.folded, kinds, limit * 2)];
  if (aim.folded.length <= SHORT) rows.push(...namesOf(database, popularIds(database, kindList, POPULAR), kindList));
  // A list that is full of names that begin with what was typed needs no misspelt ones.
  if (purpose === 'suggest' && new Set(rows.map((row) => row.id)).size >= limit) return rows;
  return [...rows, ...namesByPieces(database, aim.folded, kindList)];
}

function namesByPieces(database: Database, folded: string, kinds: string | null): NameRow[] {
  const codes = gramCodes(folded);
  const wanted = Math.min(MOST_CANDIDATES, Math.max(FEWEST_CANDIDATES, Math.round(PIECES_COMPARED / codes.length)));
  const postings = postingsOf(database, 'name_gram');
  const counted = tally(postings, codes, mostIndexedId(database), freshNames(database));
  if (kinds === null) return namesOf(database, counted.best(wanted), null);
  const members = membersOf(database, kinds, SMALL_KIND + 1);
  if (members.length <= SMALL_KIND) return namesOf(database, counted.bestOf(members, wanted), null);
  const sifted = namesOf(database, counted.best(wanted), kinds);
  return sifted.length > wanted / 4 ? sifted : namesOf(database, counted.best(SIFTED), kinds);
}
