import type { ChangedKind, Json } from '../../src/lore/change.ts';
import type { Database } from '../../src/lorebook/database.ts';
import { readAlias } from '../../src/lorebook/write/aliases.ts';
import { readSetting } from '../../src/lorebook/write/apply-change.ts';
import { fieldOf, readField } from '../../src/lorebook/write/fields.ts';

interface Row {
  readonly kind: ChangedKind;
  readonly first: number;
  readonly last: number;
  readonly field: string;
  readonly after: string | null;
}

const CHANGES = 'SELECT kind, first, last, field, after FROM change ORDER BY edit_id, position';
const IS_LIVE: Readonly<Partial<Record<ChangedKind, string>>> = {
  claim: 'SELECT retracted_by IS NULL AS live FROM claim WHERE id = ?',
  entity: 'SELECT merged_into IS NOT id AS live FROM entity WHERE id = ?',
  account: 'SELECT is_set_aside = 0 AS live FROM account WHERE id = ?',
  continuity: 'SELECT is_set_aside = 0 AS live FROM continuity WHERE id = ?',
  work: 'SELECT is_set_aside = 0 AS live FROM work WHERE entity_id = ?',
  ruling: 'SELECT revoked_by IS NULL AS live FROM ruling WHERE id = ?',
  filed: 'SELECT withdrawn_by IS NULL AS live FROM filed_conflict WHERE id = ?',
  passage: 'SELECT set_aside_by IS NULL AS live FROM passage WHERE id = ?',
};
const CITATION = 'SELECT work_id AS work, locator FROM citation WHERE claim_id = ? AND position = ?';
const DETAIL = 'SELECT entity_id AS id FROM qualifier WHERE claim_id = ? AND position = ?';
const STRAY = `SELECT COUNT(*) AS n FROM claim WHERE NOT EXISTS (
  SELECT 1 FROM change WHERE kind = 'claim' AND field = 'added' AND claim.id BETWEEN first AND last)`;

/**
 * Plays the log from its beginning and compares what must stand with what does: an edit of which only some reached the
 * disk, or whose rows are there without it, shows here whatever its kind.
 */
export function unlikeTheLog(database: Database): readonly string[] {
  const last = new Map<string, Row & { readonly id: number }>();
  for (const row of database.all<Row>(CHANGES)) {
    const field = row.field === 'added' ? 'live' : row.field;
    for (let id = row.first; id <= row.last; id += 1) last.set(`${row.kind} ${id} ${field}`, { ...row, field, id });
  }
  const stray = database.get<{ n: number }>(STRAY)?.n ?? 0;
  return [
    ...(stray === 0 ? [] : [`${stray} claims are there that no edit added`]),
    ...[...last].flatMap(([what, row]) => {
      const found = standing(database, row);
      // Whoever suggested it took it back: that is theirs alone, and no edit.
      if (found === undefined || (row.field === 'status' && found === 'withdrawn')) return [];
      const wanted = row.after === null ? null : (JSON.parse(row.after) as Json);
      return sameText(found) === sameText(wanted) ? [] : [`${what} is ${sameText(found)}, logged as ${row.after}`];
    }),
  ];
}

function sameText(value: Json): string {
  return JSON.stringify(typeof value === 'boolean' ? Number(value) : value);
}

/** What stands there now; undefined where the log does not say it this way. */
function standing(database: Database, { kind, field, id }: Row & { readonly id: number }): Json | undefined {
  const [name = '', part = ''] = field.split(/:(.*)/s);
  if (kind === 'setting') return readSetting(database, field);
  if (kind === 'predicate') return undefined;
  if (name === 'live') {
    const sql = IS_LIVE[kind];
    return sql === undefined ? undefined : (database.get<{ live: number }>(sql, id)?.live ?? null);
  }
  if (name === 'alias') return (readAlias(database, id, part) ?? null) as Json;
  if (name === 'citation') return database.get<{ work: number; locator: string }>(CITATION, id, Number(part)) ?? null;
  if (name === 'qualifier') return database.get<{ id: number | null }>(DETAIL, id, Number(part))?.id ?? null;
  const known = fieldOf(`${kind}.${field}`);
  return known === undefined ? undefined : (readField(database, known, id) ?? null);
}
