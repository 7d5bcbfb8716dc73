import type { ClaimId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { type Term, type Terms, termsOf } from './terms.ts';
import { wordsOf } from './words.ts';

export interface StatementsFound {
  /** Claims whose statement holds the words, best first. */
  readonly claimIds: readonly ClaimId[];
  /** Words of the query that no statement holds, and what they were read as. */
  readonly corrected: Terms['corrected'];
}

/** Ranking costs per row, so only so many are ranked: the first in the order of ids, which is the order of telling. */
const RANKED = 150;
/** Without a statement that holds all words: a word in more than one statement of a hundred says too little alone. */
const RARE_SHARE = 0.01;
const RARE_AT_LEAST = 50;

const MATCHING = 'SELECT rowid AS id FROM statement_text WHERE statement_text MATCH ? ORDER BY rowid LIMIT ?';
const STATEMENTS = `SELECT claim.id, claim.statement FROM json_each(?) AS wanted
  CROSS JOIN claim ON claim.id = wanted.value WHERE claim.retracted_by IS NULL`;
const MOST_ID = 'SELECT MAX(id) AS id FROM claim';

/** Live claims whose statement holds all the words of `text`, else any of its rarer ones. */
export function searchStatements(database: Database, text: string, limit: number): StatementsFound {
  const { terms, corrected } = termsOf(database, text);
  if (terms.length === 0) return { claimIds: [], corrected };
  const all = matching(database, terms.map(matchOf).join(' AND '), terms);
  const claims = database.get<{ id: number | null }>(MOST_ID)?.id ?? 0;
  const ids = all.length > 0 ? all : anyRare(database, terms, claims);
  return { claimIds: rank(database, ids, terms, claims).slice(0, limit), corrected };
}

function matching(database: Database, match: string, terms: readonly Term[], limit = RANKED): readonly number[] {
  if (terms.some((term) => term.readings.length === 0)) return [];
  return database.all<{ id: number }>(MATCHING, match, limit).map((row) => row.id);
}

/** The rarest word first, until there is enough to rank. */
function anyRare(database: Database, terms: readonly Term[], claims: number): readonly number[] {
  const most = Math.max(RARE_AT_LEAST, claims * RARE_SHARE);
  const rare = terms.filter((term) => term.readings.length > 0 && claimsOf(term) <= most);
  const ids = new Set<number>();
  for (const term of rare.sort((a, b) => claimsOf(a) - claimsOf(b))) {
    for (const id of matching(database, matchOf(term), [term], RANKED - ids.size)) ids.add(id);
    if (ids.size >= RANKED) break;
  }
  return [...ids];
}

/** Words reach MATCH quoted, always: what people type is no query language. */
function matchOf(term: Term): string {
  return `(${term.readings.map(({ word }) => `"${word.replaceAll('"', '""')}"`).join(' OR ')})`;
}

function claimsOf(term: Term): number {
  return term.readings.reduce((sum, { claims }) => sum + claims, 0);
}

/** Rare words weigh more, in a row more still, in a short statement more than in a long one. */
function rank(database: Database, ids: readonly number[], terms: readonly Term[], claims: number): ClaimId[] {
  const weights = terms.map((term) => Math.log(1 + claims / Math.max(1, claimsOf(term))));
  const weightOf = new Map(terms.flatMap(({ readings }, at) => readings.map(({ word }) => [word, at] as const)));
  const rows = database.all<{ id: number; statement: string }>(STATEMENTS, JSON.stringify(ids));
  const scored = rows.map(({ id, statement }) => {
    const words = wordsOf(statement);
    const found = new Set<number>();
    let neighbours = 0;
    for (const [at, word] of words.entries()) {
      const term = weightOf.get(word);
      if (term === undefined) continue;
      found.add(term);
      const before = weightOf.get(words[at - 1] ?? '');
      if (before !== undefined && term === before + 1) neighbours += weights[term] ?? 0;
    }
    const weight = [...found].reduce((sum, term) => sum + (weights[term] ?? 0), neighbours / 2);
    return { id, score: weight / (1 + words.length / 60) };
  });
  return scored.sort((a, b) => b.score - a.score || a.id - b.id).map((one) => one.id as ClaimId);
}
