import type { PredicateCatalogue } from '../../lore/predicate.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { importReasons } from '../../messages/en/import-reasons.ts';
import { type Gathered, type Place, REF } from '../gathered.ts';
import { type FieldItem, fieldClaims } from '../mapping/field-claims.ts';
import { kindInName } from '../mapping/kind-words.ts';
import { type FieldUse, fieldKey, type RecordRule, recordKey } from '../mapping/mapping.ts';
import { cutPassage } from '../passages.ts';
import { cellText } from './open-table.ts';
import type { SurveyedTable } from './survey-tables.ts';

interface RowReading {
  readonly table: SurveyedTable;
  readonly rule: RecordRule;
  readonly predicates: PredicateCatalogue;
  readonly calendar: Calendar;
  /** What the rows of each table that others point at are called, by table and id. */
  readonly names: Map<string, Map<string, string>>;
  readonly isPointedAt: boolean;
}

type Cells = Readonly<Record<string, unknown>>;

interface Cell {
  readonly column: string;
  readonly text: string;
  readonly use: FieldUse;
}

/** Shorter texts are values; a longer one is told as a passage. */
const LONGEST_VALUE = 600;

/** Reads the rows of one table by its rule. */
export class RowReader {
  readonly #reading: RowReading;
  readonly #key: string;

  constructor(reading: RowReading) {
    this.#reading = reading;
    this.#key = recordKey('table', reading.table.name);
  }

  /** The thing a row is about. */
  readonly thing = (cells: Cells, place: Place): readonly Gathered[] => {
    const { rule } = this.#reading;
    const filled = this.#cells(cells);
    const name = this.#nameOf(filled);
    if (rule.kind === null) return [];
    if (name === null) return [{ kind: 'left-out', place, reason: importReasons.rowWithoutName }];
    const id = this.#idOf(filled);
    const about = filled.find(({ use }) => use.as === 'about')?.text;
    const kind = filled.find(({ use }) => use.as === 'kind')?.text;
    const own = kind === undefined || kind === '' ? undefined : (kindInName(kind) ?? kind.toLowerCase());
    const learned = id === null ? [] : (this.#reading.names.get(`${this.#key} aliases`)?.get(id)?.split('|') ?? []);
    const aliases = [...filled.filter(({ use }) => use.as === 'alias').flatMap(partsOf), ...learned];
    return [
      {
        kind: 'entity',
        place,
        name,
        entityKind: own ?? rule.kind,
        aliases,
        ...(id === null ? {} : { ref: this.#refOf(id) }),
        ...(about === undefined ? {} : { about }),
      },
    ];
  };

  /** What a row says: of its own thing, or of the row of another table that it points at. */
  readonly claims = (cells: Cells, place: Place): readonly Gathered[] => {
    const { rule } = this.#reading;
    if (rule.kind === null) return [];
    const filled = this.#cells(cells);
    const subject = this.#subjectOf(filled);
    // A row without a name was reported when its thing was looked for.
    if (subject === null) return [];
    return filled.flatMap((cell) => this.#ofCell(cell, subject, { ...place, field: cell.column }));
  };

  /** Remembers the other names that a table of its own gives to rows. */
  learnNames(table: SurveyedTable): void {
    for (const row of table.rows()) {
      if ('fault' in row) continue;
      const filled = this.#cells(row.cells);
      const pointer = filled.find(({ use }) => use.as === 'id-of');
      if (pointer?.use.as !== 'id-of') continue;
      const aliases = filled.filter(({ use }) => use.as === 'alias').flatMap(partsOf);
      for (const alias of aliases) this.#remember(`${pointer.use.record} aliases`, pointer.text, alias);
    }
  }

  /** Remembers what the rows of this table are called, for tables that point at them. */
  learnOwnNames(table: SurveyedTable): void {
    for (const row of table.rows()) {
      if ('fault' in row) continue;
      const filled = this.#cells(row.cells);
      const id = this.#idOf(filled);
      const name = this.#nameOf(filled);
      if (id !== null && name !== null) this.#remember(this.#key, id, name);
    }
  }

  #remember(key: string, id: string, name: string): void {
    const { names } = this.#reading;
    const known = names.get(key) ?? new Map<string, string>();
    names.set(key, known);
    const before = known.get(id);
    known.set(id, before === undefined ? name : `${before}|${name}`);
  }

  #cells(cells: Cells): readonly Cell[] {
    const { fields } = this.#reading.rule;
    return Object.entries(cells).flatMap(([column, value]) => {
      const text = cellText(value).replaceAll(REF, '');
      const use = fields[fieldKey(column)]?.use;
      return text === '' || use === undefined ? [] : [{ column, text, use }];
    });
  }

  /** Its name, else one of its other names, else its number. */
  #nameOf(filled: readonly Cell[]): string | null {
    const named = filled.find(({ use }) => use.as === 'name')?.text;
    if (named !== undefined) return named;
    const id = this.#idOf(filled);
    const [learned] =
      (id === null ? undefined : this.#reading.names.get(`${this.#key} aliases`)?.get(id))?.split('|') ?? [];
    const [alias] = filled.filter(({ use }) => use.as === 'alias').flatMap(partsOf);
    if (learned !== undefined || alias !== undefined) return alias ?? learned ?? null;
    return id !== null && this.#reading.isPointedAt ? `${this.#reading.table.name} ${id}` : null;
  }

  #idOf(filled: readonly Cell[]): string | null {
    return filled.find(({ use }) => use.as === 'id')?.text ?? null;
  }

  #refOf(id: string): string {
    return `${this.#reading.table.name}:${id}`;
  }

