import type { ChangedKind } from '../../lore/change.ts';
import type { Database, SqlValue } from '../database.ts';

/** Where rows of one kind name things of another. */
export interface Naming {
  /** Whose rows name it, and in which field of theirs; one that ends in `:` has numbered or named parts. */
  readonly by: ChangedKind;
  readonly field: string;
  /** Rows above an id that name a thing of the range, as they stand now. */
  readonly sql: string;
  /** Where the thing stands in what the log keeps of the field, if not as the value itself. */
  readonly path?: string;
}

const CLAIM = (column: string): string => `SELECT id, '' AS part FROM claim
    WHERE retracted_by IS NULL AND ${column} BETWEEN ? AND ? AND id > ?
  UNION ALL SELECT id, '' AS part FROM claim
    WHERE retracted_by IS NOT NULL AND ${column} BETWEEN ? AND ? AND id > ?`;
const OWN = (table: string, column: string): string =>
  `SELECT id, '' AS part FROM ${table} WHERE ${column} BETWEEN ? AND ? AND id > ?`;

/** By the kind of the thing that is named. */
export const NAMINGS: Readonly<Partial<Record<ChangedKind, readonly Naming[]>>> = {
  entity: [
    { by: 'claim', field: 'subject', sql: CLAIM('subject_id') },
    { by: 'claim', field: 'object', sql: CLAIM('object_id') },
    {
      by: 'claim',
      field: 'qualifier:',
      sql: 'SELECT claim_id AS id, position AS part FROM qualifier WHERE entity_id BETWEEN ? AND ? AND claim_id > ?',
    },
    {
      by: 'claim',
      field: 'citation:',
      sql: 'SELECT claim_id AS id, position AS part FROM citation WHERE work_id BETWEEN ? AND ? AND claim_id > ?',
      path: 'work',
    },
    { by: 'entity', field: 'counterpart', sql: OWN('entity', 'counterpart_id') },
    { by: 'entity', field: 'merged', sql: `${OWN('entity', 'merged_into')} AND merged_into <> id` },
    { by: 'continuity', field: 'entity', sql: OWN('continuity', 'entity_id') },
    {
      by: 'passage',
      field: 'entity',
      sql: `SELECT passage_id AS id, '' AS part FROM passage_entity WHERE entity_id BETWEEN ? AND ? AND passage_id > ?`,
    },
  ],
  continuity: [
    { by: 'claim', field: 'continuity', sql: OWN('claim', 'continuity_id') },
    { by: 'entity', field: 'continuity', sql: OWN('entity', 'continuity_id') },
    { by: 'account', field: 'continuity', sql: OWN('account', 'continuity_id') },
    { by: 'account', field: 'here', sql: OWN('account', 'here_id') },
    { by: 'continuity', field: 'parent', sql: OWN('continuity', 'parent_id') },
    {
      by: 'work',
      field: 'continuity',
      sql: `SELECT entity_id AS id, '' AS part FROM work WHERE continuity_id BETWEEN ? AND ? AND entity_id > ?`,
    },
    { by: 'passage', field: 'continuity', sql: OWN('passage', 'continuity_id') },
  ],
  account: [
    { by: 'claim', field: 'account', sql: CLAIM('account_id') },
    { by: 'account', field: 'copy', sql: OWN('account', 'copy_of') },
    {
      by: 'entity',
      field: 'alias:',
      sql: 'SELECT entity_id AS id, folded AS part FROM alias WHERE account_id BETWEEN ? AND ? AND entity_id > ?',
      path: 'account',
    },
    { by: 'passage', field: 'account', sql: OWN('passage', 'account_id') },
  ],
  claim: [
    { by: 'ruling', field: 'claim', sql: OWN('ruling', 'claim_id') },
    {
      by: 'filed',
      field: 'claim',
      sql: `SELECT filed_id AS id, '' AS part FROM filed_conflict_claim WHERE claim_id BETWEEN ? AND ? AND filed_id > ?`,
    },
  ],
};

/** Rows above an id that name a thing of the range. */
export function rowsNaming(
  database: Database,
  { sql }: Naming,
  range: { readonly first: number; readonly last: number },
  above: number,
): readonly { readonly id: number; readonly part: string | number }[] {
  const times = (sql.split('?').length - 1) / 3;
  const parameters: SqlValue[] = Array.from({ length: times }, () => [range.first, range.last, above]).flat();
  return database.all(sql, ...parameters);
}

/** The thing named in what the log keeps of a field. */
export function idNamed(value: unknown, { path }: Naming): number | null {
  const named = path === undefined ? value : (value as Record<string, unknown> | null)?.[path];
  return typeof named === 'number' ? named : null;
}

/** Whether a field of that name is the one that names the row. */
export function isOfField({ field }: Naming, name: string): boolean {
  return field.endsWith(':') ? name.startsWith(field) : name === field;
}
