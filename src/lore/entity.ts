import type { ContinuityId, EntityId } from './ids.ts';

/** Kinds every lorebook has; a pack may add more, so a kind is any string. */
const BASE_KINDS = [
  'person',
  'polity',
  'group',
  'species',
  'office',
  'place',
  'vessel',
  'artefact',
  'event',
  'battle',
  'work',
  'continuity',
] as const;

export type EntityKind = (typeof BASE_KINDS)[number] | (string & {});

/** A person, polity, office, place, work … that claims speak of. */
export interface Entity {
  readonly id: EntityId;
  /** Folded name, letters and digits of any script with `-` between; unique in the lorebook. */
  readonly slug: string;
  readonly name: string;
  readonly kind: EntityKind;
  /** The timeline it is at home in; null when the lorebook does not say. */
  readonly continuity: ContinuityId | null;
  /** A short phrase that tells it from its namesakes; may be empty. */
  readonly about: string;
  /** An office that several may hold at once (Legate, Captain); the one-holder rule does not apply. */
  readonly isShared: boolean;
}
