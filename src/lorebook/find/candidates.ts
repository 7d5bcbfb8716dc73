import type { FindOptions } from '../../lore/finder.ts';
import type { Database } from '../database.ts';
import type { Aim } from './closeness.ts';
import { gramCodes } from './grams.ts';
import { membersOf, prefixedNames } from './lookups.ts';
import { mostIndexedId, type NameRow, namesOf } from './name-text.ts';
import { popularIds } from './popular.ts';
import { postingsOf } from './postings.ts';
import { tally } from './tally.ts';

const CANDIDATES = 150;
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
  const counted = tally(postingsOf(database, 'name_gram'), gramCodes(folded), mostIndexedId(database));
  if (kinds === null) return namesOf(database, counted.best(CANDIDATES), null);
  const members = membersOf(database, kinds, SMALL_KIND + 1);
  if (members.length <= SMALL_KIND) return namesOf(database, counted.bestOf(members, CANDIDATES), null);
  const sifted = namesOf(database, counted.best(CANDIDATES), kinds);
  return sifted.length > CANDIDATES / 4 ? sifted : namesOf(database, counted.best(SIFTED), kinds);
}
