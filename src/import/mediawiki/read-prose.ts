import type { Calendar } from '../../lore/time/calendar.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type GatheredCitation, type Place, REF } from '../gathered.ts';
import { cutPassage } from '../passages.ts';
import { datesIn } from '../plain/dates-in-text.ts';
import { tokensOf } from '../plain/words.ts';
import { type CitationReading, sourcesIn } from './citations.ts';
import type { LinkedNames } from './linked-names.ts';
import type { Flattening } from './pieces.ts';
import { type Paragraph, paragraphsOf } from './prose.ts';
import type { WikiCounts } from './read-wiki.ts';
import { type Patience, suggestionsOfPage, type ToldParagraph } from './suggest-prose.ts';
import type { WikiTitles } from './titles.ts';
import type { ReadPage } from './wiki-page.ts';

export interface ProseReading {
  readonly titles: WikiTitles;
  readonly flattening: Flattening;
  readonly counts: WikiCounts;
  readonly calendar: Calendar;
  readonly names: LinkedNames;
  readonly patience: Patience;
}

/** The running text of a page as passages: what they link to, and what is cited for which sentence; then what it suggests. */
export function* passagesOfPage(page: ReadPage, place: Place, reading: ProseReading): Generator<Gathered> {
  const { titles, flattening, counts } = reading;
  const citing: CitationReading = { flattening, named: page.notes, isWork: titles.isWork, refOf: titles.refOf };
  const about = page.isDisambiguation ? undefined : `${REF}${page.title}`;
  const paragraphs = [...paragraphsOf(page.prose)];
  const told: ToldParagraph[] = [];
  for (const paragraph of paragraphs) {
    const citations = citationsOf(paragraph, citing);
    told.push({ paragraph, citations });
    counts.citations += paragraph.cited.length;
    if (paragraph.text.trim() === '') {
      for (const { work, locator } of citations) {
        const note = [work.replace(REF, ''), locator].filter((part) => part !== '').join(', ');
        yield { kind: 'left-out', place, reason: importReasons.noteAlone(note) };
      }
      continue;
    }
    counts.citationsAttached += paragraph.cited.length;
    for (const { from, to } of cutPassage(paragraph.text)) {
      const linked = paragraph.links
        .filter((link) => link.from >= from && link.from < to)
        .map(({ target }) => titles.refOf(target));
      const text = paragraph.text.slice(from, to).trimEnd();
      yield {
        kind: 'passage',
        place,
        section: paragraph.section,
        text,
        continuity: null,
        ...(about === undefined ? {} : { about }),
        entities: [...new Set(linked)],
        dates: [...new Set(datesIn(text, tokensOf(text), reading.calendar).map(({ date }) => date))],
        citations: citations
          .filter(({ at }) => (at > from || (from === 0 && at === 0)) && at <= to)
          .map((citation) => ({ ...citation, at: citation.at - from })),
      };
    }
  }
  if (!page.isDisambiguation) {
    yield* suggestionsOfPage(page.title, told, reading.names.onPage(page.title, paragraphs), place, reading.patience);
  }
}

function citationsOf(paragraph: Paragraph, citing: CitationReading): (GatheredCitation & { readonly at: number })[] {
  return paragraph.cited.flatMap(({ source, at }) => {
    const { sources, remarks } = sourcesIn(source.source, citing);
    return [
      ...sources.map(({ work, locator }) => ({ work, locator, reach: 'sentence' as const, at })),
      ...remarks.map((remark) => ({ work: '', locator: remark, reach: 'sentence' as const, at })),
    ];
  });
}
