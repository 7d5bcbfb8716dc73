/** What an edit can change. */
const CHANGED_KINDS = [
  'entity',
  'claim',
  'account',
  'continuity',
  'predicate',
  'work',
  'ruling',
  'filed',
  'passage',
  'suggestion',
  'setting',
] as const;
export type ChangedKind = (typeof CHANGED_KINDS)[number];

/** Plain JSON. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * One thing that an edit changed, and how: enough to say it and to take it back. `field` is `added` for new rows, `live`
 * for what was set aside or restored, else the name of what changed; `before` and `after` are null where there was
 * nothing.
 */
export interface Change {
  readonly kind: ChangedKind;
  /** Row ids, both ends included; 0 for a setting, whose name is the field. */
  readonly first: number;
  readonly last: number;
  readonly field: string;
  readonly before: Json;
  readonly after: Json;
}

/** The change that takes another back. */
export function inverseOf(change: Change): Change {
  const isNamed = change.kind === 'setting' || change.kind === 'predicate';
  if (change.field === 'added' && !isNamed) return { ...change, field: 'live', before: true, after: false };
  return { ...change, before: change.after, after: change.before };
}
