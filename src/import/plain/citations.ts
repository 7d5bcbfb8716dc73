import type { GatheredCitation } from '../gathered.ts';
import { withoutMarks } from './block.ts';
import { type CitedWork, citedWorks, type WorkTitles } from './cited-works.ts';
import { type Sentence, sentencesIn } from './sentences.ts';

/** Works cited at one place, and the stretch of text they stand for. */
export interface Citation {
  readonly works: readonly CitedWork[];
  readonly reach: GatheredCitation['reach'];
  readonly from: number;
  readonly to: number;
  /** Character of the shown text after which it stands. */
  readonly shownAt: number;
}

/** A paragraph as it is read: without its citations, which know what they reach. */
export interface CitedParagraph {
  /** As it stood. */
  readonly shown: string;
  /** Without citations. */
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly citations: readonly Citation[];
  /** Numbers of notes that the page does not have. */
  readonly lostNotes: readonly string[];
}

/** A bracket that holds no other, or the number of a note. */
const BRACKET = /\(([^()]{2,400})\)|\[(\d{1,4}|note \d{1,3}|[a-z])\]|[\u00B9\u00B2\u00B3\u2070-\u2079]+/gu;
const ACCORDING =
  /\b(?:according to|as told in|as recorded in|as written in)\s+(?:the\s+)?("[^"]{1,120}"|“[^”]{1,120}”|\uE000[^\uE001]{1,120}\uE001|\p{Lu}[\p{L}\p{N}'’-]*(?:\s+(?:(?:of|the|and|to|in|for|de|von)\s+)*\p{Lu}[\p{L}\p{N}'’-]*)*)/giu;
/** What is written rather than what speaks. */
const WRITING =
  /\b(?:annals?|chronicles?|books?|rolls?|songs?|letters?|codex|sagas?|tales?|scrolls?|records?|journals?|diary|diaries|logs?|history|histories|eddas?|ballads?|charters?|maps?|plays?|novels?|episodes?|films?|reports?|archives?|testament|gospel|legends?|manuscripts?|encyclop(?:a|ae)edia|guide|atlas|compendium|poem)\b/i;
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

interface Placed {
  readonly works: readonly CitedWork[];
  /** In the text without citations. */
  readonly at: number;
  readonly shownAt: number;
  readonly isNumbered: boolean;
}

/** Takes the citations out of a paragraph and finds what each stands for. `notes` are those at the foot of the page. */
export function readCitations(
  given: string,
  titles: WorkTitles,
  notes: ReadonlyMap<string, readonly CitedWork[]>,
): CitedParagraph {
  const placed: Placed[] = [];
  const lostNotes: string[] = [];
  let marked = '';
  let last = 0;
  for (const match of given.matchAll(BRACKET)) {
    const inner = match[1];
    const number = inner === undefined ? (match[2] ?? plainDigits(match[0])) : null;
    const works = number === null ? citedWorks(inner ?? '', titles) : (notes.get(number) ?? []);
    if (number !== null && works.length === 0 && notes.size > 0) lostNotes.push(number);
    if (works.length === 0 && !(number !== null && notes.size > 0)) continue;
    marked += given.slice(last, match.index);
    last = match.index + match[0].length;
    if (works.length > 0) {
      const shownAt = withoutMarks(given.slice(0, match.index)).trimEnd().length;
      placed.push({ works, at: withoutMarks(marked).trimEnd().length, shownAt, isNumbered: number !== null });
    }
  }
  marked += given.slice(last);
  const text = withoutMarks(marked);
  const sentences = sentencesIn(text);
  return {
    shown: withoutMarks(given),
    text,
    sentences,
    citations: [...reaching(placed, text, sentences), ...named(marked, given, titles, sentences)],
    lostNotes,
  };
}

/**
 * Inside a sentence it stands for that sentence; behind a full stop for all since the citation before it, a note's
 * number for the one sentence only.
 */
function reaching(placed: readonly Placed[], text: string, sentences: readonly Sentence[]): readonly Citation[] {
  let since = 0;
  let group = { at: -1, from: 0 };
  return placed.map(({ works, at, shownAt, isNumbered }, index) => {
    if (at === 0) return { works, reach: 'paragraph', from: 0, to: placed[index + 1]?.at || text.length, shownAt };
    const sentence = sentences.findLast((one) => one.from < at) ?? { from: 0, to: text.length };
    const isBehind = /[.!?…]["”’)\]]*$/.test(text.slice(0, at));
    if (!isBehind || isNumbered) return { works, reach: 'sentence', from: sentence.from, to: sentence.to, shownAt };
    if (at !== group.at) group = { at, from: since };
    since = at;
    return { works, reach: 'paragraph', from: group.from, to: at, shownAt };
  });
}

/** "according to the Annals of …": a writing, or a title in quotation marks; what somebody says is no work. */
function named(marked: string, given: string, titles: WorkTitles, sentences: readonly Sentence[]): readonly Citation[] {
  return [...marked.matchAll(ACCORDING)].flatMap((match) => {
    const inner = match[1] ?? '';
    const bare = withoutMarks(inner).replace(/^["“]|["”]$/g, '');
    const title = titles.known(bare) ?? (bare !== inner || WRITING.test(bare) ? bare : undefined);
    const at = withoutMarks(marked.slice(0, match.index)).length;
    const sentence = sentences.find((one) => one.from <= at && at < one.to);
    if (title === undefined || sentence === undefined) return [];
    const works = [{ title, locator: '', form: '' }];
    const shownAt = withoutMarks(given.slice(0, Math.max(0, given.indexOf(match[0])))).length + bare.length;
    return [{ works, reach: 'sentence' as const, from: sentence.from, to: sentence.to, shownAt }];
  });
}

function plainDigits(text: string): string {
  return [...text].map((digit) => SUPERSCRIPT.indexOf(digit)).join('');
}
