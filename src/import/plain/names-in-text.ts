import type { Entity } from '../../lore/entity.ts';
import { fold } from '../../lore/fold.ts';
import type { DateSpan } from './dates-in-text.ts';
import type { NameBook } from './name-book.ts';
import type { NameSpan } from './name-span.ts';
import { isCapitalised, LONGEST_NAME, mayBegin, nameWindows } from './name-windows.ts';
import { DEED_NOUNS } from './verbs.ts';
import { DETERMINERS, isWord, STARTERS, type Token, type Word } from './words.ts';

/** A longer run of capitals is a headline. */
const MOST_WORDS = 7;
const JOINING = new Set(['of', 'de', 'von', 'van', 'der', 'del', 'la', 'al', 'bin', 'ibn']);
/** Kinds whose names in small letters say nothing of one thing. */
const NOT_DEFINITE = new Set(['office', 'species', 'work']);

/** The names of a sentence, longest first; what a date covers is no name. */
export function namesIn(
  text: string,
  tokens: readonly Token[],
  dates: readonly DateSpan[],
  book: NameBook,
  timeline: string | null,
): readonly NameSpan[] {
  return new Spotter(text, tokens, dates, book, timeline).all();
}

class Spotter {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #isDate: (at: number) => boolean;
  readonly #book: NameBook;
  readonly #timeline: string | null;

  constructor(
    text: string,
    tokens: readonly Token[],
    dates: readonly DateSpan[],
    book: NameBook,
    timeline: string | null,
  ) {
    this.#text = text;
    this.#tokens = tokens;
    this.#book = book;
    this.#timeline = timeline;
    this.#isDate = (at) => dates.some((date) => date.from <= at && at <= date.to);
    book.prepare(nameWindows(text, tokens, book.onlyCapitals));
  }

  all(): readonly NameSpan[] {
    const spans: NameSpan[] = [];
    for (let at = 0; at < this.#tokens.length; at += 1) {
      const span = this.#at(at);
      if (span === null) continue;
      spans.push(span);
      at = span.to;
    }
    return spans;
  }

  #at(at: number): NameSpan | null {
    const word = this.#word(at);
    if (word === undefined || this.#isDate(at) || !mayBegin(this.#tokens, at)) return null;
    const run = this.#runEnd(at);
    const known = this.#longestKnown(at, Math.max(run, at));
    if (known !== null && (run < at || known.to >= run)) return known;
    if (run < at) return known;
    return this.#titled(at, run) ?? this.#unknown(at, run) ?? known;
  }

