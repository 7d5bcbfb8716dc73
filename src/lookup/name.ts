import type { Entity } from '../lore/entity.ts';
import type { Hit } from '../lore/finder.ts';
import type { EntityId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';

/** A name that was read despite its spelling. */
export interface Corrected {
  readonly typed: string;
  readonly read: string;
}

/** What a typed name came to. */
export type Named =
  | {
      readonly kind: 'one';
      readonly entity: Entity /** Set where the name was read despite its spelling. */;
      readonly corrected: string | null;
    }
  | { readonly kind: 'several'; readonly entities: readonly Entity[] }
  | { readonly kind: 'none'; readonly typed: string; readonly nearest: readonly Entity[] };

const MOST_READINGS = 10;
const MOST_NEAREST = 5;

/** Reads a name as a person types it, or the slug that autocomplete put in its place. */
export function resolveName(reader: LoreReader, typed: string, kinds?: readonly string[]): Named {
  const text = typed.trim();
  const chosen = byId(reader, text);
  if (chosen !== undefined) return { kind: 'one', entity: chosen, corrected: null };
  const bySlug = reader.entityBySlug(text);
  // "worf" typed by hand is the name, too: only a slug that no name looks like is certain.
  if (bySlug !== undefined && isCertain(reader, bySlug, text)) return { kind: 'one', entity: bySlug, corrected: null };
  const found = reader.find(text, {
    purpose: 'resolve',
    limit: MOST_READINGS,
    ...(kinds === undefined ? {} : { kinds }),
  });
  const [first] = found.hits;
  if (found.verdict === 'one' && first !== undefined) {
    return { kind: 'one', entity: first.entity, corrected: correctionOf(first) };
  }
  const entities = [...new Map(found.hits.map((hit) => [hit.entity.id, hit.entity])).values()];
  if (found.verdict === 'several') return oneOfSeveral(reader, entities);
  return { kind: 'none', typed: text, nearest: entities.slice(0, MOST_NEAREST) };
}

/** A namesake of whom nothing is told is no reading: if that leaves one, it is meant. */
function oneOfSeveral(reader: LoreReader, entities: readonly Entity[]): Named {
  const told = entities.filter((entity) => reader.claimCount(entity.id) > 0);
  const [only] = told;
  return only !== undefined && told.length === 1
    ? { kind: 'one', entity: only, corrected: null }
    : { kind: 'several', entities };
}

/**
 * How buttons and autocomplete name an entity: the slug, or `#id` where the slug is what a person might type for a
 * namesake too, or is too long for a choice.
 */
export function handleOf(reader: LoreReader, entity: Entity, longest = 100): string {
  return entity.slug.length <= longest && isCertain(reader, entity, entity.slug) ? entity.slug : `#${entity.id}`;
}

function byId(reader: LoreReader, text: string): Entity | undefined {
  return /^#\d{1,15}$/.test(text) ? reader.entity(Number(text.slice(1)) as EntityId) : undefined;
}

function isCertain(reader: LoreReader, entity: Entity, slug: string): boolean {
  if (slug.includes('~') || slug.includes('-')) return true;
  return reader.find(entity.name, { purpose: 'resolve', limit: 2 }).verdict === 'one';
}

function correctionOf(hit: Hit): string | null {
  return hit.match === 'spelling' ? hit.matched : null;
}
