import type { Claim } from '../../lore/claim.ts';
import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { EntityId } from '../../lore/ids.ts';
import type { LoreReader } from '../../lore/reader.ts';

/** How closely a claim has to do with an entity: it is about it, about an event with it, or its words name it. */
export type Touch = 'is' | 'event' | 'words' | 'no';

export interface Named {
  readonly ids: ReadonlySet<EntityId>;
  /** Folded names and aliases, to be looked for in the words of a claim. */
  readonly names: readonly string[];
}

const MOST_ALIASES = 30;
const FEWEST_LETTERS = 3;

/** What a claim must name, by id or in its words, to have to do with one of them. */
export function namesOfEntities(entities: readonly Entity[], reader: LoreReader): Named {
  // A name that a namesake bears, too, tells nothing in the words of a claim, unless either may be meant.
  const telling =
    entities.length > 1 ? entities : entities.filter((entity) => reader.counterparts(entity.id).length === 0);
  const names = telling.flatMap((entity) => [entity.name, ...reader.aliases(entity.id).slice(0, MOST_ALIASES)]);
  const folded = new Set(names.map((name) => fold(name).replace(/^(?:the|a|an) /, '')));
  return {
    ids: new Set(entities.map((entity) => entity.id)),
    names: [...folded].filter((name) => name.length >= FEWEST_LETTERS),
  };
}

/** Details that only set another thing before or after it. */
const ORDERING = new Set(['after', 'before', 'since', 'until']);

/** Whether the claim is told of one of them: as subject, value or detail, not as a mark of its order in time. */
export function isAbout(claim: Claim, { ids }: Named): boolean {
  return (
    ids.has(claim.subject) ||
    (claim.value.kind === 'entity' && ids.has(claim.value.entity)) ||
    claim.qualifiers.some(
      (qualifier) => qualifier.entity !== null && ids.has(qualifier.entity) && !ORDERING.has(qualifier.name),
    )
  );
}

/** The words of a claim, folded, with a space at either end. */
export function wordsOfClaim(claim: Claim, reader: LoreReader): string {
  const name = (id: EntityId): string => reader.entity(id)?.name ?? '';
  const value =
    claim.value.kind === 'entity' ? name(claim.value.entity) : 'text' in claim.value ? claim.value.text : '';
  const details = claim.qualifiers.map((qualifier) =>
    qualifier.entity === null ? qualifier.text : name(qualifier.entity),
  );
  return ` ${fold([claim.statement, name(claim.subject), value, ...details].join(' ; '))} `;
}

/** Whether the claim is about one of them or has one of their names in its words. */
export function mentionsAny(claim: Claim, named: Named, reader: LoreReader): boolean {
  if (isAbout(claim, named)) return true;
  const words = wordsOfClaim(claim, reader);
  return named.names.some((name) => words.includes(` ${name} `) || words.includes(` ${name}s `));
}

/** The event that a claim says it belongs to. */
export function eventOf(claim: Claim): EntityId | null {
  return claim.qualifiers.find((qualifier) => qualifier.name === 'event')?.entity ?? null;
}

const MOST_OF_EVENT = 200;

/** How closely a claim has to do with them. */
export function touchOf(claim: Claim, named: Named, reader: LoreReader): Touch {
  if (isAbout(claim, named)) return 'is';
  const event = eventOf(claim);
  if (event !== null && eventConcerns(event, named, reader)) return 'event';
  return mentionsAny(claim, named, reader) ? 'words' : 'no';
}

/** Whether something told of the event is about one of them. */
function eventConcerns(event: EntityId, named: Named, reader: LoreReader): boolean {
  if (named.ids.has(event)) return true;
  return [...reader.claimsBySubject(event), ...reader.claimsByQualifier(event)]
    .slice(0, MOST_OF_EVENT)
    .some((claim) => isAbout(claim, named));
}

const KINDRED = new Set(['species', 'polity', 'group', 'place']);
const MOST_KIN = 8;
const SHORTEST_ROOT = 5;

/** The whole it is part of, its parts, and what is named after it: Ardent, the Republic of Ardent, the Ardentines. */
export function kinOf(entity: Entity, reader: LoreReader): readonly Entity[] {
  const wholes = reader
    .claimsBySubject(entity.id, 'part_of')
    .flatMap((claim) => (claim.value.kind === 'entity' ? [claim.value.entity] : []));
  const parts = reader.claimsByObject(entity.id, 'part_of').map((claim) => claim.subject);
  const root = fold(entity.name);
  const named =
    root.length < SHORTEST_ROOT || !KINDRED.has(entity.kind)
      ? []
      : reader
          .find(entity.name, { purpose: 'suggest', limit: MOST_KIN, kinds: [...KINDRED] })
          .hits.filter(({ entity: other }) => fold(other.name).startsWith(root) || root.startsWith(fold(other.name)))
          .map((hit) => hit.entity.id);
  return [...new Set([...wholes, ...parts, ...named])].flatMap((id) => {
    const kin = reader.entity(id);
    return kin === undefined || kin.kind === 'continuity' || kin.id === entity.id ? [] : [kin];
  });
}

/** "Who incited the rebellion?": the rebellion is a group, and its outbreak an event named after it. */
export function eventsNamedAfter(entity: Entity, reader: LoreReader): readonly Entity[] {
  const name = fold(entity.name).replace(/^(?:the|a|an) /, '');
  if (name.length < SHORTEST_ROOT || entity.kind === 'person') return [];
  return reader
    .find(entity.name, { purpose: 'suggest', limit: MOST_KIN, kinds: ['event', 'battle'] })
    .hits.map((hit) => hit.entity)
    .filter((event) => ` ${fold(event.name)} `.includes(` ${name} `));
}

/** What is told to have happened at a place: Harrowford is also the battle fought there. */
export function eventsAt(place: Entity, reader: LoreReader): readonly Entity[] {
  if (place.kind !== 'place') return [];
  const events = reader.claimsByObject(place.id, 'location').map((claim) => claim.subject);
  return [...new Set(events)].flatMap((id) => reader.entity(id) ?? []);
}
