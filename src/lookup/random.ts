import type { Entity } from '../lore/entity.ts';
import type { LoreReader } from '../lore/reader.ts';
import { type Fact, factsOf } from './facts.ts';

export type Random =
  | { readonly status: 'answered'; readonly entity: Entity; readonly fact: Fact }
  | { readonly status: 'not-recorded' };

/** One fact of one entity; `pick` and `pickFact` are chances from 0 up to, not including, 1. */
export function random(reader: LoreReader, pick: number, pickFact: number): Random {
  const entity = reader.entityAt(pick);
  if (entity === undefined) return { status: 'not-recorded' };
  const facts = factsOf(reader, reader.claimsBySubject(entity.id));
  const fact = facts[Math.floor(pickFact * facts.length)];
  return fact === undefined ? { status: 'not-recorded' } : { status: 'answered', entity, fact };
}
