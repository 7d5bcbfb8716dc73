import type { Database } from '../database.ts';
import { foldedNames } from './entity-names.ts';
import { addFresh, settleName } from './fresh.ts';
import { gramCodes } from './grams.ts';
import { indexedNames, setIndexedNames } from './name-text.ts';
import { postingsOf } from './postings.ts';

/**
 * Makes an entity findable by its name and aliases as they now stand in their rows, and by no other: call it in the
 * same transaction after the entity was added, renamed, merged into another or took one in, or when its aliases
 * changed. Calling it again changes nothing.
 */
export function indexEntity(database: Database, entityId: number): void {
  setNames(database, entityId, foldedNames(database, entityId));
}

function setNames(database: Database, entityId: number, names: readonly string[]): void {
  const former = indexedNames(database, entityId);
  if (former.join('\n') === names.join('\n') && former.length === names.length) return;
  setIndexedNames(database, entityId, names);
  if (former.length === 0) {
    addFresh(database, entityId, codesOf(names));
    return;
  }
  const postings = postingsOf(database, 'name_gram');
  settleName(database, postings, entityId);
  const before = new Set(codesOf(former));
  const after = new Set(codesOf(names));
  for (const code of before) if (!after.has(code)) postings.remove(code, entityId);
  for (const code of after) if (!before.has(code)) postings.add(code, entityId);
}

/** Every piece of any of the names, once. */
export function codesOf(names: readonly string[]): readonly number[] {
  const [only] = names;
  if (only !== undefined && names.length === 1) return gramCodes(only);
  return [...new Set(names.flatMap(gramCodes))];
}