  #longestKnown(at: number, run: number): NameSpan | null {
    for (let to = Math.min(this.#tokens.length, at + LONGEST_NAME) - 1; to >= at; to -= 1) {
      if (this.#book.onlyCapitals && !isCapitalised(this.#tokens, at, to)) continue;
      if (!this.#isUnbroken(at, to)) continue;
      const entity = this.#entityAt(at, to);
      if (entity !== null) {
        // A longer run of capitals is another name than the known one it begins with.
        return to < run && this.#word(to + 1)?.isCapital === true ? null : this.#span(at, to, entity, null);
      }
    }
    return null;
  }

  /** What the lorebook knows by these words, where they stand as a name. */
  #entityAt(at: number, to: number): Entity | null {
    const folded = fold(this.#slice(at, to));
    const direct = this.#book.entities(folded, this.#timeline);
    const found =
      direct.length > 0
        ? direct
        : this.#word(at)?.isCapital
          ? this.#book.entities(`the ${folded}`, this.#timeline)
          : [];
    const [entity] = found;
    if (entity === undefined || found.length > 1) return null;
    const words = this.#tokens.slice(at, to + 1).filter(isWord);
    const significant = words.filter((word) => !STARTERS.has(word.lower));
    const isCapital = significant.some((word) => word.isCapital && (word !== words[0] || at > 0 || words.length > 1));
    if (entity.kind === 'work' && words.length === 1) return null;
    // "the capture of X by Y": a deed that is told here, even where the lorebook has a name for it.
    const deed = words[0]?.lower === 'the' ? words[1] : words[0];
    if (deed?.isCapital === false && DEED_NOUNS[deed.lower] !== undefined && this.#word(to + 1)?.lower === 'by')
      return null;
    if (isCapital || (at === 0 && significant[0]?.isCapital)) return entity;
    if (NOT_DEFINITE.has(entity.kind) || significant.length === 0) return null;
    const before = this.#word(at - 1);
    const isThe = (words[0] ?? before)?.lower === 'the' || before?.lower === 'the';
    const isLed = before !== undefined && (DETERMINERS.has(before.lower) || before.isPossessive);
    return isThe || (isLed && words.length > 1) ? entity : null;
  }

  /** "Regent Worf", "the Terran Emperor Spock": a title and a name. */
  #titled(at: number, run: number): NameSpan | null {
    for (let split = at + 1; split <= run; split += 1) {
      const title = this.#slice(at, split - 1);
      if (!this.#book.isTitle(title, this.#timeline)) continue;
      const entity = this.#entityAt(split, run);
      if (entity?.kind === 'office') continue;
      return entity === null
        ? this.#named(split, run, title, at)
        : { ...this.#span(split, run, entity, title), from: at };
    }
    return null;
  }

  #unknown(at: number, run: number): NameSpan | null {
    const word = this.#word(at);
    if (word === undefined) return null;
    const isFirst = this.#isFirst(at);
    if (run === at && isFirst && !this.#isNameAtHead(word)) return null;
    const isStarter = run > at && isFirst && STARTERS.has(word.lower) && !this.#book.hasSeen(this.#slice(at, run));
    return isStarter ? this.#named(at + 1, run, null, at + 1) : this.#named(at, run, null, at);
  }

  #named(from: number, to: number, title: string | null, start: number): NameSpan | null {
    const surface = this.#slice(from, to);
    if (!/\p{L}/u.test(surface) || surface.length < 2) return null;
    const words = surface.split(' ');
    if (words.length > MOST_WORDS || (words.length > 2 && surface === surface.toUpperCase())) return null;
    const isDefinite = this.#word(start - 1)?.lower === 'the';
    const longer = from === to ? this.#book.longerName(surface, isDefinite) : null;
    const entity = longer === null ? null : (this.#book.entities(fold(longer), this.#timeline)[0] ?? null);
    const cell = entity === null ? (longer ?? surface) : this.#book.cellOf(entity);
    const isPossessive = this.#word(to)?.isPossessive === true;
    return { from: start, to, cell, surface, entity, isDefinite, isPossessive, title };
  }

  /** A single word at the head of a sentence has its capital from there. */
  #isNameAtHead(word: Word): boolean {
    if (this.#book.hasSeen(word.text)) return true;
    return !this.#book.isCommon(word.lower) && word.lower.length > 2 && !/(?:ing|ed|ly|s)$/.test(word.lower);
  }

  /** The last token of a run of capitals that begins here; before `at` where there is none. */
  #runEnd(at: number): number {
    const first = this.#word(at);
    if (first === undefined || !first.isCapital || (STARTERS.has(first.lower) && this.#isFirst(at))) return at - 1;
    if (STARTERS.has(first.lower) && !this.#word(at + 1)?.isCapital) return at - 1;
    let end = at;
    while (end + 1 < this.#tokens.length && !this.#word(end)?.isPossessive) {
      const next = this.#word(end + 1);
      if (next === undefined || this.#isDate(end + 1)) break;
      if (next.isCapital) {
        end += 1;
        continue;
      }
      const joined = this.#joinedTo(at, end, next);
      if (joined === end) break;
      end = joined;
    }
    return end;
  }

  /** "Battle of the Ford", "Aldric the Elder" are one name; "King of the Vale" is an office and where it is held. */
  #joinedTo(at: number, end: number, next: Word): number {
    const after = this.#word(end + 2);
    if (next.lower === 'the') return after?.isCapital && end === at && !this.#isFirst(at) ? end + 2 : end;
    if (!JOINING.has(next.lower) || this.#book.isTitle(this.#slice(at, end), this.#timeline)) return end;
    if (after?.isCapital) return end + 2;
    return after?.lower === 'the' && this.#word(end + 3)?.isCapital ? end + 3 : end;
  }

  #span(from: number, to: number, entity: Entity, title: string | null): NameSpan {
    const isDefinite = this.#word(from)?.lower === 'the' || this.#word(from - 1)?.lower === 'the';
    const surface = this.#slice(from, to);
    const cell = this.#book.cellOf(entity);
    const own = title ?? (entity.kind === 'person' ? this.#titleWithin(surface) : null);
    return {
      from,
      to,
      cell,
      surface,
      entity,
      isDefinite,
      isPossessive: this.#word(to)?.isPossessive === true,
      title: own,
    };
  }

  /** The title inside a known alias such as "Emperor Spock". */
  #titleWithin(surface: string): string | null {
    const words = surface.split(/\s+/);
    for (let length = words.length - 1; length >= 1; length -= 1) {
      const title = words.slice(0, length).join(' ');
      if (this.#book.isTitle(title, this.#timeline)) return title;
    }
    return null;
  }

  #isFirst(at: number): boolean {
    return !this.#tokens.slice(0, at).some((token) => isWord(token) || token.mark === ',');
  }

  #isUnbroken(at: number, to: number): boolean {
    for (let index = at; index <= to; index += 1) {
      if (!isWord(this.#tokens[index]) || this.#isDate(index)) return false;
    }
    return true;
  }

  #word(at: number): Word | undefined {
    const token = this.#tokens[at];
    return isWord(token) ? token : undefined;
  }

  #slice(at: number, to: number): string {
    return this.#text.slice(this.#tokens[at]?.from ?? 0, this.#tokens[to]?.to ?? 0);
  }
}
