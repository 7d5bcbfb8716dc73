import { z } from 'zod';
import { fold } from '../../lore/fold.ts';
import { VALUE_KINDS } from '../../lore/predicate.ts';

/** What a field (a template's parameter, a table's column) is read as. */
const fieldUseSchema = z.discriminatedUnion('as', [
  z.object({
    as: z.literal('claim'),
    predicate: z.string(),
    /** The value is the doer: `children` of a parent. */
    isReversed: z.boolean().optional(),
    /** Characters between several values of one field, beside lists and line breaks. */
    split: z.string().optional(),
  }),
  /** Another name; `name`: the thing's own. */
  z.object({ as: z.enum(['name', 'alias']), split: z.string().optional() }),
  z.object({ as: z.enum(['kind', 'about', 'text', 'id', 'skip']) }),
  /** Holds the ids of another table's rows. */
  z.object({
    as: z.literal('id-of'),
    record: z.string(),
    predicate: z.string().optional(),
    split: z.string().optional(),
  }),
]);
export type FieldUse = z.infer<typeof fieldUseSchema>;

const recordSchema = z.object({
  /** The template's or table's name as it was first seen. */
  label: z.string(),
  /** Kind of the things it tells of; null = nothing in it is taken as a field. */
  kind: z.string().nullable(),
  fields: z.record(z.string(), z.object({ label: z.string(), use: fieldUseSchema })),
});
export type RecordRule = z.infer<typeof recordSchema>;

const declaredSchema = z.object({ label: z.string(), value: z.enum(VALUE_KINDS).exclude(['unknown', 'none']) });

/** How templates and tables become claims: kept with the lorebook, guessed at first, corrected by a keeper. */
export interface Mapping {
  /** By `recordKey`. */
  readonly records: Record<string, RecordRule>;
  /** Predicates the lorebook did not have, by id. */
  readonly predicates: Record<string, z.infer<typeof declaredSchema>>;
}

export const NO_MAPPING: Mapping = { records: {}, predicates: {} };

const PREDICATE = 'predicate:';

/** A mapping as a lorebook keeps it: one rule a row. */
export function rulesOf(mapping: Mapping): Readonly<Record<string, unknown>> {
  const predicates = Object.entries(mapping.predicates).map(([id, declared]) => [PREDICATE + id, declared] as const);
  return Object.fromEntries([...Object.entries(mapping.records), ...predicates]);
}

/** The other way; a row that is no rule (a tampered file, a later version) is passed over. */
export function mappingOf(rules: Readonly<Record<string, unknown>>): Mapping {
  const records: Mapping['records'] = {};
  const predicates: Mapping['predicates'] = {};
  for (const [name, rule] of Object.entries(rules)) {
    if (name.startsWith(PREDICATE)) {
      const declared = declaredSchema.safeParse(rule);
      if (declared.success) predicates[name.slice(PREDICATE.length)] = declared.data;
    } else {
      const record = recordSchema.safeParse(rule);
      if (record.success) records[name] = record.data;
    }
  }
  return { records, predicates };
}

/** Templates and tables are known by their folded names: `Infobox_Chapter` and `infobox chapter` are one. */
export function recordKey(source: 'template' | 'table', name: string): string {
  return `${source}:${fold(name) || name}`;
}

export function fieldKey(name: string): string {
  return fold(name) || name.trim();
}

/** `more` on top of `base`. */
export function joinMappings(base: Mapping, more: Mapping): Mapping {
  return {
    records: { ...base.records, ...more.records },
    predicates: { ...base.predicates, ...more.predicates },
  };
}
