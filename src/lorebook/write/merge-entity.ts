import type { Change } from '../../lore/change.ts';
import { fold } from '../../lore/fold.ts';
import type { ClaimId, EntityId } from '../../lore/ids.ts';
import type { Database } from '../database.ts';
import { readAlias } from './aliases.ts';

type Apply = (change: Change) => void;

/** Retracted claims, too: they may come back. Asked half by half, as each half has an index of its own. */
const NAMING = `SELECT id FROM claim WHERE retracted_by IS NULL AND subject_id = ?
  UNION SELECT id FROM claim WHERE retracted_by IS NOT NULL AND subject_id = ?
  UNION SELECT id FROM claim WHERE retracted_by IS NULL AND object_id = ?
  UNION SELECT id FROM claim WHERE retracted_by IS NOT NULL AND object_id = ?
  UNION SELECT claim_id FROM qualifier WHERE entity_id = ? ORDER BY 1`;
const ENDS = 'SELECT subject_id AS subject, object_id AS object FROM claim WHERE id = ?';
const DETAILS = 'SELECT position FROM qualifier WHERE claim_id = ? AND entity_id = ?';
const CITED = 'SELECT claim_id AS claim, position, locator FROM citation WHERE work_id = ?';
const ALIASES = 'SELECT text, account_id AS account FROM alias WHERE entity_id = ?';
const NAME = 'SELECT name, counterpart_id AS counterpart FROM entity WHERE id = ?';
const POINTING = 'SELECT id FROM entity WHERE counterpart_id = ?';
export const IS_WORK = 'SELECT 1 FROM work WHERE entity_id = ? AND is_set_aside = 0';

/** Everything that names `from` names `into` instead, retracted claims too, each change noted so that it can be undone. */
export function mergeEntity(database: Database, from: EntityId, into: EntityId, apply: Apply): void {
  const row = database.get<{ name: string; counterpart: number | null }>(NAME, from);
  if (row === undefined) throw new Error(`no entity ${from}`);
  for (const { id } of database.all<{ id: ClaimId }>(NAMING, from, from, from, from, from)) {
    repointClaim(database, id, from, into, apply);
  }
  const cited = database.all<{ claim: number; position: number; locator: string }>(CITED, from);
  if (cited.length > 0 && database.get(IS_WORK, into) === undefined) {
    apply({ kind: 'work', first: into, last: into, field: 'live', before: false, after: true });
  }
  for (const { claim, position, locator } of cited) {
    const field = `citation:${position}`;
    const at = { kind: 'claim', first: claim, last: claim, field } as const;
    apply({ ...at, before: { work: from, locator }, after: null });
    apply({ ...at, before: null, after: { work: into, locator } });
  }
  const own = fold(database.get<{ name: string }>(NAME, into)?.name ?? '');
  const aliases = database.all<{ text: string; account: number | null }>(ALIASES, from);
  for (const { text, account } of [{ text: row.name, account: null }, ...aliases]) {
    const folded = fold(text);
    if (folded === own || readAlias(database, into, folded) !== undefined) continue;
    apply({
      kind: 'entity',
      first: into,
      last: into,
      field: `alias:${folded}`,
      before: null,
      after: { text, account },
    });
  }
  for (const { id } of database.all<{ id: number }>(POINTING, from)) {
    const after = id === into ? null : into;
    apply({ kind: 'entity', first: id, last: id, field: 'counterpart', before: from, after });
  }
  apply({ kind: 'entity', first: from, last: from, field: 'merged', before: null, after: into });
  // Its findings and names follow, though nothing in its own row changed.
  apply({ kind: 'entity', first: into, last: into, field: 'merged', before: null, after: null });
}

/** Makes a claim speak of `to` wherever it names `from`. */
export function repointClaim(database: Database, claim: ClaimId, from: EntityId, to: EntityId, apply: Apply): void {
  const ends = database.get<{ subject: number; object: number | null }>(ENDS, claim);
  const change = (field: string): void =>
    apply({ kind: 'claim', first: claim, last: claim, field, before: from, after: to });
  if (ends?.subject === from) change('subject');
  if (ends?.object === from) change('object');
  for (const { position } of database.all<{ position: number }>(DETAILS, claim, from)) change(`qualifier:${position}`);
}
