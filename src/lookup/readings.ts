import type { Claim } from '../lore/claim.ts';
import type { Continuity } from '../lore/continuity.ts';
import type { Entity } from '../lore/entity.ts';
import type { LoreReader } from '../lore/reader.ts';
import { leadOf } from './facts.ts';

/** One of several things a name can mean, with what tells it apart. */
export interface Reading {
  readonly entity: Entity;
  readonly continuity: Continuity | null;
  /** The entity's own short description; empty where the lorebook gives none: then `claim` speaks. */
  readonly about: string;
  readonly claim: Claim | null;
}

/** What a name can mean, the default timeline’s first, each with what tells it apart. */
export function readingsOf(reader: LoreReader, entities: readonly Entity[]): readonly Reading[] {
  const home = reader.continuities.home.id;
  // What the default timeline means by the name comes first.
  const ordered = [...entities].sort((a, b) => Number(b.continuity === home) - Number(a.continuity === home));
  return ordered.map((entity) => ({
    entity,
    continuity: entity.continuity === null ? null : reader.continuities.get(entity.continuity),
    about: entity.about,
    claim: leadOf(reader.claimsBySubject(entity.id)) ?? leadOf(reader.claimsByObject(entity.id)) ?? null,
  }));
}
