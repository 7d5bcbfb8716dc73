import { type Pattern, patternOf } from './osa.ts';
import { isUnspaced } from './scripts.ts';
import { soundOf, soundsLike } from './sound.ts';

/** How a name came closest to the query. */
export type Nearness = 'same' | 'beginning' | 'word' | 'spelling' | 'order';

export interface Closeness {
  /** Edits, plus a part of one for each way in which the name is not the query itself. */
  readonly cost: number;
  readonly nearness: Nearness;
}

/** A query, prepared once to be compared with many names. */
export interface Aim {
  readonly folded: string;
  readonly words: readonly string[];
  readonly joined: string;
  readonly bare: string;
  readonly sound: string;
  readonly pattern: Pattern;
  /** The words in alphabetical order; absent for a single word. */
  readonly sorted: Pattern | undefined;
  /** A name that costs more is not shown. */
  readonly mostCost: number;
}

const JOINED = 0.1;
const ARTICLE = 0.2;
const SWAPPED = 0.25;
const WHOLE_BEGINNING = 0.4;
const BEGINNING = 0.45;
const WHOLE_WORD = 0.5;
const WORD_BEGINNING = 0.6;
/** A name that sounds the same: an edit counts half. */
const HEARD = 0.4;
const HEARD_EDIT = 0.5;
const LEAST_SOUND = 2;
const LEADING_ARTICLE = /^(?:the|a|an) (?=.)/;
const SPACE = 0x20;
/** More spaces than this are not typed too many or too few. */
const MOST_GAPS = 4;
const TINY = 1e-9;

/** What a typed text is compared by, worked out once for all names. */
export function aimOf(folded: string, perLetter: number): Aim {
  const words = folded.split(' ');
  const letters = folded.length;
  return {
    folded,
    words,
    joined: folded.replaceAll(' ', ''),
    bare: folded.replace(LEADING_ARTICLE, ''),
    sound: soundOf(folded),
    pattern: patternOf(folded),
    sorted: words.length > 1 ? patternOf(sortWords(words)) : undefined,
    // Nothing but beginnings for one or two letters, then so many edits a letter.
    mostCost: letters <= 2 ? 0.65 : 0.65 + perLetter * letters,
  };
}

/**
 * Optimal string alignment of the query with the name, with its words sorted, with its beginning, and with what
 * begins at each later word, whichever is cheapest; undefined where each costs more than may be shown. A difference in
 * length is a lower bound of any distance, which saves most of the work.
 */
export function closenessOf(aim: Aim, name: string): Closeness | undefined {
  if (name === aim.folded) return { cost: 0, nearness: 'same' };
  const letters = aim.folded.length;
  let cost = aim.mostCost + TINY;
  let nearness: Nearness | undefined;
  const offer = (offered: number, how: Nearness): void => {
    if (offered >= cost) return;
    cost = offered;
    nearness = how;
  };
  const whole = aim.pattern.distances(name, 0);
  const edits = whole[name.length] ?? 0;
  offer(edits, 'spelling');
  const heard = HEARD + HEARD_EDIT * edits;
  if (heard < cost && aim.sound.length >= LEAST_SOUND && soundsLike(aim.sound, name)) offer(heard, 'spelling');
  for (let end = Math.max(1, Math.ceil(letters - cost)); end < name.length; end += 1) {
    const distance = whole[end] ?? 0;
    if (distance + WHOLE_BEGINNING >= cost) continue;
    const toll = name.charCodeAt(end) === SPACE ? WHOLE_BEGINNING : BEGINNING;
    offer(distance + toll, distance === 0 ? 'beginning' : 'spelling');
  }
  for (let gap = name.indexOf(' '); gap > 0 && cost > WHOLE_WORD; gap = name.indexOf(' ', gap + 1)) {
    if (letters - (name.length - gap - 1) + WHOLE_WORD < cost) offerWord(aim.pattern, name, gap + 1, cost, offer);
  }
  if (cost > JOINED && edits <= MOST_GAPS && name.replaceAll(' ', '') === aim.joined) offer(JOINED, 'spelling');
  if (cost > ARTICLE && edits <= MOST_GAPS && name.replace(LEADING_ARTICLE, '') === aim.bare) offer(ARTICLE, 'word');
  if (cost > WORD_BEGINNING && isUnspaced(aim.folded.charCodeAt(0)) && name.includes(aim.folded)) {
    offer(WORD_BEGINNING, 'word');
  }
  if (aim.sorted !== undefined && Math.abs(name.length - letters) + SWAPPED < cost) {
    const words = name.split(' ');
    if (words.length > 1) {
      const sorted = sortWords(words);
      offer((aim.sorted.distances(sorted, 0)[sorted.length] ?? 0) + SWAPPED, 'order');
    }
  }
  return nearness === undefined ? undefined : { cost, nearness };
}

function offerWord(
  pattern: Pattern,
  name: string,
  start: number,
  below: number,
  offer: (cost: number, nearness: Nearness) => void,
): void {
  const distances = pattern.distances(name, start);
  const length = name.length - start;
  for (let end = Math.max(1, Math.ceil(pattern.text.length - below)); end <= length; end += 1) {
    const edits = distances[end] ?? 0;
    if (edits + WHOLE_WORD >= below) continue;
    const isWhole = end === length || name.charCodeAt(start + end) === SPACE;
    offer(edits + (isWhole ? WHOLE_WORD : WORD_BEGINNING), edits === 0 ? 'word' : 'spelling');
  }
}

function sortWords(words: readonly string[]): string {
  return words.toSorted().join(' ');
}
