import type { ClaimCells } from '../../lore/intake/claim-columns.ts';
import { parseQuantity } from '../../lore/intake/quantity.ts';
import { LONGEST_NAME } from '../../lore/intake/reference.ts';
import { calendarFor } from '../../lore/our-world.ts';
import type { Predicate } from '../../lore/predicate.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { parseDate } from '../../lore/time/parse-date.ts';
import { datePlaceOf } from './date-place.ts';

/** One value of a field: its text, the thing it names where it names one, and what is cited for it. */
export interface FieldItem {
  readonly text: string;
  /** A name, or `ref:…`; null where it is words. */
  readonly entity: string | null;
  /** What stands in brackets after the thing. */
  readonly note: string;
  readonly sources: readonly { readonly work: string; readonly locator: string }[];
  /** Notes that cite no work. */
  readonly remarks: readonly string[];
}

export interface FieldContext {
  /** Cell that names what the record is about. */
  readonly subject: string;
  readonly calendar: Calendar;
  /** Whether the words of a field are the name of a thing of the source. */
  readonly nameOf: (text: string) => string | null;
  /** A table names things by words alone: short ones become things. */
  readonly namesByWords: boolean;
}

type Value = Pick<ClaimCells, 'value' | 'value_kind' | 'date' | 'predicate'>;

const UNKNOWN = /^(unknown|unrevealed|not known|undisclosed|unspecified|tba|tbd|\?+)$/i;
const NOTHING = /^(n\/?a|-+|–|—|\.+|none given)$/i;
const NONE = /^none$/i;

/** The claims of one field: `items` in the order they stand. Empty where nothing in it says anything. */
export function fieldClaims(
  items: readonly FieldItem[],
  predicate: Predicate,
  isReversed: boolean,
  context: FieldContext,
): readonly ClaimCells[] {
  const filled = items.filter(({ text }) => text !== '' && !NOTHING.test(text));
  const whole = asOne(filled, predicate);
  const claims: ClaimCells[] = [];
  for (const item of whole) {
    for (const value of valuesOf(item, predicate, context)) {
      claims.push(cellsOf(value, item, predicate, isReversed, context));
    }
  }
  return claims;
}

/** Of what can have one value only, several are one text, unless each rests on a source of its own. */
function asOne(items: readonly FieldItem[], predicate: Predicate): readonly FieldItem[] {
  const isSingle = predicate.cardinality === '1';
  if (!isSingle || items.length < 2 || items.every((item) => item.sources.length > 0)) return items;
  return [
    {
      text: items.map(({ text }) => text).join(predicate.valueKind === 'date' ? ', ' : '; '),
      entity: null,
      note: '',
      sources: items.flatMap(({ sources }) => sources),
      remarks: items.flatMap(({ remarks }) => remarks),
    },
  ];
}

function valuesOf(item: FieldItem, predicate: Predicate, context: FieldContext): readonly Value[] {
  const { text } = item;
  if (UNKNOWN.test(text)) return [{ value: text, value_kind: 'unknown' }];
  if (NONE.test(text) && predicate.valueKind !== 'text') return [{ value: text, value_kind: 'none' }];
  switch (predicate.valueKind) {
    case 'entity':
      return [entityValue(item, context)];
    case 'date':
      return dateValues(item, predicate, calendarFor(predicate.id, item.text, context.calendar));
    case 'quantity':
      return [parseQuantity(text).ok ? { value: text } : { value: text, value_kind: 'text' }];
    case 'yesno':
      return [/^(yes|no|true|false|y|n|0|1)$/i.test(text) ? { value: text } : { value: text, value_kind: 'text' }];
    case 'text':
      return [{ value: item.note === '' ? text : `${text} (${item.note})` }];
  }
}

/** Short words without the marks of a sentence can be a name. */
const NAME_LIKE = /^[^.;:!?\n]{1,60}$/;

function entityValue(item: FieldItem, { nameOf, namesByWords }: FieldContext): Value {
  if (item.entity !== null) return { value: item.entity };
  const known = nameOf(item.text);
  if (known !== null) return { value: known };
  const isName = namesByWords && item.text.length <= LONGEST_NAME && NAME_LIKE.test(item.text);
  return isName ? { value: item.text } : { value: item.text, value_kind: 'text' };
}

/** Where someone was born or died often stands beside when. */
const PLACE_OF: Readonly<Record<string, string>> = { born: 'birth_place', died: 'death_place' };

function dateValues(item: FieldItem, predicate: Predicate, calendar: Calendar): readonly Value[] {
  const { date, place } = datePlaceOf(item.note === '' ? item.text : `${item.text} (${item.note})`, calendar);
  const values: Value[] = [];
  if (date !== null) values.push({ value: date });
  const placed = PLACE_OF[predicate.id];
  if (place !== null && placed !== undefined) values.push({ predicate: placed, value: item.entity ?? place });
  if (values.length === 0) values.push({ value: item.text, value_kind: 'text' });
  return values;
}

function cellsOf(
  value: Value,
  item: FieldItem,
  predicate: Predicate,
  isReversed: boolean,
  { subject, calendar }: FieldContext,
): ClaimCells {
  const isThing = value.value_kind === undefined && predicate.valueKind === 'entity';
  const swapped = isReversed && isThing;
  // "formerly" or "2372 to 2375" behind a name: when it held, else a remark.
  const dated = isThing && item.note !== '' && /\d/.test(item.note) && parseDate(item.note, calendar).ok;
  const remarks = [...(isThing && !dated && item.note !== '' ? [item.note] : []), ...item.remarks];
  const cells: Record<string, string> = {
    subject: swapped ? (value.value ?? '') : subject,
    predicate: value.predicate ?? predicate.id,
    value: swapped ? subject : (value.value ?? ''),
  };
  if (value.value_kind !== undefined) cells.value_kind = value.value_kind;
  if (dated) cells.date = item.note;
  if (item.sources.length > 0) {
    cells.work = item.sources.map(({ work }) => oneCell(work)).join('|');
    cells.locator = item.sources.map(({ locator }) => oneCell(locator)).join('|');
  }
  if (remarks.length > 0) cells.qualifiers = remarks.map((remark) => `note=${oneCell(remark)}`).join('|');
  return cells;
}

/** `|` separates what stands in one cell. */
function oneCell(text: string): string {
  return text.replaceAll('|', '/').replace(/\s+/g, ' ').trim().slice(0, 900);
}
