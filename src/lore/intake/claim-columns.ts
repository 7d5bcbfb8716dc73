/** The columns of claims in bulk; only subject, predicate and value are required. */
export const CLAIM_COLUMNS = [
  'subject',
  'predicate',
  'value',
  'value_kind',
  'date',
  'date_kind',
  'end',
  'continuity',
  'work',
  'locator',
  'modality',
  'statement',
  'qualifiers',
  'key',
] as const;
export type ClaimColumn = (typeof CLAIM_COLUMNS)[number];

/** A row as it stands in a file: text by column, nothing interpreted yet. */
export type ClaimCells = Readonly<Partial<Record<ClaimColumn, string>>>;

export const ENTITY_COLUMNS = ['name', 'kind', 'aliases', 'continuity'] as const;
export type EntityCells = Readonly<Partial<Record<(typeof ENTITY_COLUMNS)[number], string>>>;

/** What keeps a row out, as data; `column` is where. */
export type RowFault =
  | { readonly kind: 'missing'; readonly column: string }
  | { readonly kind: 'unknown-name'; readonly column: string; readonly text: string }
  | {
      readonly kind: 'ambiguous-name';
      readonly column: string;
      readonly text: string;
      readonly slugs: readonly string[];
    }
  | { readonly kind: 'unknown-predicate'; readonly text: string; readonly nearest: string | null }
  | { readonly kind: 'unknown-continuity'; readonly text: string }
  | { readonly kind: 'not-one-of'; readonly column: string; readonly text: string; readonly allowed: readonly string[] }
  | { readonly kind: 'not-a-quantity'; readonly text: string }
  | { readonly kind: 'not-yes-or-no'; readonly text: string }
  | { readonly kind: 'bad-qualifier'; readonly text: string }
  | { readonly kind: 'too-long'; readonly column: string; readonly most: number }
  | { readonly kind: 'too-many-locators'; readonly works: number; readonly locators: number }
  | { readonly kind: 'duplicate-key'; readonly text: string }
  | { readonly kind: 'unreadable-row'; readonly why: string };

/** What was taken all the same, but should be known. */
export type RowNote =
  | { readonly kind: 'date-kept-as-text'; readonly text: string }
  | { readonly kind: 'date-beside-value'; readonly text: string }
  | { readonly kind: 'already-there'; readonly text: string };
