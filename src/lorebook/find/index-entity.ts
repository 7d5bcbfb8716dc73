import type { Database } from '../database.ts';
import { foldedNames } from './entity-names.ts';
import { gramCodes } from './grams.ts';
import { postingsOf } from './postings.ts';

/**
 * Makes an entity findable by its name and aliases as they now stand in their rows: call it in the same transaction,
 * after the entity was added or renamed, got an alias, or took in another. Calling it again changes nothing. Pieces of
 * a former name may stay behind: they cost a candidate and never show, since names are always read from their rows.
 */
export function indexEntity(database: Database, entityId: number): void {
  const postings = postingsOf(database, 'name_gram');
  for (const code of codesOf(foldedNames(database, entityId))) postings.add(code, entityId);
}

/** Takes the pieces of an entity's present names out: call it before its rows change, to leave none of them behind. */
export function unindexEntity(database: Database, entityId: number): void {
  const postings = postingsOf(database, 'name_gram');
  for (const code of codesOf(foldedNames(database, entityId))) postings.remove(code, entityId);
}

/** Every piece of any of the names, once. */
export function codesOf(names: readonly string[]): readonly number[] {
  const [only] = names;
  if (only !== undefined && names.length === 1) return gramCodes(only);
  return [...new Set(names.flatMap(gramCodes))];
}
