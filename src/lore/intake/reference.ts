import type { Entity } from '../entity.ts';
import type { References } from '../references.ts';
import { fail, ok, type Result } from '../result.ts';
import type { RowFault } from './claim-columns.ts';

/** A name of a row: a thing of the lorebook, or one that `--create` is to make. */
export type Reference =
  | { readonly kind: 'known'; readonly entity: Entity }
  | { readonly kind: 'new'; readonly name: string; readonly as: string };

/** Longest name an entity can have. */
export const LONGEST_NAME = 200;

/** The kind of a thing nobody has said anything of. */
export const PLAIN_KIND = 'thing';

/**
 * Resolves one name of a row. `as` is the kind it gets if it must be made; `only` leaves other kinds out of sight.
 */
export function resolveReference(
  text: string,
  column: string,
  references: References,
  options: { readonly canCreate: boolean; readonly as: string; readonly only?: string },
): Result<Reference, RowFault> {
  if (text.length > LONGEST_NAME) return fail({ kind: 'too-long', column, most: LONGEST_NAME });
  const found = references.entities(text, options.only);
  const [first] = found;
  if (first !== undefined && found.length === 1) return ok({ kind: 'known', entity: first });
  if (found.length > 1) {
    return fail({ kind: 'ambiguous-name', column, text, slugs: found.map((entity) => entity.slug) });
  }
  if (!options.canCreate) return fail({ kind: 'unknown-name', column, text });
  return ok({ kind: 'new', name: text, as: options.as });
}

/** The kind a thing most likely has when all that is known is how a row uses it. */
export function likelyKind(predicate: string, side: 'subject' | 'value'): string {
  const kinds = side === 'subject' ? SUBJECT_KINDS : VALUE_KINDS;
  return kinds[predicate] ?? PLAIN_KIND;
}

const SUBJECT_KINDS: Readonly<Record<string, string>> = {
  ...of('person', ['species', 'title', 'born', 'died', 'birth_place', 'death_place', 'killed_by', 'cause_of_death']),
  ...of('person', ['parent', 'mother', 'father', 'sibling', 'spouse', 'holds_position', 'succeeded_by', 'owns']),
  ...of('polity', ['formed', 'dissolved', 'founded_by', 'formed_from', 'successor_state_of', 'ruled_by']),
  ...of('place', ['built', 'destroyed', 'located_in']),
  ...of('event', ['date', 'location', 'participant', 'victor', 'outcome', 'caused_by']),
  ...of('work', ['released', 'author', 'continuity_of']),
};

const VALUE_KINDS: Readonly<Record<string, string>> = {
  ...of('person', ['killed_by', 'parent', 'mother', 'father', 'sibling', 'spouse', 'succeeded_by', 'author']),
  ...of('person', ['led_by', 'commanded_by', 'ruled_by', 'founded_by']),
  ...of('place', ['birth_place', 'death_place', 'located_in', 'based_at', 'location']),
  ...of('office', ['holds_position']),
  ...of('species', ['species']),
  ...of('event', ['caused_by']),
  ...of('continuity', ['continuity_of']),
};

function of(kind: string, predicates: readonly string[]): Record<string, string> {
  return Object.fromEntries(predicates.map((predicate) => [predicate, kind]));
}
