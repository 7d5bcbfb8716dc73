import type { Predicate } from '../../lore/predicate.ts';
import { basePredicates, toPredicate } from '../../pack/base-predicates.ts';
import type { PackFault, PackPredicate } from '../../pack/pack.ts';

/** The base catalogue and what a pack declares besides; one of its own may not take a base one's id. */
export function packPredicates(declared: readonly PackPredicate[], faults: PackFault[]): readonly Predicate[] {
  const all: Predicate[] = [...basePredicates()];
  for (const row of declared) {
    if (all.some((predicate) => predicate.id === row.id)) {
      const fault = { kind: 'two-of', what: 'predicate', text: row.id } as const;
      faults.push({ place: { file: 'pack.json', row: null }, fault });
      continue;
    }
    all.push(toPredicate(row, false));
  }
  for (const row of declared) {
    for (const other of [...row.excludes, ...row.implies]) {
      if (all.some((predicate) => predicate.id === other)) continue;
      const fault = { kind: 'unknown', what: 'predicate', text: other } as const;
      faults.push({ place: { file: 'pack.json', row: null }, fault });
    }
  }
  return all;
}
