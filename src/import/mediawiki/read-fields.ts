import type { PredicateCatalogue } from '../../lore/predicate.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type Place, REF } from '../gathered.ts';
import { fieldClaims } from '../mapping/field-claims.ts';
import { type FieldUse, fieldKey, type Mapping, recordKey } from '../mapping/mapping.ts';
import { cutPassage } from '../passages.ts';
import { sourcesIn } from './citations.ts';
import { citedIn, type FieldReading, fieldItems } from './field-items.ts';
import type { TemplateNode } from './nodes.ts';
import { type Flattening, type Piece, piecesOf, wordsOf } from './pieces.ts';
import type { WikiCounts } from './read-wiki.ts';
import { plainName } from './template-names.ts';
import type { WikiTitles } from './titles.ts';
import type { ReadPage } from './wiki-page.ts';

interface Reading {
  readonly mapping: Mapping;
  readonly titles: WikiTitles;
  readonly flattening: Flattening;
  readonly calendar: Calendar;
  readonly predicates: PredicateCatalogue;
  readonly counts: WikiCounts;
}

type Reason = 'skippedField' | 'selfLink' | 'emptyField' | 'unplacedParameter';

/** Reads the records of pages by the mapping: parameters become claims, names, or text. */
export class FieldReader {
  readonly #reading: Reading;
  /** Parameters that were not taken, by record, name and reason. */
  readonly #leftOut = new Map<string, { record: string; field: string; reason: Reason; times: number }>();

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  *ofPage(page: ReadPage, place: Place): Generator<Gathered> {
    const { mapping, counts } = this.#reading;
    for (const template of page.records) {
      const label = plainName(template.name);
      const record = mapping.records[recordKey('template', label)];
      counts.records += 1;
      for (const { name, value } of template.parameters) {
        const pieces = piecesOf(value, this.#reading.flattening);
        const isFilled =
          wordsOf(value.length === 0 ? [] : pieces).trim() !== '' || citedIn(pieces) > 0 || hasPicture(template, value);
        if (!isFilled) continue;
        counts.parameters += 1;
        counts.citations += citedIn(pieces);
        if (name === null || name === '' || /^\d+$/.test(name)) {
          this.#leave(label, name ?? '', 'unplacedParameter');
          continue;
        }
        const use = record?.kind == null ? undefined : record.fields[fieldKey(name)]?.use;
        yield* this.#ofField(page, { label, name, pieces, use: use ?? { as: 'skip' } }, { ...place, field: name });
      }
    }
  }

  /** What was not taken, once for each parameter of each template. */
  *leftOut(file: string): Generator<Gathered> {
    for (const { record, field, reason, times } of this.#leftOut.values()) {
      yield { kind: 'left-out', place: { file, page: record, field }, reason: importReasons[reason](times) };
    }
  }

  *#ofField(
    page: ReadPage,
    field: { readonly label: string; readonly name: string; readonly pieces: readonly Piece[]; readonly use: FieldUse },
    place: Place,
  ): Generator<Gathered> {
    const { use, pieces, label, name } = field;
    const { titles, counts } = this.#reading;
    const subject = page.isDisambiguation ? page.title : `${REF}${page.title}`;
    const words = wordsOf(pieces).trim();
    if (words === '') return this.#leave(label, name, use.as === 'skip' ? 'skippedField' : 'emptyField');
    switch (use.as) {
      case 'name':
      case 'alias': {
        const items = fieldItems(pieces, this.#fieldReading(page), use.split ?? '');
        const aliases = items.map(({ text }) => text);
        const kind = titles.kindOf(page.title);
        yield { kind: 'entity', place, ref: page.title, name: page.title, entityKind: kind, aliases };
        counts.parametersTaken += 1;
        counts.citationsAttached += citedIn(pieces);
        return;
      }
      case 'text':
        for (const { from, to } of cutPassage(words)) {
          yield {
            kind: 'passage',
            place,
            section: name,
            text: words.slice(from, to),
            continuity: null,
            about: subject,
            entities: pieces.flatMap((piece) => (piece.kind === 'link' ? [titles.refOf(piece.target)] : [])),
            dates: [],
            citations: pieces.flatMap((piece) =>
              piece.kind === 'cited'
                ? this.#fieldReading(page)
                    .sourcesOf(piece)
                    .sources.map((source) => ({ ...source, reach: 'field' as const }))
                : [],
            ),
          };
        }
        counts.parametersTaken += 1;
        counts.citationsAttached += citedIn(pieces);
        return;
      case 'claim':
        return yield* this.#claims(page, { ...field, use }, subject, place);
      case 'kind':
      case 'about':
      case 'id':
      case 'id-of':
      case 'skip':
        return this.#leave(label, name, 'skippedField');
    }
  }

  *#claims(
    page: ReadPage,
    field: {
      readonly label: string;
      readonly name: string;
      readonly pieces: readonly Piece[];
      readonly use: Extract<FieldUse, { as: 'claim' }>;
    },
    subject: string,
    place: Place,
  ): Generator<Gathered> {
    const { predicates, calendar, titles, counts } = this.#reading;
    const predicate = predicates.get(field.use.predicate);
    if (predicate === undefined) return this.#leave(field.label, field.name, 'skippedField');
    const items = fieldItems(field.pieces, this.#fieldReading(page), field.use.split ?? '');
    const context = { subject, calendar, nameOf: titles.nameOf, namesByWords: false };
    const claims = fieldClaims(items, predicate, field.use.isReversed === true, context);
    const telling = claims.filter((cells) => cells.value !== cells.subject);
    for (const cells of telling) yield { kind: 'claim', place, cells };
    if (telling.length > 0) {
      counts.parametersTaken += 1;
      counts.citationsAttached += citedIn(field.pieces);
    } else this.#leave(field.label, field.name, claims.length > 0 ? 'selfLink' : 'emptyField');
  }

  #fieldReading(page: ReadPage): FieldReading {
    const { titles, flattening } = this.#reading;
    const { refOf, isWork } = titles;
    return { refOf, sourcesOf: ({ source }) => sourcesIn(source, { flattening, named: page.notes, isWork, refOf }) };
  }

  #leave(record: string, field: string, reason: Reason): void {
    const key = `${record}\n${field}\n${reason}`;
    const known = this.#leftOut.get(key);
    if (known === undefined) this.#leftOut.set(key, { record, field, reason, times: 1 });
    else known.times += 1;
  }
}

/** A picture shows no words, but the parameter was filled. */
function hasPicture(template: TemplateNode, value: TemplateNode['parameters'][number]['value']): boolean {
  return (
    template.parameters.length > 0 &&
    value.some((node) => node.kind === 'link' || (node.kind === 'text' && node.text.trim() !== ''))
  );
}
