import { nearPredicates } from '../src/edit/facts/typed-predicate.ts';
import { resolveName } from '../src/lookup/name.ts';
import { likelyKind } from '../src/lore/intake/reference.ts';
import type { Predicate, PredicateCatalogue } from '../src/lore/predicate.ts';
import type { Lorebook } from '../src/lorebook/lorebook.ts';

/** So many things of a kind show what is said of it. */
const SAMPLE = 40;

/** Per kind of thing, how often each predicate is said of it. The catalogue is a new one whenever somebody wrote. */
const counted = new WeakMap<PredicateCatalogue, Map<string, ReadonlyMap<string, number>>>();

/** Predicates for a list: those that are said of such things first, then the rest; only those that fit what is typed. */
export function predicatesFor(lorebook: Lorebook, subject: string, typed: string, most: number): readonly Predicate[] {
  const { read } = lorebook;
  const fitting = typed.trim() === '' ? read.predicates.all : nearPredicates(read, typed, read.predicates.all.length);
  const named = subject.trim() === '' ? null : resolveName(read, subject);
  if (named?.kind !== 'one') return fitting.slice(0, most);
  const { kind } = named.entity;
  const counts = countsOf(lorebook, kind);
  const rank = ({ id }: Predicate): number =>
    counts.get(id) !== undefined ? -(counts.get(id) ?? 0) - 1 : likelyKind(id, 'subject') === kind ? 0 : 1;
  return [...fitting].sort((a, b) => rank(a) - rank(b)).slice(0, most);
}

function countsOf({ read }: Lorebook, kind: string): ReadonlyMap<string, number> {
  const { predicates } = read;
  const kinds = counted.get(predicates) ?? new Map<string, ReadonlyMap<string, number>>();
  counted.set(predicates, kinds);
  const known = kinds.get(kind);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const entity of read.entitiesOfKind(kind, SAMPLE)) {
    for (const { predicate } of read.claimsBySubject(entity.id))
      counts.set(predicate, (counts.get(predicate) ?? 0) + 1);
  }
  kinds.set(kind, counts);
  return counts;
}
