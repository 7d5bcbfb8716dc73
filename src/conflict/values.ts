import { fold } from '../lore/fold.ts';
import type { Fact } from './fact.ts';
import { generalises, isOtherLevel } from './lattice.ts';
import type { World } from './world.ts';

/** A text that is the same exactly where two claims give the same value; it outlives a reload of the lorebook. */
export function valueText(world: World, fact: Fact): string {
  switch (fact.kind) {
    case 'entity':
      return fact.object === null ? '?' : `=${world.being(fact.object)?.slug ?? fact.object}`;
    case 'text':
      return `"${fold(fact.text ?? '')}`;
    case 'quantity':
      return `#${fact.low ?? ''}..${fact.high ?? ''}`;
    case 'date':
      return dateText(fact);
    case 'yesno':
      return fact.text ?? '';
    case 'unknown':
    case 'none':
      return fact.kind;
  }
}

/** A date as part of what a side says: the same bounds, the same text. */
export function dateText({ bounds }: Fact): string {
  return `@${bounds.sLo ?? ''}:${bounds.sHi ?? ''}:${bounds.eLo ?? ''}:${bounds.eHi ?? ''}`;
}

/** Longer texts are prose: that two sentences differ does not make them contradict. */
const LONGEST_WORDING = 3;
const SMALL_WORDS: ReadonlySet<string> = new Set(['a', 'an', 'the', 'of', 'in', 'at', 'by', 'on', 'to', 'and', 'was']);

/**
 * Whether two values of one property exclude each other. Across timelines prose counts too: there the difference is
 * told, not flagged.
 */
export function excludeEachOther(world: World, a: Fact, b: Fact): boolean {
  if (a.kind === 'entity' && b.kind === 'entity') {
    if (a.object === null || b.object === null || a.object === b.object) return false;
    return !isOtherLevel(world, a.object, b.object) && !generalises(world, a.object, b.object);
  }
  if (a.kind === 'text' && b.kind === 'text') return wordingsExclude(a, b);
  if (a.kind === 'yesno' && b.kind === 'yesno') return a.text !== b.text;
  return false;
}

function wordingsExclude(a: Fact, b: Fact): boolean {
  const first = stems(a.text ?? '');
  const second = stems(b.text ?? '');
  if (first.length === 0 || second.length === 0) return false;
  const isProse = first.length > LONGEST_WORDING || second.length > LONGEST_WORDING;
  if (isProse && a.continuity === b.continuity) return false;
  return !isPartOf(first, second) && !isPartOf(second, first);
}

function stems(text: string): readonly string[] {
  return fold(text)
    .split(' ')
    .filter((word) => word !== '' && !SMALL_WORDS.has(word));
}

/** "poison" is part of "wolfsbane poisoning": each word of the one begins, or is begun by, a word of the other. */
function isPartOf(inner: readonly string[], outer: readonly string[]): boolean {
  return inner.every((word) => outer.some((other) => isSameStem(word, other)));
}

function isSameStem(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 4 && long.startsWith(short));
}
