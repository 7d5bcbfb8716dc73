import { fold } from '../../lore/fold.ts';
import type { Predicate } from '../../lore/predicate.ts';
import type { LoreReader } from '../../lore/reader.ts';

/** A predicate as people write it: "Member of", "member-of" and member_of are one. What is not known stays as typed. */
export function typedPredicate({ predicates }: LoreReader, typed: string): string {
  if (predicates.get(typed) !== undefined) return typed;
  const wanted = fold(typed.replaceAll('_', ' '));
  return predicates.all.find(({ id }) => fold(id.replaceAll('_', ' ')) === wanted)?.id ?? typed;
}

/** Predicates that share words with what was typed, in their names, phrases or meaning; closest first. */
export function nearPredicates({ predicates }: LoreReader, typed: string, most: number): readonly Predicate[] {
  const wanted = fold(typed.replaceAll('_', ' '));
  if (wanted === '') return [];
  return predicates.all
    .map((predicate) => ({ predicate, score: closeness(predicate, wanted) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ predicate }) => predicate);
}

function closeness({ id, inverse, phrases, meaning }: Predicate, wanted: string): number {
  const name = fold(id.replaceAll('_', ' '));
  if (name.startsWith(wanted)) return 5;
  const said = phrases.map((phrase) => fold(phrase.replace(/\s*->.*$/, '')));
  if (said.includes(wanted)) return 4;
  if (inverse !== null && fold(inverse.replaceAll('_', ' ')).startsWith(wanted)) return 3;
  const words = wanted.split(' ').filter((word) => word.length > 2);
  const all = `${name} ${said.join(' ')} ${fold(meaning)}`;
  if (words.length > 0 && words.every((word) => all.includes(word))) return 2;
  return words.some((word) => name.includes(word)) ? 1 : 0;
}
