import { hasInnerClause, isClauseOf, isVerbLike } from './clauses.ts';
import type { NameSpan } from './name-span.ts';
import { type Item, lowerAt, markAt, nameAt, type Scene } from './scene.ts';
import { verbForm } from './verbs.ts';
import { AUXILIARIES, CONJUNCTIONS, DETERMINERS, isAdverb, PREPOSITIONS, STARTERS } from './words.ts';

/** Names that stand as one part of a clause, and the items they cover. */
export interface Phrase {
  readonly names: readonly NameSpan[];
  readonly from: number;
  readonly to: number;
}

const REPORTING = /^(?:claimed|said|says|believed|stated|reported|wrote|writes|declared|announced|held|thought|that)$/;
const MOST_ADJECTIVES = 3;
const NUMBER = /^(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|several|many)$/;

/** The subject that ends just before `at`: names with nothing but adverbs between them and the verb. */
export function subjectBefore(scene: Scene, at: number, depth = 0): Phrase | null {
  const { items } = scene;
  let last = at - 1;
  while (last >= 0 && isAdverb(lowerAt(items, last))) last -= 1;
  const lower = lowerAt(items, last);
  if (lower === 'who' || lower === 'which' || lower === 'that') {
    const name = markAt(items, last - 1) === ',' ? last - 2 : last - 1;
    const phrase = namesEndingAt(scene, name, false);
    // "the Queen of Thorns who": of the queen, not of what she is queen of.
    return phrase !== null && PREPOSITIONS.has(lowerAt(items, phrase.from - 1)) ? null : phrase;
  }
  if (/^(?:he|she|they|it)$/.test(lower)) return pronoun(scene, lower, last);
  if (markAt(items, last) === ',' || markAt(items, last) === ')' || markAt(items, last) === '–') {
    const closing = markAt(items, last);
    const opening = openingOf(items, last, closing);
    return opening === -1 ? null : namesEndingAt(scene, opening - 1, true);
  }
  if (lower === 'and' || lower === 'but' || lower === 'then' || lower === 'or')
    return depth > 0 ? null : clauseSubject(scene, last);
  return namesEndingAt(scene, last, true);
}

/** Where the apposition that closes at `last` opens: "Osric, king of the Vale, took". */
function openingOf(items: readonly Item[], last: number, closing: string): number {
  const opening = closing === ')' ? '(' : closing;
  for (let at = last - 1; at >= Math.max(1, last - 12); at -= 1) {
    if (markAt(items, at) === opening) return items[at - 1]?.kind === 'name' ? at : -1;
    if (AUXILIARIES.has(lowerAt(items, at))) return -1;
  }
  return -1;
}

/** "X did this and took that": whoever the clause before is about. */
export function clauseSubject(scene: Scene, before: number): Phrase | null {
  const { items } = scene;
  for (let at = before - 1; at > 0; at -= 1) {
    const name = nameAt(items, at - 1) ?? nameAt(items, at - 2);
    const lower = lowerAt(items, at);
    if (lower === '' || !isVerbLike(lower) || name === null) continue;
    const phrase = subjectBefore(scene, nameAt(items, at - 1) === null ? at - 1 : at, 1);
    // "Osric heard that the wolves broke in, killing Hild": another clause begins between.
    if (phrase !== null) return hasInnerClause(items, at, before) ? null : phrase;
  }
  // A line of a list: "Hild (warden of the Ford and owned the mill)".
  const first = nameAt(items, 0);
  return first !== null && markAt(items, 1) === '(' ? { names: [first], from: 0, to: 0 } : null;
}

/** The names of a list that ends at `last` ("A", "A and B", "A, B and C"), where the whole may be a subject. */
function namesEndingAt(scene: Scene, last: number, isSubject: boolean): Phrase | null {
  const { items } = scene;
  const name = nameAt(items, last);
  if (name === null || name.isPossessive) return null;
  const names = [name];
  let from = last;
  for (;;) {
    const start = phraseStart(items, from);
    const before = start - 1;
    const joint =
      lowerAt(items, before) === 'and'
        ? before - 1
        : markAt(items, before) === ',' && names.length > 1
          ? before - 1
          : -1;
    const comma = joint >= 0 && markAt(items, joint) === ',' ? joint - 1 : joint;
    const other = comma >= 0 ? nameAt(items, comma) : null;
    if (other === null || other.isPossessive || (names.length === 1 && lowerAt(items, before) !== 'and')) break;
    // "in Eastmarch and Osric took": a list of subjects does not begin behind a preposition.
    if (isSubject && !opensClause(items, phraseStart(items, comma) - 1)) break;
    names.unshift(other);
    from = comma;
  }
  const start = phraseStart(items, from);
  if (isSubject && !opensClause(items, start - 1)) return null;
  return { names, from: start, to: last };
}

/** Where the phrase of the name at `at` begins: its article and what stands between. */
function phraseStart(items: readonly Item[], at: number): number {
  for (let start = at - 1; start >= Math.max(0, at - 1 - MOST_ADJECTIVES); start -= 1) {
    const lower = lowerAt(items, start);
    if (DETERMINERS.has(lower) && lower !== 'that') return start;
    if (lower === '' || PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || AUXILIARIES.has(lower)) break;
    if (isVerbLike(lower) && !/(?:ed|s)$/.test(lower)) break;
  }
  return at;
}

