import type { PredicateCatalogue } from '../lore/predicate.ts';

/** Predicates that can contradict each other, directly or by way of a third, and so are looked at together. */
export interface Families {
  /** The family's name: the first of its predicates. */
  of(predicate: string): string;
  members(family: string): readonly string[];
}

const known = new WeakMap<PredicateCatalogue, Families>();

/** Predicates that can exclude each other, found once for a catalogue. */
export function familiesOf(catalogue: PredicateCatalogue): Families {
  const cached = known.get(catalogue);
  if (cached !== undefined) return cached;
  const root = new Map<string, string>();
  const find = (id: string): string => {
    const up = root.get(id) ?? id;
    return up === id ? id : find(up);
  };
  const join = (a: string, b: string): void => {
    const [first, second] = [find(a), find(b)].sort();
    if (first !== undefined && second !== undefined && first !== second) root.set(second, first);
  };
  for (const predicate of catalogue.all) {
    for (const other of predicate.excludes) join(predicate.id, other);
    for (const implied of predicate.implies) {
      if (catalogue.get(implied)?.valueKind === 'date') join(predicate.id, implied);
    }
  }
  const members = new Map<string, string[]>();
  for (const { id } of catalogue.all) members.set(find(id), [...(members.get(find(id)) ?? []), id]);
  const families = { of: find, members: (family: string) => members.get(family) ?? [family] };
  known.set(catalogue, families);
  return families;
}