  #subjectOf(filled: readonly Cell[]): string | null {
    const id = this.#idOf(filled);
    if (id !== null) return `${REF}${this.#refOf(id)}`;
    const name = this.#nameOf(filled);
    if (name !== null) return name;
    const pointer = filled.find(({ use }) => use.as === 'id-of' && use.predicate === undefined);
    return pointer?.use.as === 'id-of' ? refTo(pointer.use.record, pointer.text) : null;
  }

  #ofCell(cell: Cell, subject: string, place: Place): readonly Gathered[] {
    const { use } = cell;
    if (use.as === 'text' || (use.as === 'claim' && cell.text.length > LONGEST_VALUE))
      return passages(cell, subject, place);
    if (use.as === 'id-of') {
      if (use.predicate === undefined) return [];
      return this.#claimsOf(use.predicate, false, this.#pointedAt(cell, use), subject, place);
    }
    if (use.as !== 'claim') return [];
    return this.#claimsOf(use.predicate, use.isReversed === true, partsOf(cell).map(asItem), subject, place);
  }

  /** A predicate of words gets what the row it points at is called; any other gets the thing. */
  #pointedAt(cell: Cell, use: Extract<FieldUse, { as: 'id-of' }>): readonly FieldItem[] {
    return partsOf(cell).map((id) => {
      const called = this.#reading.names.get(use.record)?.get(id)?.split('|')[0];
      return { ...asItem(called ?? id), entity: refTo(use.record, id) };
    });
  }

  #claimsOf(
    predicateId: string,
    isReversed: boolean,
    items: readonly FieldItem[],
    subject: string,
    place: Place,
  ): readonly Gathered[] {
    const predicate = this.#reading.predicates.get(predicateId);
    if (predicate === undefined) return [];
    const { calendar } = this.#reading;
    const context = { subject, calendar, nameOf: () => null, namesByWords: true };
    return fieldClaims(items, predicate, isReversed, context).map((cells) => ({ kind: 'claim', place, cells }));
  }
}

function refTo(record: string, id: string): string {
  return `${REF}${record.replace(/^table:/, '')}:${id}`;
}

/** Several values in one cell: `|` always, and what the mapping names. */
function partsOf({ text, use }: Cell): readonly string[] {
  const split = 'split' in use ? (use.split ?? '') : '';
  const marks = `|${split}`.replace(/[\\\]^-]/g, '\\$&');
  return text
    .split(new RegExp(`[${marks}]`, 'u'))
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function asItem(text: string): FieldItem {
  return { text, entity: null, note: '', sources: [], remarks: [] };
}

function passages({ text, column }: Cell, subject: string, place: Place): readonly Gathered[] {
  return cutPassage(text).map(({ from, to }) => ({
    kind: 'passage',
    place,
    section: column,
    text: text.slice(from, to).trim(),
    continuity: null,
    about: subject,
    entities: [],
    dates: [],
    citations: [],
  }));
}
