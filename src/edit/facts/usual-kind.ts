import { likelyKind, PLAIN_KIND } from '../../lore/intake/reference.ts';
import type { LoreReader } from '../../lore/reader.ts';

/** So many claims of a predicate show what kinds of things it is said of. */
const SAMPLE = 60;

/** Kinds of what stands on one side of a predicate's claims in this lorebook, most frequent first. */
export function kindsBeside(read: LoreReader, predicate: string, side: 'subject' | 'value'): readonly string[] {
  const counts = new Map<string, number>();
  for (const claim of read.claimsByPredicate(predicate, SAMPLE)) {
    const id = side === 'subject' ? claim.subject : claim.value.kind === 'entity' ? claim.value.entity : null;
    const kind = id === null ? undefined : read.entity(id)?.kind;
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([kind]) => kind);
}

/** The kind a new thing most likely has on that side; null = nothing is known. */
export function usualKind(read: LoreReader, predicate: string, side: 'subject' | 'value'): string | null {
  const likely = likelyKind(predicate, side);
  return likely === PLAIN_KIND ? (kindsBeside(read, predicate, side)[0] ?? null) : likely;
}
