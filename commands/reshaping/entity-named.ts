import { resolveName } from '../../src/lookup/name.ts';
import type { Entity } from '../../src/lore/entity.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { history } from '../../src/messages/en/history.ts';
import { lookups } from '../../src/messages/en/lookups.ts';

export type EntityNamed =
  | { readonly ok: true; readonly entity: Entity }
  | { readonly ok: false; readonly message: string };

/** The one entry that is meant, or the sentence that says why it is not clear. */
export function entityNamed({ read }: Lorebook, typed: string): EntityNamed {
  const named = resolveName(read, typed);
  if (named.kind === 'one') return { ok: true, entity: named.entity };
  if (named.kind === 'none') return { ok: false, message: lookups.missing.name(typed) };
  return {
    ok: false,
    message: history.several(
      typed,
      named.entities.map(({ slug }) => slug),
    ),
  };
}
