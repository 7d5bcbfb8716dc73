import { type FindPurpose, MATCHES, type Match } from '../../lore/finder.ts';
import type { Database } from '../database.ts';
import { type Aim, type Closeness, closenessOf } from './closeness.ts';
import { claimsOf, type NameRow } from './entity-names.ts';

/** A name or alias and how close it came. */
export interface Scored {
  readonly row: NameRow;
  readonly cost: number;
  readonly match: Match;
  /** Live claims about the entity; 0 until the shortlist is made. */
  readonly told: number;
}

/** So many of the closest are looked at more closely. */
const SHORTLIST: Readonly<Record<FindPurpose, number>> = { suggest: 40, resolve: 60 };

/** The closest names, best first: by cost, then by how they match, then by what is told of the entity. */
export function ranked(database: Database, aim: Aim, rows: readonly NameRow[], purpose: FindPurpose): Scored[] {
  const scored: Scored[] = [];
  for (const row of rows) {
    const closeness = closenessOf(aim, row.folded);
    if (closeness.cost <= aim.mostCost)
      scored.push({ row, cost: closeness.cost, match: matchOf(row, closeness), told: 0 });
  }
  scored.sort(byCost);
  const last = scored[SHORTLIST[purpose] - 1];
  const shortlist = last === undefined ? scored : scored.filter((one) => one.cost <= last.cost);
  const claims = claimsOf(
    database,
    shortlist.map((one) => one.row.id),
  );
  return shortlist
    .map((one) => ({ ...one, told: claims.get(one.row.id) ?? 0 }))
    .sort((a, b) => byRank(a, b) || byText(a, b))
    .slice(0, SHORTLIST[purpose]);
}

/** The best name of each entity, in the order given. */
export function onePerEntity(scored: readonly Scored[]): Scored[] {
  const seen = new Set<number>();
  return scored.filter(({ row }) => !seen.has(row.id) && seen.add(row.id));
}

/** Negative when `a` stands before `b` by everything but its text. */
export function byRank(a: Scored, b: Scored): number {
  return byCost(a, b) || b.told - a.told;
}

function byCost(a: Scored, b: Scored): number {
  return a.cost - b.cost || MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match);
}

function byText(a: Scored, b: Scored): number {
  const [left, right] = [a.row, b.row];
  if (left.folded.length !== right.folded.length) return left.folded.length - right.folded.length;
  return left.folded === right.folded ? left.id - right.id : left.folded < right.folded ? -1 : 1;
}

function matchOf(row: NameRow, { nearness }: Closeness): Match {
  switch (nearness) {
    case 'same':
      return row.isAlias ? 'alias' : 'exact';
    case 'beginning':
    case 'word':
      return 'prefix';
    case 'spelling':
    case 'order':
      return nearness;
  }
}
