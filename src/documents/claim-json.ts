import type { Reading } from '../lookup/readings.ts';
import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { onceEach } from '../lore/once-each.ts';
import type { Voice } from './voice.ts';

/** A claim as programs read it; the names of the fields are fixed. */
export interface ClaimJson {
  readonly id: number;
  readonly account: string;
  readonly works: readonly string[];
  readonly subject: string;
  readonly subject_entity: string;
  readonly predicate: string;
  readonly value: string;
  readonly value_entity: string | null;
  readonly value_kind: string;
  readonly date: string | null;
  readonly date_kind: string;
  readonly continuity: string;
  readonly modality: string;
  readonly statement: string;
}

/** A claim as programs read it. */
export function claimJson(claim: Claim, voice: Voice): ClaimJson {
  const { reader } = voice;
  return {
    id: claim.id,
    account: reader.account(claim.account)?.title ?? '',
    works: voice.works([claim]),
    subject: voice.name(claim.subject),
    subject_entity: reader.entity(claim.subject)?.slug ?? '',
    predicate: claim.predicate,
    value: claim.value.kind === 'date' ? (claim.date ?? '') : voice.value(claim),
    value_entity: claim.value.kind === 'entity' ? (reader.entity(claim.value.entity)?.slug ?? null) : null,
    value_kind: claim.value.kind,
    date: claim.date,
    date_kind: claim.dateKind,
    continuity: reader.continuities.get(claim.continuity).slug,
    modality: claim.modality,
    statement: voice.statement(claim),
  };
}

/** Claims as programs read them, each once. */
export function claimsJson(claims: readonly Claim[], voice: Voice): readonly ClaimJson[] {
  return onceEach(claims).map((claim) => claimJson(claim, voice));
}

/** What tells an entity from its namesakes. */
export function entityJson(entity: Entity, voice: Voice) {
  const { reader } = voice;
  return {
    entity: entity.slug,
    name: entity.name,
    kind: entity.kind,
    continuity: entity.continuity === null ? null : reader.continuities.get(entity.continuity).slug,
    about: entity.about,
  };
}

/** What a list verb prints where its name can mean several things. */
export function ambiguousJson(readings: readonly Reading[], voice: Voice) {
  const told = readings.map((reading) => readingJson(reading, voice));
  return { status: 'ambiguous', items: [], conflicts: [], readings: told };
}

/** What a name can mean, each with what tells it apart. */
export function readingJson(reading: Reading, voice: Voice) {
  const { entity, about, claim } = reading;
  const told = claim === null ? '' : voice.statement(claim);
  return { ...entityJson(entity, voice), about: about === '' ? told : about };
}
