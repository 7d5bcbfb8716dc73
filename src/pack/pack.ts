import { z } from 'zod';
import { CARDINALITIES, TEMPORAL_KINDS, VALUE_KINDS } from '../lore/predicate.ts';
import { calendarSchema } from '../lore/time/calendar.ts';
import { worldTodaySchema } from '../lore/time/world-today.ts';

const slug = z
  .string()
  .regex(/^[\p{L}\p{N}]+(?:[-~][\p{L}\p{N}]+)*$/u, 'a slug is letters and digits with - between')
  .max(200);
const name = z.string().trim().min(1).max(200);

const continuitySchema = z.strictObject({
  slug,
  name,
  parent: slug.nullish(),
  branch: z
    .string()
    .nullish()
    .describe('Date at which it leaves its parent; null = it inherits all it does not contradict'),
  tier: z.int().default(0),
});

const accountSchema = z.strictObject({
  slug,
  title: name,
  kind: z.string().default(''),
  voice: z.string().default(''),
  continuity: slug.nullish().describe('Timeline of its unmarked claims'),
  here: slug.nullish().describe('The timeline it means by "our universe"'),
  now: z.string().nullish().describe("The account's own present"),
  copy_of: slug.nullish().describe('The account it was copied from'),
  tier: z.int().default(0),
});

const idList = z.union([
  z.array(z.string()),
  z.string().transform((text) =>
    text
      .split(/[|+]/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
]);
const flag = z.union([z.boolean(), z.string().transform((text) => /^(yes|true|1)$/i.test(text.trim()))]);

export const predicateSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]{0,60}$/, 'a predicate is lower-case letters, digits and _'),
  value: z.enum(VALUE_KINDS).exclude(['unknown', 'none']),
  cardinality: z.enum(CARDINALITIES).default('n'),
  time: z.enum(TEMPORAL_KINDS).default('timeless'),
  inverse: z.string().nullish(),
  key: idList.default([]),
  excludes: idList.default([]),
  symmetric: flag.default(false),
  acyclic: flag.default(false),
  implies: idList.default([]),
  meaning: z.string().default(''),
  phrases: z.array(z.string()).default([]).describe('How people say it when they ask'),
});

/** `pack.json`: a universe without its tables. */
export const packHeadSchema = z.strictObject({
  $schema: z.string().optional(),
  name: slug,
  title: name,
  description: z.string().default(''),
  licence: z.string().default(''),
  language: z.string().default('en'),
  default_continuity: slug,
  chief_office: z.string().nullish(),
  continuities: z.array(continuitySchema).min(1),
  accounts: z.array(accountSchema).default([]),
  shared_offices: z.array(z.string()).default([]),
  predicates: z.array(predicateSchema).default([]),
  calendar: calendarSchema.nullish(),
  today: worldTodaySchema.nullish(),
});

const cellList = z.union([
  z.string().transform((text) =>
    text
      .split('|')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
  z.array(z.string()),
]);
const optionalText = z.union([z.string(), z.null()]).optional();

export const entityRowSchema = z.strictObject({
  name,
  kind: z.string().trim().max(60).default(''),
  aliases: cellList.default([]),
  continuity: optionalText,
  slug: optionalText,
  counterpart: optionalText,
  about: z.string().max(500).nullish(),
});

export const workRowSchema = z.strictObject({
  title: name,
  kind: z.string().max(100).nullish(),
  series: z.string().max(200).nullish(),
  continuity: optionalText,
  tier: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^-?\d*$/)
        .transform((text) => Number(text || 0)),
    ])
    .default(0),
  released: optionalText,
});

export const filedConflictSchema = z.strictObject({
  title: name,
  why: z.string().max(2000),
  claims: z.array(z.string()).min(2).describe('account:key'),
});

export const filedRulingSchema = z.strictObject({
  conflict: z.string(),
  kind: z.enum(['prefer', 'both', 'divergence', 'same', 'dismiss', 'defer']),
  claim: z.string().nullish().describe('account:key'),
  note: z.string().max(2000),
});

/** A stretch of an account's own text; only packs saved from a lorebook have them. */
export const passageRowSchema = z.strictObject({
  file: z.string().default(''),
  page: z.string().default(''),
  line: z.int().nullish(),
  section: z.string().default(''),
  text: z.string().max(100_000),
  continuity: optionalText,
  about: z.string().nullish().describe('What the whole page is about'),
  entities: z.array(z.string()).default([]),
  dates: z.array(z.string()).default([]),
  citations: z
    .array(
      z.strictObject({
        work: z.string().nullish(),
        title: z.string(),
        locator: z.string().default(''),
        reach: z.enum(['field', 'sentence', 'paragraph']),
        at: z.int().nullish(),
      }),
    )
    .default([]),
});

export type PassageRow = z.infer<typeof passageRowSchema>;
export type PackHead = z.infer<typeof packHeadSchema>;
export type PackPredicate = z.infer<typeof predicateSchema>;
export type EntityRow = z.infer<typeof entityRowSchema>;
export type WorkRow = z.infer<typeof workRowSchema>;
export type FiledConflict = z.infer<typeof filedConflictSchema>;
export type FiledRuling = z.infer<typeof filedRulingSchema>;

/** Where a row stood, so that a fault can be found again. `row` counts from 1 (a CSV's header is line 1). */
export interface Place {
  readonly file: string;
  readonly row: number | null;
}

export interface Placed<T> {
  readonly place: Place;
  readonly value: T;
}

/** A whole pack as it was read: checked in shape, its references not yet resolved. */
export interface Pack {
  readonly head: PackHead;
  readonly entities: readonly Placed<EntityRow>[];
  readonly works: readonly Placed<WorkRow>[];
  readonly claims: readonly {
    readonly account: string;
    readonly rows: readonly Placed<Readonly<Record<string, string>>>[];
  }[];
  readonly conflicts: readonly Placed<FiledConflict>[];
  readonly rulings: readonly Placed<FiledRuling>[];
  /** What accounts say in their own words; left out where there is none. */
  readonly passages?: readonly { readonly account: string; readonly rows: readonly Placed<PassageRow>[] }[];
}

/** One fault of a pack: which file, which row, and what is wrong there. */
export interface PackFault {
  readonly place: Place;
  readonly fault: PackFaultKind;
}

export type PackFaultKind =
  | { readonly kind: 'missing-file' }
  | { readonly kind: 'unreadable'; readonly why: string }
  | { readonly kind: 'shape'; readonly path: string; readonly why: string }
  | { readonly kind: 'two-of'; readonly what: string; readonly text: string }
  | { readonly kind: 'unknown'; readonly what: string; readonly text: string }
  | { readonly kind: 'continuity-loop'; readonly slugs: readonly string[] }
  | { readonly kind: 'date'; readonly text: string; readonly column: string }
  | { readonly kind: 'row'; readonly faults: readonly import('../lore/intake/claim-columns.ts').RowFault[] };
