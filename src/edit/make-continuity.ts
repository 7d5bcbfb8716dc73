import type { Continuity, ContinuityTree } from '../lore/continuity.ts';
import type { References } from '../lore/references.ts';
import { uniqueSlug } from '../lore/unique-slug.ts';
import type { WriteSession } from '../lore/writer.ts';

/** Makes a timeline that the lorebook lacks: a branch of the default one, with its entity. */
export function makeContinuity(
  name: string,
  session: WriteSession,
  references: References,
  tree: ContinuityTree,
): Continuity {
  const entity = session.addEntity({
    slug: uniqueSlug(name, null, references.isSlugTaken),
    name,
    kind: 'continuity',
    continuity: null,
    about: '',
    isShared: false,
  });
  const continuity = {
    slug: uniqueSlug(name, null, (slug) => tree.bySlug(slug) !== undefined),
    name,
    parent: tree.home.id,
    branch: null,
    branchDay: null,
    tier: 0,
    entity,
  };
  return { id: session.addContinuity(continuity), ...continuity };
}
