import type { Json } from '../../lore/change.ts';
import type { AccountId, ContinuityId } from '../../lore/ids.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import type { NewAccount, NewContinuity } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import type { FieldName } from './fields.ts';

const CONTINUITY = 'SELECT id FROM continuity WHERE slug = ? AND is_set_aside = 1';
const ACCOUNT = 'SELECT id FROM account WHERE slug = ? AND is_set_aside = 1 AND actor_id IS ?';
const IS_ACCOUNT = 'SELECT 1 FROM account WHERE slug = ?';

/** How a session brings a row back and sets its fields; both are noted, so that they can be taken back. */
export interface Reviver {
  readonly bringBack: (kind: 'continuity' | 'account', id: number) => void;
  readonly set: (field: FieldName, id: number, value: Json) => void;
}

/** A timeline of that slug whose adding was taken back stands again as it is wanted now; null where there is none. */
export function reviveContinuity(database: Database, wanted: NewContinuity, reviver: Reviver): ContinuityId | null {
  const row = database.get<{ id: ContinuityId }>(CONTINUITY, wanted.slug);
  if (row === undefined) return null;
  reviver.bringBack('continuity', row.id);
  reviver.set('continuity.entity', row.id, wanted.entity);
  reviver.set('continuity.name', row.id, wanted.name);
  reviver.set('continuity.parent', row.id, wanted.parent);
  reviver.set('continuity.branch', row.id, wanted.branch);
  reviver.set('continuity.branchDay', row.id, wanted.branchDay);
  reviver.set('continuity.tier', row.id, wanted.tier);
  return row.id;
}

/** The same for an account, if it is of the same member or of none. */
export function reviveAccount(
  database: Database,
  wanted: NewAccount,
  member: number | null,
  reviver: Reviver,
): AccountId | null {
  const row = database.get<{ id: AccountId }>(ACCOUNT, wanted.slug, member);
  if (row === undefined) return null;
  reviver.bringBack('account', row.id);
  reviver.set('account.title', row.id, wanted.title);
  reviver.set('account.kind', row.id, wanted.kind);
  reviver.set('account.voice', row.id, wanted.voice);
  reviver.set('account.continuity', row.id, wanted.continuity);
  reviver.set('account.here', row.id, wanted.here);
  reviver.set('account.now', row.id, wanted.now);
  reviver.set('account.copy', row.id, wanted.copyOf);
  reviver.set('account.tier', row.id, wanted.tier);
  return row.id;
}

/** The slug as wanted, or the next free one: what was set aside keeps its own. */
export function freeAccountSlug(database: Database, slug: string): string {
  return uniqueSlug(slug, null, (text) => database.get(IS_ACCOUNT, text) !== undefined);
}
