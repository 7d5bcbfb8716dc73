import type { ChangedKind, Json } from '../../lore/change.ts';
import { fold } from '../../lore/fold.ts';
import type { Database, SqlValue } from '../database.ts';

interface Field {
  readonly kind: ChangedKind;
  readonly table: string;
  /** The first one is what the field is; the others follow from it. */
  readonly columns: readonly string[];
  readonly toSql: (value: Json) => readonly SqlValue[];
  /** True where what the rules see of other claims may change with it. */
  readonly isFrame: boolean;
}

function plain(kind: ChangedKind, table: string, column: string, isFrame = false): Field {
  return { kind, table, columns: [column], toSql: (value) => [scalar(value)], isFrame };
}

/** What can be set in a row that is there, by kind and name. */
const FIELDS = {
  'entity.name': {
    ...plain('entity', 'entity', 'name'),
    columns: ['name', 'folded'],
    toSql: (value: Json) => [scalar(value), fold(String(value))],
  },
  'entity.kind': plain('entity', 'entity', 'kind'),
  'entity.about': plain('entity', 'entity', 'about'),
  'entity.continuity': plain('entity', 'entity', 'continuity_id'),
  'entity.counterpart': plain('entity', 'entity', 'counterpart_id'),
  'entity.shared': plain('entity', 'entity', 'is_shared'),
  'entity.merged': plain('entity', 'entity', 'merged_into'),
  'claim.continuity': plain('claim', 'claim', 'continuity_id'),
  'claim.subject': plain('claim', 'claim', 'subject_id'),
  'claim.object': plain('claim', 'claim', 'object_id'),
  'claim.replaced': plain('claim', 'claim', 'replaced_by'),
  'account.title': plain('account', 'account', 'title'),
  'account.kind': plain('account', 'account', 'kind'),
  'account.voice': plain('account', 'account', 'voice'),
  'account.continuity': plain('account', 'account', 'continuity_id', true),
  'account.here': plain('account', 'account', 'here_id', true),
  'account.now': plain('account', 'account', 'now', true),
  'account.copy': plain('account', 'account', 'copy_of', true),
  'account.tier': plain('account', 'account', 'tier', true),
  'continuity.entity': plain('continuity', 'continuity', 'entity_id'),
  'continuity.name': plain('continuity', 'continuity', 'name'),
  'continuity.parent': plain('continuity', 'continuity', 'parent_id', true),
  'continuity.branch': plain('continuity', 'continuity', 'branch', true),
  'continuity.branchDay': plain('continuity', 'continuity', 'branch_day', true),
  'continuity.tier': plain('continuity', 'continuity', 'tier', true),
  'work.form': plain('work', 'work', 'form'),
  'work.series': plain('work', 'work', 'series'),
  'work.continuity': plain('work', 'work', 'continuity_id', true),
  'work.tier': plain('work', 'work', 'tier', true),
  'suggestion.status': plain('suggestion', 'suggestion', 'status'),
  'suggestion.reason': plain('suggestion', 'suggestion', 'reason'),
  // Whoever suggested it is told of every decision anew.
  'suggestion.decided': {
    ...plain('suggestion', 'suggestion', 'decided_by'),
    columns: ['decided_by', 'is_told'],
    toSql: (value: Json) => [scalar(value), 0],
  },
} satisfies Readonly<Record<string, Field>>;

export type FieldName = keyof typeof FIELDS;

const BY_NAME: Readonly<Record<string, Field>> = FIELDS;

/** The field that an edit may change by that name. */
export function fieldOf(name: string): Field | undefined {
  return Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
}

function keyOf(field: Field): string {
  return field.kind === 'work' ? 'entity_id' : 'id';
}

/** What stands in it now; undefined where there is no such row. */
export function readField(database: Database, field: Field, id: number): Json | undefined {
  const sql = `SELECT ${field.columns[0]} AS value FROM ${field.table} WHERE ${keyOf(field)} = ?`;
  return database.get<{ value: string | number | null }>(sql, id)?.value;
}

/** Puts a value into a field, without a word in the log. */
export function writeField(database: Database, field: Field, id: number, value: Json): void {
  const columns = field.columns.map((column) => `${column} = ?`).join(', ');
  database.run(`UPDATE ${field.table} SET ${columns} WHERE ${keyOf(field)} = ?`, ...field.toSql(value), id);
}

function scalar(value: Json): SqlValue {
  if (typeof value === 'boolean') return Number(value);
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error('a column holds one value');
}
