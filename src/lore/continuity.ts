import type { ContinuityId, EntityId } from './ids.ts';
import type { Day } from './time/bounds.ts';

/** A node in the tree of timelines. */
export interface Continuity {
  readonly id: ContinuityId;
  readonly slug: string;
  readonly name: string;
  readonly parent: ContinuityId | null;
  /** Where it leaves its parent, as written; null = it inherits all that it does not contradict. */
  readonly branch: string | null;
  /** Last day that is still shared with the parent; null = no date. */
  readonly branchDay: Day | null;
  readonly tier: number;
  /** Its entity of kind `continuity`, which claims can be about. */
  readonly entity: EntityId;
}

export type Kinship = 'same' | 'ancestor' | 'descendant' | 'apart';

/** The timelines of one lorebook and how they stand to each other. */
export interface ContinuityTree {
  readonly all: readonly Continuity[];
  /** The one answers come from unless another is named. */
  readonly home: Continuity;
  /** Throws on an id that is not of this lorebook. */
  get(id: ContinuityId): Continuity;
  bySlug(slug: string): Continuity | undefined;
  byEntity(entity: EntityId): Continuity | undefined;
  /** How `a` stands to `b`: `ancestor` when `b` grows out of `a`. */
  kinship(a: ContinuityId, b: ContinuityId): Kinship;
  /** `id` itself, then its parent, and so on to the root. */
  lineage(id: ContinuityId): readonly Continuity[];
}

/**
 * Builds the tree. A parent that is missing or that leads back to its child ends the lineage there
 * (imports refuse such data; a tampered file must not hang a reader).
 */
export function continuityTree(all: readonly Continuity[], homeId: ContinuityId): ContinuityTree {
  const byId = new Map(all.map((node) => [node.id, node]));
  const bySlug = new Map(all.map((node) => [node.slug, node]));
  const byEntity = new Map(all.map((node) => [node.entity, node]));
  const lineages = new Map(all.map((node) => [node.id, lineageOf(node, byId)]));

  const get = (id: ContinuityId): Continuity => {
    const node = byId.get(id);
    if (node === undefined) throw new Error(`no continuity ${id} in this lorebook`);
    return node;
  };
  const isAncestor = (a: ContinuityId, b: ContinuityId): boolean =>
    a !== b && (lineages.get(b)?.some((node) => node.id === a) ?? false);

  return {
    all,
    home: get(homeId),
    get,
    bySlug: (slug) => bySlug.get(slug),
    byEntity: (entity) => byEntity.get(entity),
    kinship: (a, b) => (a === b ? 'same' : isAncestor(a, b) ? 'ancestor' : isAncestor(b, a) ? 'descendant' : 'apart'),
    lineage: (id) => lineages.get(id) ?? [get(id)],
  };
}

function lineageOf(node: Continuity, byId: ReadonlyMap<ContinuityId, Continuity>): Continuity[] {
  const line: Continuity[] = [];
  for (let at: Continuity | undefined = node; at !== undefined && !line.includes(at); ) {
    line.push(at);
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return line;
}
