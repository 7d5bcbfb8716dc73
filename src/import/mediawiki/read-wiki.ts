import { type Predicate, type PredicateCatalogue, predicateCatalogue } from '../../lore/predicate.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import type { Gathered, Place } from '../gathered.ts';
import { guessMapping } from '../mapping/guess.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { newPredicates } from '../mapping/new-predicates.ts';
import type { KnownLore } from '../plain/known-lore.ts';
import { wikiExport } from './export-pages.ts';
import { LinkedNames } from './linked-names.ts';
import { FieldReader } from './read-fields.ts';
import { passagesOfPage } from './read-prose.ts';
import { PATIENCE_MS } from './suggest-prose.ts';
import { newWikiSurvey, surveyWiki } from './survey-wiki.ts';
import { WikiTitles } from './titles.ts';
import { wikiEntities } from './wiki-entities.ts';
import { fieldFlattening, readWikiPage } from './wiki-page.ts';

export interface WikiOptions {
  /** What the file is called in the report. */
  readonly file: string;
  readonly encoding: string | null;
  readonly calendar: Calendar;
  readonly predicates: PredicateCatalogue;
  /** The lorebook, with the wiki's own things in it once they were gathered. */
  readonly known: KnownLore;
  /** What is known of the wiki's templates already. */
  readonly mapping: Mapping;
  readonly onProgress?: (pages: number) => void;
}

/** What was seen in an export, for the report. */
export interface WikiCounts {
  articles: number;
  redirects: number;
  disambiguations: number;
  /** Pages of other namespaces. */
  passedOver: number;
  records: number;
  parameters: number;
  parametersTaken: number;
  citations: number;
  citationsAttached: number;
}

export interface WikiReading {
  readonly gathered: Generator<Gathered>;
  /** Known once the first thing was gathered. */
  readonly mapping: () => Mapping;
  readonly predicates: () => readonly Predicate[];
  readonly counts: WikiCounts;
}

/**
 * Reads a MediaWiki export in two passes: first what pages and templates there are, so that the mapping can be guessed
 * and links resolved, then page by page. Gathering throws ImportError where the file is damaged.
 */
export function readWiki(path: string, options: WikiOptions): WikiReading {
  const counts: WikiCounts = {
    articles: 0,
    redirects: 0,
    disambiguations: 0,
    passedOver: 0,
    records: 0,
    parameters: 0,
    parametersTaken: 0,
    citations: 0,
    citationsAttached: 0,
  };
  let mapping = options.mapping;
  let fresh: readonly Predicate[] = [];
  function* gather(): Generator<Gathered> {
    const survey = newWikiSurvey();
    const fault = surveyWiki(path, options, survey);
    mapping = guessMapping(survey.records, options.mapping, options.predicates);
    fresh = newPredicates(mapping, options.predicates);
    counts.redirects = survey.redirects.size;
    counts.disambiguations = survey.namesakes.size;
    counts.articles = survey.pages.size;
    const titles = new WikiTitles(survey, mapping);
    const placeOf = (page: string, line: number): Place => ({ file: options.file, page, line });
    const source = wikiExport(path, options.encoding);
    const flattening = fieldFlattening(source.site);
    const fields = new FieldReader({
      mapping,
      titles,
      flattening,
      calendar: options.calendar,
      predicates: predicateCatalogue([...options.predicates.all, ...fresh]),
      counts,
    });
    const names = new LinkedNames(options.known, titles);
    const patience = { leftMs: PATIENCE_MS };
    yield* wikiEntities(survey, titles, survey.site, placeOf);
    let read = 0;
    for (const page of source.pages) {
      read += 1;
      options.onProgress?.(read);
      if (page.redirect !== null) continue;
      const told = readWikiPage(page, source.site);
      const place = placeOf(page.title, page.line);
      if (page.isCut || told.faults.has('too-long')) yield { kind: 'left-out', place, reason: importReasons.tooLong };
      if (told.faults.has('too-deep')) yield { kind: 'left-out', place, reason: importReasons.tooDeep };
      const first = survey.pages.get(page.title)?.line;
      if (first !== undefined && first !== page.line) {
        yield { kind: 'left-out', place, reason: importReasons.twoPages(first) };
      }
      yield* fields.ofPage(told, place);
      yield* passagesOfPage(told, place, { titles, flattening, counts, names, patience, calendar: options.calendar });
    }
    yield* fields.leftOut(options.file);
    counts.passedOver = source.passedOver();
    if (fault !== null) throw fault;
  }
  return { gathered: gather(), mapping: () => mapping, predicates: () => fresh, counts };
}
