import { titleOf, whyOf } from '../documents/finding-words.ts';
import type { Voice } from '../documents/voice.ts';
import { matterOf } from '../lookup/conflicts.ts';
import type { Claim } from '../lore/claim.ts';
import type { Entity } from '../lore/entity.ts';
import { hasSign } from '../lore/finding.ts';

/** One claim as other programs may show it. */
export interface ToldClaim {
  readonly id: number;
  readonly statement: string;
  readonly account: string;
  readonly works: readonly { readonly title: string; readonly locator: string }[];
  readonly predicate: string;
  readonly value: string;
  readonly value_kind: string;
  /** Slug of the thing it names; null = it names none. */
  readonly value_entity: string | null;
  readonly date: string | null;
  readonly timeline: string;
  readonly modality: string;
}

export interface ToldConflict {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly claims: readonly number[];
}

/** What is told of a thing: claims of which it is the subject, and where they are disputed. */
export interface Told {
  readonly claims: readonly ToldClaim[];
  readonly conflicts: readonly ToldConflict[];
}

/** What is told of an entity, with sources and disputes, for formats that have no claims of their own. */
export function toldOf(entity: Entity, voice: Voice): Told {
  const { reader } = voice;
  const claims = reader.claimsBySubject(entity.id);
  const found = claims.length === 0 ? [] : reader.findingsOf(claims.map((claim) => claim.id));
  return {
    claims: claims.map((claim) => toldClaim(claim, voice)),
    conflicts: found.filter(hasSign).map((finding) => ({
      id: finding.id,
      title: titleOf(finding, voice),
      why: whyOf(matterOf(reader, finding), voice),
      claims: finding.sides.flat().map(Number),
    })),
  };
}

function toldClaim(claim: Claim, voice: Voice): ToldClaim {
  const { reader } = voice;
  return {
    id: Number(claim.id),
    statement: voice.statement(claim),
    account: reader.account(claim.account)?.title ?? '',
    works: claim.citations.map(({ work, locator }) => ({ title: voice.name(work), locator })),
    predicate: claim.predicate,
    value: claim.value.kind === 'date' ? (claim.date ?? '') : voice.value(claim),
    value_kind: claim.value.kind,
    value_entity: claim.value.kind === 'entity' ? (reader.entity(claim.value.entity)?.slug ?? null) : null,
    date: claim.date,
    timeline: reader.continuities.get(claim.continuity).slug,
    modality: claim.modality,
  };
}

/** "The chronicle: Annals (p. 3)", as a bracket behind a sentence. */
export function sourceText({ account, works }: ToldClaim): string {
  const cited = works.map(({ title, locator }) => (locator === '' ? title : `${title} (${locator})`));
  return cited.length === 0 ? account : `${account}: ${cited.join('; ')}`;
}
