import type { Entity } from '../../lore/entity.ts';
import { type FindPurpose, MATCHES, type Match } from '../../lore/finder.ts';
import type { Database } from '../database.ts';
import { type Aim, type Closeness, closenessOf } from './closeness.ts';
import { claimsOf, entitiesOf } from './entity-names.ts';
import type { NameRow } from './name-text.ts';

interface Near {
  readonly row: NameRow;
  readonly cost: number;
  readonly match: Match;
}

/** A name or alias, whose it is, and how close it came. */
export interface Scored extends Near {
  readonly entity: Entity;
  /** Live claims about the entity. */
  readonly told: number;
}

/** So many of the closest are looked at more closely. */
const SHORTLIST: Readonly<Record<FindPurpose, number>> = { suggest: 30, resolve: 60 };
/** Among more equals than this, what is told of them is not asked. */
const MOST_EQUALS = 200;

/** The closest names, best first: by cost, then by how they match, then by what is told of the entity. */
export function ranked(database: Database, aim: Aim, rows: readonly NameRow[], purpose: FindPurpose): Scored[] {
  const near: Near[] = [];
  for (const row of rows) {
    const closeness = closenessOf(aim, row.folded);
    if (closeness !== undefined) near.push({ row, cost: closeness.cost, match: matchOf(row, closeness) });
  }
  near.sort((a, b) => byCost(a, b) || byText(a.row, b.row));
  const last = near[SHORTLIST[purpose] - 1];
  const shortlist = near.filter((one, at) => last === undefined || (one.cost <= last.cost && at < MOST_EQUALS));
  const ids = shortlist.map((one) => one.row.id);
  const claims = claimsOf(database, ids);
  const told = (one: Near): number => claims.get(one.row.id) ?? 0;
  shortlist.sort((a, b) => byCost(a, b) || told(b) - told(a));
  const kept = shortlist.slice(0, SHORTLIST[purpose]);
  const entities = entitiesOf(
    database,
    kept.map((one) => one.row.id),
  );
  return kept.flatMap((one) => {
    const entity = entities.get(one.row.id);
    return entity === undefined ? [] : [{ ...one, entity, told: told(one) }];
  });
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

const PLACE = new Map(MATCHES.map((match, at) => [match, at]));

function byCost(a: Near, b: Near): number {
  return a.cost - b.cost || (PLACE.get(a.match) ?? 0) - (PLACE.get(b.match) ?? 0);
}

function byText(a: NameRow, b: NameRow): number {
  if (a.folded.length !== b.folded.length) return a.folded.length - b.folded.length;
  return a.folded === b.folded ? a.id - b.id : a.folded < b.folded ? -1 : 1;
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
