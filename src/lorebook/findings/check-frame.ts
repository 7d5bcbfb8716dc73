import type { Being, Teller } from '../../conflict/world.ts';
import type { Frame as WorldFrame } from '../../conflict/world-of.ts';
import type { Citation } from '../../lore/claim.ts';
import { type Continuity, type ContinuityTree, continuityTree } from '../../lore/continuity.ts';
import type { AccountId, ClaimId, ContinuityId, EntityId } from '../../lore/ids.ts';
import { predicateCatalogue } from '../../lore/predicate.ts';
import type { Database } from '../database.ts';
import { PREDICATE_COLUMNS, type PredicateRow, toPredicate } from '../rows/predicate-row.ts';
import { storedJson } from '../rows/stored-json.ts';

const BEING = 'SELECT id, slug, kind, is_shared FROM entity WHERE id = ?';
const CITATIONS = 'SELECT work_id AS work, locator FROM citation WHERE claim_id = ? ORDER BY position';
const CONTINUITIES = `SELECT id, slug, name, parent_id AS parent, branch, branch_day AS branchDay, tier,
  entity_id AS entity FROM continuity ORDER BY id`;
const HOME = `SELECT value FROM setting WHERE name = 'default_continuity'`;
const ACCOUNTS = 'SELECT id, now, copy_of AS copyOf, tier FROM account';
const PREDICATES = `SELECT ${PREDICATE_COLUMNS} FROM predicate ORDER BY id`;

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
