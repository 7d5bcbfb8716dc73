import { fold } from '../../lore/fold.ts';
import type { PredicateId } from '../../lore/ids.ts';
import type { Predicate, PredicateCatalogue } from '../../lore/predicate.ts';
import type { Mapping } from './mapping.ts';

/** The predicates a mapping needs and the lorebook does not have: `n`, so that they never raise a flag. */
export function newPredicates(mapping: Mapping, catalogue: PredicateCatalogue): readonly Predicate[] {
  const used = new Set<string>();
  for (const { kind, fields } of Object.values(mapping.records)) {
    if (kind === null) continue;
    for (const { use } of Object.values(fields)) {
      if ((use.as === 'claim' || use.as === 'id-of') && use.predicate !== undefined) used.add(use.predicate);
    }
  }
  return [...used]
    .filter((id) => catalogue.get(id) === undefined)
    .map((id) => {
      const declared = mapping.predicates[id];
      const label = fold(declared?.label ?? id) || (declared?.label ?? id);
      return {
        id: id as PredicateId,
        valueKind: declared?.value ?? 'text',
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
      };
    });
}
