import { factsOf } from '../../lookup/facts.ts';
import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { claimsOf, type Finding } from '../../lore/finding.ts';
import type { ClaimId } from '../../lore/ids.ts';
import { onceEach } from '../../lore/once-each.ts';
import type { LoreReader } from '../../lore/reader.ts';
import type { Draft, Line, Role, Variant } from '../answer.ts';
import type { Understanding } from '../reading/reading.ts';

/** What every plan gets. It gives a draft, or undefined where the question is not of its kind. */
export interface Context {
  readonly asked: Understanding;
  readonly reader: LoreReader;
}

export type Plan = (context: Context) => Draft | undefined;

/** Claims as lines, those that agree put together. */
export function linesOf(claims: readonly Claim[], role: Role, reader: LoreReader): readonly Line[] {
  if (claims.length === 0) return [];
  // One look for all of them instead of one for each fact.
  const found = reader
    .findingsOf(claims.map((claim) => claim.id))
    .map((finding) => ({ finding, ids: new Set(claimsOf(finding)) }));
  const findingsOf = (ids: readonly ClaimId[]): readonly Finding[] =>
    found.filter((one) => ids.some((id) => one.ids.has(id))).map(({ finding }) => finding);
  return factsOf({ ...reader, findingsOf }, claims).map((fact) => ({ kind: 'fact', fact, role }));
}

/** The values that claims give, one for each value and timeline. */
export function variantsOf(
  claims: readonly Claim[],
  partOf: (claim: Claim) => Variant['part'],
  isInferred = false,
): readonly Variant[] {
  const groups = new Map<string, { first: Claim; part: Variant['part']; all: Claim[] }>();
  for (const claim of claims) {
    const part = partOf(claim);
    const key = `${claim.continuity} ${part} ${keyOf(claim, part)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { first: claim, part, all: [claim] });
    else {
      group.all.push(claim);
      // A dated claim says more than an undated one.
      if (group.first.date === null && claim.date !== null) group.first = claim;
    }
  }
  return [...groups.values()].map(({ first, part, all }) => ({
    claim: first,
    part,
    continuity: first.continuity,
    claims: all.map((claim) => claim.id),
    isInferred,
  }));
}

function keyOf(claim: Claim, part: Variant['part']): string {
  switch (part) {
    case 'subject':
      return String(claim.subject);
    case 'date':
      return claim.date ?? '';
    case 'statement':
    case 'work':
      return String(claim.id);
    case 'value':
      return JSON.stringify(claim.value.kind === 'date' ? claim.date : claim.value);
  }
}

/** Everything the question names, each once. */
export function entitiesOf(asked: Understanding): readonly Entity[] {
  return onceEach(asked.mentions.flatMap((mention) => mention.entities));
}

/** The entity a mention surely means; undefined where namesakes are left. */
export function only({ entities }: { readonly entities: readonly Entity[] }): Entity | undefined {
  return entities.length === 1 ? entities[0] : undefined;
}
