import { parseQuantity } from '../../lore/intake/quantity.ts';
import type { Calendar } from '../../lore/time/calendar.ts';
import { parseDate } from '../../lore/time/parse-date.ts';
import { fieldKey, recordKey } from './mapping.ts';

/** What the values of one field look like, over all that was read. */
export interface FieldStats {
  readonly label: string;
  filled: number;
  /** Values that are links, or lists of links, and nothing else. */
  links: number;
  dates: number;
  quantities: number;
  pictures: number;
  /** Values of more than a few lines. */
  long: number;
  /** Values without two of a kind among the first ones: what an id is like. */
  readonly distinct: Set<string>;
  readonly samples: string[];
}

export interface RecordStats {
  readonly label: string;
  readonly source: 'template' | 'table';
  count: number;
  readonly fields: Map<string, FieldStats>;
  /** Words of the categories its pages stand in, counted. */
  readonly categories: Map<string, number>;
}

export type Survey = Map<string, RecordStats>;

/** One value of a field, as it was found. */
export interface SurveyedValue {
  readonly text: string;
  readonly isLinks: boolean;
}

const LOOKED_AT = 200;
const MOST_SAMPLES = 3;
const LONG = 400;
const PICTURE = /\.(jpe?g|png|gif|svg|webp|bmp|tiff?)\b|^(file|image|datei|fichier):/i;

export function surveyRecord(survey: Survey, source: 'template' | 'table', label: string): RecordStats {
  const key = recordKey(source, label);
  const known = survey.get(key);
  if (known !== undefined) return known;
  const fresh: RecordStats = { label, source, count: 0, fields: new Map(), categories: new Map() };
  survey.set(key, fresh);
  return fresh;
}

/** Counts one filled field. Only the first few hundred values are looked at closely. */
export function surveyField(record: RecordStats, label: string, value: SurveyedValue, calendar: Calendar): void {
  const key = fieldKey(label);
  let stats = record.fields.get(key);
  if (stats === undefined) {
    stats = {
      label,
      filled: 0,
      links: 0,
      dates: 0,
      quantities: 0,
      pictures: 0,
      long: 0,
      distinct: new Set(),
      samples: [],
    };
    record.fields.set(key, stats);
  }
  if (value.text === '') return;
  stats.filled += 1;
  if (stats.filled > LOOKED_AT) return;
  const { text } = value;
  if (value.isLinks) stats.links += 1;
  if (parseQuantity(text).ok) stats.quantities += 1;
  else if (/\d/.test(text) && text.length < 60 && parseDate(text, calendar).ok) stats.dates += 1;
  if (PICTURE.test(text)) stats.pictures += 1;
  if (text.length > LONG) stats.long += 1;
  stats.distinct.add(text.slice(0, 80));
  if (stats.samples.length < MOST_SAMPLES) stats.samples.push(text.slice(0, 60));
}

/** How many of the values that were looked at. */
export function looked(stats: FieldStats): number {
  return Math.min(stats.filled, LOOKED_AT);
}
