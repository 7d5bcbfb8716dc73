import type { Entity } from '../lore/entity.ts';
import type { ClaimId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import { type Fact, factsOf, plainFact } from './facts.ts';

export type Random =
  | { readonly status: 'answered'; readonly entity: Entity; readonly fact: Fact }
  | { readonly status: 'not-recorded' };

/** The fact of a claim that was shown before; undefined where it was retracted since. */
export function again(reader: LoreReader, claim: number): Random | undefined {
  const lead = Number.isInteger(claim) ? reader.claim(claim as ClaimId) : undefined;
  const entity = lead === undefined ? undefined : reader.entity(lead.subject);
  if (lead === undefined || entity === undefined) return undefined;
  const facts = factsOf(reader, reader.claimsBySubject(entity.id));
  const fact = facts.find(({ claims }) => claims.some(({ id }) => id === lead.id));
  return { status: 'answered', entity, fact: fact ?? plainFact(lead, reader) };
}

/** One fact of one entity; `pick` and `pickFact` are chances from 0 up to, not including, 1. */
export function random(reader: LoreReader, pick: number, pickFact: number): Random {
  const entity = reader.entityAt(pick);
  if (entity === undefined) return { status: 'not-recorded' };
  const facts = factsOf(reader, reader.claimsBySubject(entity.id));
  const fact = facts[Math.floor(pickFact * facts.length)];
  return fact === undefined ? { status: 'not-recorded' } : { status: 'answered', entity, fact };
}
