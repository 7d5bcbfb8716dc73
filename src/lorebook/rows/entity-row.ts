import type { Entity } from '../../lore/entity.ts';
import type { ContinuityId, EntityId } from '../../lore/ids.ts';

export interface EntityRow {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly kind: string;
  readonly continuity_id: number | null;
  readonly about: string;
  readonly is_shared: number;
}

export const ENTITY_COLUMNS =
  'entity.id, entity.slug, entity.name, entity.kind, entity.continuity_id, entity.about, entity.is_shared';

export function toEntity(row: EntityRow): Entity {
  return {
    id: row.id as EntityId,
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    continuity: row.continuity_id as ContinuityId | null,
    about: row.about,
    isShared: row.is_shared === 1,
  };
}
