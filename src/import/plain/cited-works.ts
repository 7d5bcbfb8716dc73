import { fold } from '../../lore/fold.ts';
import { ITALIC, withoutMarks } from './block.ts';
import type { KnownLore } from './known-lore.ts';

/** One work as a page cites it. */
export interface CitedWork {
  /** As the lorebook writes it where it knows the work. */
  readonly title: string;
  readonly locator: string;
  /** "episode", "novel"; empty where the page does not say. */
  readonly form: string;
}

/** Tells titles of known works from other words. */
export interface WorkTitles {
  known(title: string): string | undefined;
}

/** Titles and other names of the works a lorebook has. */
export function workTitles(known: Pick<KnownLore, 'works' | 'aliases'>): WorkTitles {
  const titles = new Map<string, string>();
  for (const work of known.works()) {
    for (const alias of known.aliases(work.entity)) titles.set(fold(alias), work.title);
    titles.set(fold(work.title), work.title);
  }
  const get = (folded: string): string | undefined =>
    titles.get(folded) ?? titles.get(`the ${folded}`) ?? titles.get(folded.replace(/^the /, ''));
  return { known: (title) => get(fold(withoutMarks(title))) };
}

const QUOTED = /"([^"]{1,120})"|“([^”]{1,120})”|«([^»]{1,120})»/g;
const ITALICS = new RegExp(`${ITALIC.open}([^${ITALIC.close}]{1,120})${ITALIC.close}`, 'g');
const LABELLED = /^([^:"“]{1,70}?):\s+(.+)$/s;
const NO_LABEL =
  /^(?:note|notes|warning|see|update|edit|edited|i\.e\.|e\.g\.|status|also|that is|namely|pronounced|meaning|literally|born|died)$/i;
const LOCATOR =
  /^(.*?)[,\s]+((?:pages?|pp?|chapters?|chap|ch|vol(?:ume)?|part|book|act|scene|sc|canto|verse|lines?|ll?|fol(?:io)?|ep(?:isode)?|issue|stanza|section|§)\.?\s*[\dIVXLCivxlc][\w.:–-]*(?:\s*[,–-]\s*[\dIVXLC]+)*)$/s;
const NUMBERED_WORK =
  /^(?:session|chapter|episode|book|issue|volume|act|season|part|canto|log|entry|tape|letter|scroll)\s+(?:\d[\w.:×x–-]*|[IVXLC]+)\b/i;
const FORM_WORDS =
  /\b((?:video |computer |board |card |tabletop |short |television |radio |stage |graphic |web )?(?:episode|novel|novella|story|mission|game|film|movie|comic|issue|book|chronicle|poem|play|song|letter|chapter|session|module|adventure|article|series|manga|serial|volume|roll|saga|diary|log|broadcast|podcast))s?$/i;

/** The works a bracket or a note names; none where it is no citation. */
export function citedWorks(given: string, titles: WorkTitles): readonly CitedWork[] {
  const text = given
    .trim()
    .replace(/^(?:see(?: also)?|cf\.?|source:|sources:|from|as seen in|as told in|in)\s+(?=\S)/i, '');
  const parts = text.split(/\s*;\s*/);
  const works = parts.map((part) => partWorks(part, titles));
  return works.every((found) => found.length > 0) ? works.flat() : [];
}

function partWorks(part: string, titles: WorkTitles): readonly CitedWork[] {
  const whole = known(part, '', titles);
  if (whole !== null) return [whole];
  const [, label, rest] = LABELLED.exec(part) ?? [];
  if (label !== undefined && rest !== undefined && isLabel(label)) {
    const form = FORM_WORDS.exec(withoutMarks(label).trim())?.[1]?.toLowerCase() ?? '';
    const titled = marked(rest, form, titles);
    if (titled.length > 0) return titled;
    return isTitle(rest) ? [work(rest, form, titles)] : [];
  }
  const titled = marked(part, '', titles);
  if (titled.length > 0 && isOnlyTitles(part)) return titled;
  if (NUMBERED_WORK.test(part) && part.length < 80) return [work(part, '', titles)];
  const before = LOCATOR.exec(part)?.[1];
  return before !== undefined && isTitle(before) ? [work(part, '', titles)] : [];
}

/** "DS9", "TNG novel", "Vale Cycle": something before a colon that is no clause. */
function isLabel(label: string): boolean {
  const bare = withoutMarks(label).trim();
  return !NO_LABEL.test(bare) && bare.split(/\s+/).length <= 8 && (/\p{Lu}|\d/u.test(bare) || FORM_WORDS.test(bare));
}

function isTitle(text: string): boolean {
  const bare = withoutMarks(text).trim();
  return /^[\p{Lu}\p{N}]/u.test(bare) && bare.length <= 120 && bare.split(/\s+/).length <= 14 && !/[.!?]\s/.test(bare);
}

function isOnlyTitles(part: string): boolean {
  const rest = part.replaceAll(QUOTED, ' ').replaceAll(ITALICS, ' ');
  return /^[\s,&]*(?:(?:and|in|from|of|the|season|episode|s?\d[\w.×x-]*|[A-Z]{2,5})[\s,]*)*$/i.test(rest);
}

/** Titles in quotation marks or italics. */
function marked(text: string, form: string, titles: WorkTitles): readonly CitedWork[] {
  const found = [...text.matchAll(QUOTED), ...text.matchAll(ITALICS)].map(
    (match) => match[1] ?? match[2] ?? match[3] ?? '',
  );
  const [only] = found;
  const after = found.length === 1 && only !== undefined ? text.slice(text.indexOf(only) + only.length) : '';
  const place = LOCATOR.exec(`x${after.replace(/^["”»\uE001]/, '')}`)?.[2] ?? '';
  return found.map((title) => ({ ...work(title, form, titles), ...(place === '' ? {} : { locator: place }) }));
}

function known(text: string, form: string, titles: WorkTitles): CitedWork | null {
  const whole = titles.known(text);
  if (whole !== undefined) return { title: whole, locator: '', form };
  const [, before, locator] = LOCATOR.exec(text) ?? [];
  const title = before === undefined ? undefined : titles.known(before);
  return title === undefined || locator === undefined ? null : { title, locator, form };
}

function work(text: string, form: string, titles: WorkTitles): CitedWork {
  const found = known(text, form, titles);
  if (found !== null) return found;
  const bare = withoutMarks(text)
    .trim()
    .replace(/[\s,.;:]+$/, '');
  const [, before, locator] = LOCATOR.exec(bare) ?? [];
  return { title: (before ?? bare).replace(/[\s,]+$/, ''), locator: before === undefined ? '' : (locator ?? ''), form };
}

/** What a note at the foot of a page cites: its known work or title, else its words up to the first stop. */
export function notedWorks(given: string, titles: WorkTitles): readonly CitedWork[] {
  const text = given
    .trim()
    .replace(/^(?:[\^↑]|\[\d+\]|\d+\.)\s*/, '')
    .replace(/\s*\.$/, '');
  const found = citedWorks(text, titles);
  if (found.length > 0) return found;
  const titled = marked(text, '', titles);
  if (titled.length > 0) return titled;
  const [first = ''] = text.split(/(?<=[^\d\s]{3})[.,;](?:\s|$)/);
  return first.trim() === '' ? [] : [work(text.length <= 120 && LOCATOR.test(text) ? text : first, '', titles)];
}
