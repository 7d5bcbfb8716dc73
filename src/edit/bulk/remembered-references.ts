import { LRUCache } from 'lru-cache';
import type { Entity } from '../../lore/entity.ts';
import type { References } from '../../lore/references.ts';

/** Names a batch looks up again and again; more than this are asked for anew. */
const MOST_REMEMBERED = 50_000;

/** References that remember names they have resolved; unknown ones are asked again, since a row may have made them. */
export function rememberedReferences(references: References): References {
  const known = new LRUCache<string, readonly Entity[]>({ max: MOST_REMEMBERED });
  return {
    ...references,
    entities: (text, kind) => {
      const key = `${kind ?? ''}\n${text}`;
      const remembered = known.get(key);
      if (remembered !== undefined) return remembered;
      const found = references.entities(text, kind);
      if (found.length > 0) known.set(key, found);
      return found;
    },
  };
}
