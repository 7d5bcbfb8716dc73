import type { EntityId } from '../../lore/ids.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { References } from '../../lore/references.ts';

/** References that also take what autocomplete puts in place of a name: `#` and the number of an entity. */
export function withHandles(references: References, read: LoreReader): References {
  return {
    ...references,
    entities: (text, kind) => {
      const handle = /^#(\d{1,15})$/.exec(text)?.[1];
      const chosen = handle === undefined ? undefined : read.entity(Number(handle) as EntityId);
      if (chosen === undefined) return references.entities(text, kind);
      return kind === undefined || chosen.kind === kind ? [chosen] : [];
    },
  };
}

/** A name that means just this entity wherever names are read: its own, where nothing else bears it, else its slug. */
export function typedName(references: References, read: LoreReader, id: EntityId): string {
  const entity = read.entity(id);
  if (entity === undefined) return `#${id}`;
  const isPlain = !/[|\r\n=:]/.test(entity.name) && !entity.name.startsWith('#');
  const found = isPlain ? references.entities(entity.name) : [];
  return found.length === 1 && found[0]?.id === entity.id ? entity.name : entity.slug;
}
