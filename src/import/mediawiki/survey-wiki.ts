import type { Calendar } from '../../lore/time/calendar.ts';
import { ImportError } from '../import-problem.ts';
import { kindInCategories } from '../mapping/kind-words.ts';
import { recordKey } from '../mapping/mapping.ts';
import { type Survey, surveyField, surveyRecord } from '../mapping/survey.ts';
import { wikiExport } from './export-pages.ts';
import { isLinksOnly } from './field-items.ts';
import { type Flattening, piecesOf, titleOf, wordsOf } from './pieces.ts';
import type { WikiOptions } from './read-wiki.ts';
import { WikiSite } from './site.ts';
import { plainName } from './template-names.ts';
import { fieldFlattening, type ReadPage, readWikiPage } from './wiki-page.ts';

/** A page of content, as the first reading of an export keeps it. */
export interface KnownPage {
  readonly line: number;
  /** The template it is told by first, if any; and what its categories make of it. */
  readonly record: string | null;
  readonly categoryKind: string | null;
  readonly isDisambiguation: boolean;
}

export interface WikiSurvey {
  site: WikiSite;
  readonly records: Survey;
  readonly pages: Map<string, KnownPage>;
  /** Redirects by title; targets without their sections. */
  readonly redirects: Map<string, { readonly target: string; readonly line: number; readonly isPart: boolean }>;
  /** On pages that tell things of one name apart: the page's title and the titles it lists. */
  readonly namesakes: Map<string, readonly string[]>;
}

export function newWikiSurvey(): WikiSurvey {
  return { site: new WikiSite(), records: new Map(), pages: new Map(), redirects: new Map(), namesakes: new Map() };
}

/**
 * Goes through an export once and fills the survey: titles, redirects, and what its templates hold. Returns what is
 * wrong with the file, if it is damaged; what came before the damage is in the survey.
 */
export function surveyWiki(
  path: string,
  { encoding, calendar, onProgress }: Pick<WikiOptions, 'encoding' | 'calendar' | 'onProgress'>,
  survey: WikiSurvey,
): ImportError | null {
  const source = wikiExport(path, encoding);
  survey.site = source.site;
  const flattening = fieldFlattening(source.site);
  let read = 0;
  try {
    for (const page of source.pages) {
      read += 1;
      onProgress?.(read);
      if (page.redirect === null) surveyPage(readWikiPage(page, source.site), survey, flattening, calendar);
      else {
        const [target = '', section] = page.redirect.split('#');
        survey.redirects.set(page.title, { target: titleOf(target), line: page.line, isPart: section !== undefined });
      }
    }
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  return null;
}

function surveyPage(page: ReadPage, survey: WikiSurvey, flattening: Flattening, calendar: Calendar): void {
  for (const template of page.records) {
    const record = surveyRecord(survey.records, 'template', plainName(template.name));
    record.count += 1;
    for (const category of page.categories) record.categories.set(category, (record.categories.get(category) ?? 0) + 1);
    for (const { name, value } of template.parameters) {
      if (name === null || name === '') continue;
      const pieces = piecesOf(value, flattening);
      surveyField(record, name, { text: wordsOf(pieces).trim(), isLinks: isLinksOnly(pieces) }, calendar);
    }
  }
  const [first] = page.records;
  // Of two pages of one title the first one counts.
  if (survey.pages.has(page.title)) return;
  survey.pages.set(page.title, {
    line: page.line,
    record: first === undefined ? null : recordKey('template', plainName(first.name)),
    categoryKind: kindInCategories(page.categories),
    isDisambiguation: page.isDisambiguation,
  });
  if (page.isDisambiguation) survey.namesakes.set(page.title, listedOn(page));
}

/** The first link of each line: what stands further on tells of the thing that is listed. */
function listedOn(page: ReadPage): readonly string[] {
  const listed: string[] = [];
  let isTaken = false;
  for (const piece of page.prose) {
    if (piece.kind === 'text' && piece.text.includes('\n')) isTaken = false;
    else if (piece.kind === 'link' && !isTaken) {
      listed.push(piece.target);
      isTaken = true;
    }
  }
  return [...new Set(listed)];
}
