import type { Breach } from '../../conflict/breach.ts';
import { linksOf } from '../../conflict/naming.ts';
import type { World } from '../../conflict/world.ts';
import type { FindingId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';

const INSERT = 'INSERT INTO breach(corner, data, finding_id) VALUES (?, ?, NULL)';
const LINK = 'INSERT INTO breach_link(link, breach_id) VALUES (?, ?)';
const OF_CORNER = 'SELECT id, corner, data, finding_id FROM breach WHERE corner = ? ORDER BY id';
const BY_ID = 'SELECT id, corner, data, finding_id FROM breach WHERE id = ?';
const DELETE = 'DELETE FROM breach WHERE id = ?';
const LINKED = 'SELECT breach_id AS id FROM breach_link WHERE link = ?';
const CORNERS_OF_LINK = `SELECT DISTINCT breach.corner FROM breach_link
  JOIN breach ON breach.id = breach_link.breach_id WHERE breach_link.link = ?`;
const LINKS = 'SELECT link FROM breach_link WHERE breach_id = ?';
const ASSIGN = 'UPDATE breach SET finding_id = ? WHERE id = ?';

export interface KeptBreach {
  readonly id: number;
  readonly corner: string;
  readonly breach: Breach;
  readonly findingId: FindingId | null;
}

interface Row {
  readonly id: number;
  readonly corner: string;
  readonly data: string;
  readonly finding_id: string | null;
}

/** Keeps what a rule found in a corner. */
export function addBreach(database: Database, world: World, corner: string, breach: Breach): KeptBreach {
  const { lastId: id } = database.run(INSERT, corner, JSON.stringify(breach));
  for (const link of linksOf(world, breach)) database.run(LINK, link, id);
  return { id, corner, breach, findingId: null };
}

export function breachesOfCorner(database: Database, corner: string): readonly KeptBreach[] {
  return database.all<Row>(OF_CORNER, corner).map(toKept);
}

/** The corners in which a claim stands in a breach. */
export function cornersOfClaim(database: Database, claim: number): readonly string[] {
  return database.all<{ corner: string }>(CORNERS_OF_LINK, `c${claim}`).map((row) => row.corner);
}

export function deleteBreach(database: Database, id: number): void {
  database.run(DELETE, id);
}

/** Notes which finding a breach went into. */
export function assignFinding(database: Database, breach: number, finding: FindingId): void {
  database.run(ASSIGN, finding, breach);
}

/** What ties a kept breach to others. */
export function linksOfBreach(database: Database, id: number): readonly string[] {
  return database.all<{ link: string }>(LINKS, id).map((row) => row.link);
}

/** Every breach that hangs together with one of the links, directly or by way of others. */
export function breachesTiedTo(database: Database, links: Iterable<string>): readonly KeptBreach[] {
  const seen = new Set<string>(links);
  const found = new Map<number, KeptBreach>();
  // A set is walked in order of insertion, what is added on the way included.
  for (const link of seen) {
    for (const { id } of database.all<{ id: number }>(LINKED, link)) {
      if (found.has(id)) continue;
      const row = database.get<Row>(BY_ID, id);
      if (row === undefined) continue;
      found.set(id, toKept(row));
      for (const other of linksOfBreach(database, id)) seen.add(other);
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function toKept(row: Row): KeptBreach {
  return {
    id: row.id,
    corner: row.corner,
    breach: storedJson(row.data) as Breach,
    findingId: row.finding_id as FindingId | null,
  };
}