function opensClause(items: readonly Item[], before: number): boolean {
  const item = items[before];
  if (item === undefined || item.kind === 'mark' || item.kind === 'date') return true;
  if (item.kind === 'name') return false;
  const { lower } = item.word;
  // "Then", "Perhaps" at the head of a sentence.
  if (before === 0 && !PREPOSITIONS.has(lower) && STARTERS.has(lower)) return true;
  return (
    (CONJUNCTIONS.has(lower) && !PREPOSITIONS.has(lower)) ||
    REPORTING.test(lower) ||
    isAdverb(lower) ||
    BEFORE_CLAUSE.has(lower)
  );
}
/** Also conjunctions, though they are prepositions too. */
const BEFORE_CLAUSE = new Set('after before until since as'.split(' '));

/** "they", "it": the subject of the clause before; "he", "she": the last person named. */
function pronoun(scene: Scene, lower: string, at: number): Phrase | null {
  if (lower === 'they' || lower === 'it') {
    const subject = clauseSubject(scene, at);
    if (subject !== null) return lower === 'it' && subject.names.some(isPerson) ? null : { ...subject, to: at };
    const opening = at === 0 ? scene.before.subject : null;
    return opening === null || isPerson(opening) ? null : { names: [opening], from: at, to: at };
  }
  // Further on, it may be anybody whom the sentence has named.
  const opens =
    at === 0 || (at === 1 && lowerAt(scene.items, 0) !== '') || (scene.items[0]?.kind === 'date' && at <= 2);
  const only = opens ? personBefore(scene, at, null) : null;
  return only === null ? null : { names: [only], from: at, to: at };
}

/** Whom "he", "her" means: the one person named before it in the sentence, else whom the sentence before is about. */
export function personBefore(scene: Scene, at: number, except: string | null): NameSpan | null {
  const isMeant = (name: NameSpan): boolean => isPerson(name) && name.cell !== except && !scene.book.isPlace(name.cell);
  const here = scene.items
    .slice(0, at)
    .flatMap((item) => (item.kind === 'name' && isMeant(item.name) ? [item.name] : []));
  const [first] = here;
  if (first !== undefined) return here.every((one) => one.cell === first.cell) ? first : null;
  const people = scene.before.names.filter(isMeant);
  const [subject] = people;
  const isClear =
    subject !== undefined && (scene.before.names[0] === subject || people.every((one) => one.cell === subject.cell));
  return isClear ? subject : null;
}

/** A person for all that is known: one the lorebook has, or a name without "the" and without "of". */
export function isPerson(name: NameSpan): boolean {
  if (name.entity !== null) return name.entity.kind === 'person';
  if (name.title !== null) return true;
  return (
    !name.isDefinite &&
    !/ (?:of|the) |\d/.test(name.cell) &&
    !/\b(?:Empire|Kingdom|Republic|Alliance|Union|Order|Guild|League|Battle|Treaty|War|City|Castle)\b/.test(name.cell)
  );
}

/** What a preposition, an end, another clause may follow. */
const AFTER_OBJECT = new Set([
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  'there',
  'here',
  'itself',
  'himself',
  'herself',
  'themselves',
  'alone',
  'back',
  'again',
  'too',
  'together',
]);

/** The names that begin at `at` as an object: "the Ford", "Hild and the two Marches". A name inside a longer phrase is none. */
export function objectsAfter(items: readonly Item[], at: number): Phrase | null {
  const names: NameSpan[] = [];
  let next = at;
  let to = at - 1;
  for (;;) {
    const found = headAt(items, next);
    if (found === null || (names.length > 0 && isClauseOf(items, found.at))) break;
    names.push(found.name);
    to = found.at;
    const isComma = markAt(items, to + 1) === ',';
    const and = isComma ? to + 2 : to + 1;
    if (lowerAt(items, and) === 'and' && headAt(items, and + 1) !== null) next = and + 1;
    else if (isComma && headAt(items, to + 2) !== null && isList(items, to + 2)) next = to + 2;
    else break;
  }
  if (names.length === 0) return null;
  return { names, from: at, to };
}

/** Whether commas lead on to an "and": a list, and no apposition. */
function isList(items: readonly Item[], at: number): boolean {
  const head = headAt(items, at);
  if (head === null) return false;
  const isComma = markAt(items, head.at + 1) === ',';
  const and = isComma ? head.at + 2 : head.at + 1;
  return lowerAt(items, and) === 'and' || (isComma && isList(items, and));
}

/** The name that a phrase beginning at `at` comes to, where nothing follows that would make it part of another. */
function headAt(items: readonly Item[], at: number): { readonly name: NameSpan; readonly at: number } | null {
  for (let index = at; index <= at + 1 + MOST_ADJECTIVES; index += 1) {
    const name = nameAt(items, index);
    if (name !== null) {
      const owned = name.isPossessive ? nameAt(items, index + 1) : null;
      if (name.isPossessive)
        return owned !== null && endsPhrase(items, index + 1) ? { name: owned, at: index + 1 } : null;
      return endsPhrase(items, index) ? { name, at: index } : null;
    }
    const lower = lowerAt(items, index);
    if (lower === '' || lower === 'of') return null;
    const isBare = index === at || !DETERMINERS.has(lowerAt(items, index - 1));
    if (lower === 'that' || (isBare && (/ing$/.test(lower) || isAdverb(lower)))) return null;
    // "freed the serfs and took the ford": a verb, and no adjective.
    if (verbForm(lower) !== undefined && isBare) return null;
    if (DETERMINERS.has(lower) || NUMBER.test(lower)) continue;
    if (PREPOSITIONS.has(lower) || CONJUNCTIONS.has(lower) || AUXILIARIES.has(lower)) return null;
  }
  return null;
}

function endsPhrase(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  if (next === undefined || next.kind === 'mark' || next.kind === 'date') return true;
  if (next.kind === 'name') return false;
  const { lower } = next.word;
  return AFTER_OBJECT.has(lower) || isAdverb(lower) || /^(?:being|was|were|is|are|had|has)$/.test(lower);
}
