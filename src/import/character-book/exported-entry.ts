import { z } from 'zod';
import type { PredicateId } from '../../lore/ids.ts';
import type { Predicate, PredicateCatalogue } from '../../lore/predicate.ts';

const claimSchema = z.object({
  statement: z.string().max(2000),
  predicate: z.string().max(60),
  value: z.string().max(2000),
  value_kind: z.string().max(20).optional(),
  value_entity: z.string().max(300).nullish(),
  timeline: z.string().max(300).optional(),
  date: z.string().max(300).nullable(),
  modality: z.string().max(20).default('asserted'),
  works: z
    .array(z.object({ title: z.string().max(200), locator: z.string().max(500).default('') }))
    .max(50)
    .default([]),
});

/** What an export of a lorebook writes under `extensions.concordance`. */
export const exportedSchema = z.object({
  entity: z.string().max(300),
  kind: z.string().max(60),
  claims: z.array(claimSchema),
});
export type ExportedClaim = z.infer<typeof claimSchema>;
export type ExportedEntry = z.infer<typeof exportedSchema>;

const ID = /^[a-z][a-z0-9_]{0,60}$/;
const KINDS = ['entity', 'text', 'quantity', 'date', 'yesno'] as const;

/** Predicates of exported claims that a lorebook does not have: `n`, so that they never raise a flag. */
export function exportedPredicates(
  entries: readonly ExportedEntry[],
  catalogue: PredicateCatalogue,
): readonly Predicate[] {
  const fresh = new Map<string, Predicate>();
  for (const { predicate: id, value_kind } of entries.flatMap(({ claims }) => claims)) {
    if (catalogue.get(id) !== undefined || fresh.has(id) || !ID.test(id)) continue;
    const label = id.replaceAll('_', ' ');
    fresh.set(id, {
      id: id as PredicateId,
      valueKind: KINDS.find((kind) => kind === value_kind) ?? 'text',
      cardinality: 'n',
      temporal: 'timeless',
      inverse: null,
      key: [],
      excludes: [],
      isSymmetric: false,
      isAcyclic: false,
      implies: [],
      meaning: label,
      phrases: [label],
      isBase: false,
    });
  }
  return [...fresh.values()];
}
