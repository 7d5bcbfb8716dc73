import type { Being, Teller } from '../../conflict/world.ts';
import type { Frame as WorldFrame } from '../../conflict/world-of.ts';
import type { Citation } from '../../lore/claim.ts';
import { type Continuity, type ContinuityTree, continuityTree } from '../../lore/continuity.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId, PredicateId } from '../../lore/ids.ts';
import { type Predicate, predicateCatalogue } from '../../lore/predicate.ts';
import type { Database } from '../database.ts';
import { storedJson } from '../rows/stored-json.ts';

const BEING = 'SELECT id, slug, kind, is_shared FROM entity WHERE id = ?';
const CITATIONS = 'SELECT work_id AS work, locator FROM citation WHERE claim_id = ? ORDER BY position';
const CONTINUITIES = `SELECT id, slug, name, parent_id AS parent, branch, branch_day AS branchDay, tier,
  entity_id AS entity FROM continuity ORDER BY id`;
const HOME = `SELECT value FROM setting WHERE name = 'default_continuity'`;
const ACCOUNTS = 'SELECT id, now, copy_of AS copyOf, tier FROM account';
const PREDICATES = `SELECT id, value_kind, cardinality, temporal, inverse, key, excludes, is_symmetric, is_acyclic,
  implies, is_base FROM predicate ORDER BY id`;

interface PredicateRow {
  readonly id: string;
  readonly value_kind: Predicate['valueKind'];
  readonly cardinality: Predicate['cardinality'];
  readonly temporal: Predicate['temporal'];
  readonly inverse: string | null;
  readonly key: string;
  readonly excludes: string;
  readonly is_symmetric: number;
  readonly is_acyclic: number;
  readonly implies: string;
  readonly is_base: number;
}

/** What the rules ask of a lorebook beside its claims, remembered for as long as one check lasts. */
export function checkFrame(database: Database): WorldFrame {
  const tellers = new Map<AccountId, Teller>(database.all<Teller>(ACCOUNTS).map((teller) => [teller.id, teller]));
  const beings = new Map<EntityId, Being | undefined>();
  return {
    continuities: treeOf(database),
    predicates: predicateCatalogue(database.all<PredicateRow>(PREDICATES).map(toPredicate)),
    being: (id) => {
      if (beings.has(id)) return beings.get(id);
      const row = database.get<{ id: EntityId; slug: string; kind: string; is_shared: number }>(BEING, id);
      const being =
        row === undefined ? undefined : { id, slug: row.slug, kind: row.kind, isShared: row.is_shared === 1 };
      beings.set(id, being);
      return being;
    },
    teller: (id) => tellers.get(id),
    citations: (claim: ClaimId) => database.all<Citation>(CITATIONS, claim),
  };
}

/** Rules read neither how people say a predicate nor what it means to them. */
function toPredicate(row: PredicateRow): Predicate {
  return {
    id: row.id as PredicateId,
    valueKind: row.value_kind,
    cardinality: row.cardinality,
    temporal: row.temporal,
    inverse: row.inverse,
    key: storedJson(row.key) as string[],
    excludes: storedJson(row.excludes) as string[],
    isSymmetric: row.is_symmetric === 1,
    isAcyclic: row.is_acyclic === 1,
    implies: storedJson(row.implies) as string[],
    meaning: '',
    phrases: [],
    isBase: row.is_base === 1,
  };
}

function treeOf(database: Database): ContinuityTree {
  const all = database.all<Continuity>(CONTINUITIES);
  const row = database.get<{ value: string }>(HOME);
  const slug = row === undefined ? null : storedJson(row.value);
  const home = all.find((node) => node.slug === slug) ?? all[0];
  if (home === undefined) return continuityTree([NOWHERE], NOWHERE.id);
  return continuityTree(all, home.id);
}

/** A lorebook that nothing was written to yet has no timeline, and no claims to compare. */
const NOWHERE: Continuity = {
  id: 0 as ContinuityId,
  slug: '',
  name: '',
  parent: null,
  branch: null,
  branchDay: null,
  tier: 0,
  entity: 0 as EntityId,
};
