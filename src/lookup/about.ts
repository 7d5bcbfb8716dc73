import type { Claim } from '../lore/claim.ts';
import type { EntityId } from '../lore/ids.ts';
import { onceEach } from '../lore/once-each.ts';
import type { LoreReader } from '../lore/reader.ts';

/** Every claim that speaks of an entity: as its subject, as its value, or in a detail. Each once, its own first. */
export function claimsAbout(reader: LoreReader, entity: EntityId): readonly Claim[] {
  const claims = [
    ...reader.claimsBySubject(entity),
    ...reader.claimsByObject(entity),
    ...reader.claimsByQualifier(entity),
  ];
  return onceEach(claims);
}
