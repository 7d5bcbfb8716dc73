import { explainGroup } from '../../conflict/explain-group.ts';
import { worldOf } from '../../conflict/world-of.ts';
import type { Finding } from '../../lore/finding.ts';
import type { EntityId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { checkFrame } from './check-frame.ts';
import { claimsAround } from './claims-around.ts';

/**
 * The silent classes on one entity, derived when somebody asks: group by group of what is said of it by one predicate
 * in one timeline, and of who held it.
 */
export function explainEntity(database: Database, entity: EntityId): readonly Finding[] {
  const source = claimsAround(database);
  const world = worldOf(checkFrame(database), source);
  const own = Map.groupBy(source.bySubject(entity), (fact) => `${fact.continuity} ${fact.predicate}`);
  const held = Map.groupBy(
    source.byObject(entity).filter((fact) => world.predicates.get(fact.predicate)?.cardinality === '1o@t'),
    (fact) => `${fact.continuity} ${fact.predicate}`,
  );
  return [...own.values(), ...held.values()].flatMap((group) => explainGroup(world, group));
}
