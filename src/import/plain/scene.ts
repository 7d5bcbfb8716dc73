import type { Calendar } from '../../lore/time/calendar.ts';
import { type DateSpan, datesIn } from './dates-in-text.ts';
import type { NameBook } from './name-book.ts';
import type { NameSpan } from './name-span.ts';
import { namesIn } from './names-in-text.ts';
import { isWord, type Token, tokensOf, type Word } from './words.ts';

/** A sentence as patterns see it: names and dates are one item each. */
export type Item =
  | { readonly kind: 'name'; readonly name: NameSpan }
  | { readonly kind: 'date'; readonly date: DateSpan }
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'mark'; readonly mark: string };

/** What was said before in the paragraph, for "he", "it" and "that year". */
export interface Before {
  readonly date: DateSpan | null;
  readonly names: readonly NameSpan[];
  /** What the sentence before was about, where its first words say so. */
  readonly subject: NameSpan | null;
}

/** A sentence ready for the patterns. */
export interface Scene {
  readonly text: string;
  readonly items: readonly Item[];
  readonly before: Before;
  readonly book: NameBook;
  readonly timeline: string | null;
  /** What the page is about; null where it does not say. */
  readonly topic: NameSpan | null;
}

export interface Place {
  readonly book: NameBook;
  readonly calendar: Calendar;
  readonly timeline: string | null;
  readonly topic: NameSpan | null;
}

const SAME_YEAR = /^(?:that|same)$/;

export function sceneOf(text: string, before: Before, place: Place): Scene {
  const tokens = tokensOf(text);
  const dates = [...datesIn(text, tokens, place.calendar), ...sameYear(tokens, before)].sort((a, b) => a.from - b.from);
  const names = namesIn(text, tokens, dates, place.book, place.timeline);
  const { book, timeline, topic } = place;
  return { text, items: itemsOf(tokens, dates, names), before, book, timeline, topic };
}

/** What the next sentence may refer back to. */
export function afterScene(scene: Scene): Before {
  const names = scene.items.flatMap((item) => (item.kind === 'name' ? [item.name] : []));
  const date = scene.items.findLast((item) => item.kind === 'date');
  return {
    date: date?.date ?? scene.before.date,
    names: names.length > 0 ? names : scene.before.names,
    subject: openingName(scene.items),
  };
}

/** The name a sentence opens with: behind an article, or a date and a comma at most. */
function openingName(items: readonly Item[]): NameSpan | null {
  const start = items[0]?.kind === 'date' ? (markAt(items, 1) === ',' ? 2 : 1) : 0;
  const at = lowerAt(items, start) === 'the' ? start + 1 : start;
  const name = nameAt(items, at);
  return name !== null && !name.isPossessive && lowerAt(items, at + 1) !== '' ? name : null;
}

/** "In that year", "the same year": the date of the sentence before. */
function sameYear(tokens: readonly Token[], before: Before): readonly DateSpan[] {
  const { date } = before;
  if (date === null) return [];
  return tokens.flatMap((token, at) => {
    const [lead, year] = [tokens[at - 1], tokens[at + 1]];
    if (!isWord(token) || !SAME_YEAR.test(token.lower) || !isWord(year) || year.lower !== 'year') return [];
    const from = isWord(lead) && /^(?:in|the|during)$/.test(lead.lower) ? at - 1 : at;
    const first = isWord(tokens[from - 1]) && /^in$/i.test((tokens[from - 1] as Word).text) ? from - 1 : from;
    return [{ ...date, from: first, to: at + 1, isAsOf: false, isEnd: false, isStart: false }];
  });
}

function itemsOf(tokens: readonly Token[], dates: readonly DateSpan[], names: readonly NameSpan[]): readonly Item[] {
  const items: Item[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const date = dates.find((one) => one.from <= at && at <= one.to);
    const name = date === undefined ? names.find((one) => one.from <= at && at <= one.to) : undefined;
    const token = tokens[at];
    if (date !== undefined) {
      items.push({ kind: 'date', date });
      at = date.to;
    } else if (name !== undefined) {
      items.push({ kind: 'name', name });
      at = name.to;
    } else if (token !== undefined) {
      items.push(isWord(token) ? { kind: 'word', word: token } : { kind: 'mark', mark: token.mark });
    }
  }
  return items;
}

/** The word at a place in small letters; empty for a name, a date or a mark. */
export function lowerAt(items: readonly Item[], at: number): string {
  const item = items[at];
  return item?.kind === 'word' ? item.word.lower : '';
}

export function nameAt(items: readonly Item[], at: number): NameSpan | null {
  const item = items[at];
  return item?.kind === 'name' ? item.name : null;
}

export function markAt(items: readonly Item[], at: number): string {
  const item = items[at];
  return item?.kind === 'mark' ? item.mark : '';
}
