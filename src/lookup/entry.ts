import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import type { LoreReader } from '../lore/reader.ts';
import { claimsAbout } from './about.ts';
import { type Fact, factsOf } from './facts.ts';
import { type Corrected, resolveName } from './name.ts';
import { type Reading, readingsOf } from './readings.ts';
import { TOPICS, type Topic, topicOf } from './topics.ts';

export type Entry =
  | {
      readonly status: 'answered';
      readonly entity: Entity;
      readonly corrected: Corrected | null;
      readonly aliases: readonly string[];
      readonly counterparts: readonly Entity[];
      readonly topics: readonly { readonly topic: Topic; readonly facts: readonly Fact[] }[];
      readonly claims: readonly Claim[];
    }
  | { readonly status: 'ambiguous'; readonly typed: string; readonly readings: readonly Reading[] }
  | { readonly status: 'not-recorded'; readonly typed: string; readonly nearest: readonly Entity[] };

/** Everything the lorebook holds on one entity, grouped by what it is about. */
export function entry(reader: LoreReader, typed: string): Entry {
  const named = resolveName(reader, typed);
  if (named.kind === 'none') return { status: 'not-recorded', typed, nearest: named.nearest };
  if (named.kind === 'several') return { status: 'ambiguous', typed, readings: readingsOf(reader, named.entities) };
  const { entity } = named;
  const claims = claimsAbout(reader, entity.id);
  return {
    status: 'answered',
    entity,
    corrected: named.corrected === null ? null : { typed, read: named.corrected },
    aliases: reader.aliases(entity.id),
    counterparts: reader.counterparts(entity.id),
    topics: byTopic(reader, entity, claims),
    claims,
  };
}

function byTopic(reader: LoreReader, entity: Entity, claims: readonly Claim[]) {
  const facts = factsOf(reader, claims);
  const home = reader.continuities.home.id;
  // The default timeline first, the others after it in the order of the tree.
  const rank = (fact: Fact): number => (fact.continuity === home ? -1 : fact.continuity);
  return TOPICS.map((topic) => ({
    topic,
    facts: facts
      .filter(({ lead }) => topicOf(lead.predicate, lead.subject === entity.id ? 'subject' : 'value') === topic)
      .sort((a, b) => rank(a) - rank(b)),
  })).filter(({ facts: some }) => some.length > 0);
}
