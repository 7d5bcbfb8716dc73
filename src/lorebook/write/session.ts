import type { Change, ChangedKind, Json } from '../../lore/change.ts';
import { fold } from '../../lore/fold.ts';
import type { AccountId, ClaimId, ContinuityId, EditId, EntityId } from '../../lore/ids.ts';
import type { NewAccount, SettableField, WriteSession } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import { fileConflict } from '../findings/filed.ts';
import { addRuling } from '../findings/rulings.ts';
import { replacePerson } from '../people.ts';
import { readPredicates } from '../read/frame.ts';
import { readAlias, writeAlias } from './aliases.ts';
import { applyChange, readSetting } from './apply-change.ts';
import { bulkRows } from './bulk-rows.ts';
import { nextCitation } from './citations.ts';
import { type FieldName, fieldOf, readField } from './fields.ts';
import { importLedger } from './import-ledger.ts';
import { insertClaim } from './insert-claim.ts';
import { actorId, insertEdit } from './insert-edit.ts';
import { insertPassage } from './insert-passage.ts';
import { insertSuggestion } from './insert-suggestion.ts';
import { IS_WORK, mergeEntity, repointClaim } from './merge-entity.ts';
import { freeAccountSlug, reviveAccount, reviveContinuity } from './revive.ts';
import type { Touched } from './touched.ts';

const ENTITY = `INSERT INTO entity(slug, name, folded, kind, continuity_id, about, is_shared) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const CONTINUITY = `INSERT INTO continuity(slug, name, parent_id, branch, branch_day, tier, entity_id)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const ACCOUNT = `INSERT INTO account(slug, title, kind, voice, continuity_id, here_id, now, copy_of, tier, actor_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const WORK = `INSERT INTO work(entity_id, form, series, continuity_id, tier) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT(entity_id) DO NOTHING`;
const BY_KEY = 'SELECT id FROM claim WHERE account_id = ? AND key = ? AND retracted_by IS NULL';
const IS_STANDING = 'SELECT 1 FROM ruling WHERE id = ? AND revoked_by IS NULL';

/** The writing half of a lorebook, for use inside one transaction. */
export function writeSession(database: Database, touched: Touched): WriteSession {
  const insert = (sql: string, ...parameters: (string | number | null)[]): number => {
    touched.changes += 1;
    return database.run(sql, ...parameters).lastId;
  };
  const apply = (change: Change): void => applyChange(database, touched, change);
  const one = (kind: ChangedKind, id: number, field: string, before: Json, after: Json): void =>
    apply({ kind, first: id, last: id, field, before, after });
  const set = (name: FieldName, id: number, value: Json): void => {
    const field = fieldOf(name);
    const before = field === undefined ? undefined : readField(database, field, id);
    if (field === undefined || before === undefined) throw new Error(`no ${name} in row ${id}`);
    if (JSON.stringify(before) === JSON.stringify(value)) return;
    one(field.kind, id, name.slice(field.kind.length + 1), before, value);
  };
  /** What is new in this transaction goes with its row: only what was there before is noted field by field. */
  const setOld = (name: SettableField, id: number, value: Json, isNew: boolean, sql: string): void => {
    if (isNew) insert(sql, value as string | number | null, id);
    else set(name, id, value);
  };
  const reviver = { bringBack: (kind: ChangedKind, id: number) => one(kind, id, 'live', false, true), set };
  const claims = bulkRows(database, 'claim');
  const entities = bulkRows(database, 'entity');
  const imports = importLedger(database);
  touched.atEnd.push(claims.end, entities.end, imports.end);
  const isNewEntity = (entity: EntityId): boolean => entity > touched.lastEntityBefore;

  return {
    record: (edit) => {
      if (touched.edit !== null) throw new Error('a transaction makes one edit');
      touched.edit = insertEdit(database, edit) as EditId;
      return touched.edit;
    },
    setSetting: (name, value) => {
      const before = readSetting(database, name);
      if (JSON.stringify(before) !== JSON.stringify(value)) one('setting', 0, name, before, value as Json);
    },
    set,
    addPredicate: (predicate) => one('predicate', 0, predicate.id, null, predicate as unknown as Json),
    setPredicate: (predicate) => {
      const before = readPredicates(database).find(({ id }) => id === predicate.id);
      if (before === undefined) throw new Error(`no predicate ${predicate.id}`);
      one('predicate', 0, predicate.id, before as unknown as Json, predicate as unknown as Json);
    },
    addEntity: (e) => {
      const { slug, name, kind, continuity, about, isShared } = e;
      const id = insert(ENTITY, slug, name, fold(name), kind, continuity, about, Number(isShared)) as EntityId;
      entities.added();
      return id;
    },
    addAlias: (entity, text, account) => {
      const folded = fold(text);
      if (readAlias(database, entity, folded) !== undefined) return;
      if (isNewEntity(entity)) {
        touched.changes += 1;
        writeAlias(database, entity, folded, { text, account });
      } else one('entity', entity, `alias:${folded}`, null, { text, account });
    },
    removeAlias: (entity, text) => {
      const folded = fold(text);
      const alias = readAlias(database, entity, folded);
      if (alias !== undefined) one('entity', entity, `alias:${folded}`, { ...alias }, null);
    },
    setHome: (entity, continuity) => setOld('entity.continuity', entity, continuity, isNewEntity(entity), SET_HOME),
    setCounterpart: (entity, counterpart) =>
      setOld('entity.counterpart', entity, counterpart, isNewEntity(entity), SET_COUNTERPART),
    setShared: (entity) => setOld('entity.shared', entity, 1, isNewEntity(entity), SET_SHARED),
    setAbout: (entity, about) => setOld('entity.about', entity, about, isNewEntity(entity), SET_ABOUT),
    addContinuity: (c) =>
      reviveContinuity(database, c, reviver) ??
      (insert(CONTINUITY, c.slug, c.name, c.parent, c.branch, c.branchDay, c.tier, c.entity) as ContinuityId),
    addAccount: (a) => {
      const member = a.member === undefined ? null : actorId(database, a.member);
      return reviveAccount(database, a, member, reviver) ?? insertAccount(database, a, member, insert);
    },
    addWork: (w) => {
      if (w.entity > touched.lastEntityBefore) insert(WORK, w.entity, w.form, w.series, w.continuity, w.tier);
      else if (database.get(IS_WORK, w.entity) === undefined) {
        one('work', w.entity, 'live', false, true);
      }
    },
    addClaim: (claim) => {
      touched.changes += 1;
      const id = insertClaim(database, claim);
      claims.added();
      return id;
    },
    fileConflict: ({ title, why, claims, edit }) => {
      touched.changes += 1;
      touched.filed.push(fileConflict(database, { title, why, claims }, edit));
    },
    addRuling: (finding, ruling, edit) => {
      touched.changes += 1;
      addRuling(database, finding, ruling, edit);
    },
    revokeRuling: (ruling) => {
      if (database.get(IS_STANDING, ruling) === undefined) return false;
      one('ruling', ruling, 'live', true, false);
      return true;
    },
    moveClaim: (claim, continuity) => set('claim.continuity', claim, continuity),
    retractClaim: (claim, replacedBy) => {
      one('claim', claim, 'live', true, false);
      if (replacedBy !== null) set('claim.replaced', claim, replacedBy);
    },
    addCitation: (claim, citation) =>
      one('claim', claim, `citation:${nextCitation(database, claim)}`, null, { ...citation }),
    mergeEntity: (from, into) => mergeEntity(database, from, into, apply),
    repointClaim: (claim, from, to) => repointClaim(database, claim, from, to, apply),
    addPassage: (passage) => {
      touched.changes += 1;
      return insertPassage(database, passage);
    },
    setAside: (what, id) => one(what, id, 'live', true, false),
    imports,
    addSuggestion: (suggestion) => insertSuggestion(database, suggestion),
    replacePerson: (ref, by) => {
      touched.changes += 1;
      return replacePerson(database, ref, by);
    },
    apply,
    markUndone: (edits) => void touched.undone.push(...edits),
    claimByKey: (account, key) => database.get<{ id: ClaimId }>(BY_KEY, account, key)?.id,
    hasKey: (account, key) => database.get(BY_KEY, account, key) !== undefined,
    isNewEntity,
    isEmpty: () => database.get('SELECT 1 FROM continuity LIMIT 1') === undefined,
  };
}

const SET_HOME = 'UPDATE entity SET continuity_id = ? WHERE id = ?';
const SET_COUNTERPART = 'UPDATE entity SET counterpart_id = ? WHERE id = ?';
const SET_SHARED = 'UPDATE entity SET is_shared = ? WHERE id = ?';
const SET_ABOUT = 'UPDATE entity SET about = ? WHERE id = ?';

function insertAccount(
  database: Database,
  a: NewAccount,
  member: number | null,
  insert: (sql: string, ...parameters: (string | number | null)[]) => number,
): AccountId {
  const { title, kind, voice, continuity, here, now, copyOf, tier } = a;
  return insert(
    ACCOUNT,
    freeAccountSlug(database, a.slug),
    title,
    kind,
    voice,
    continuity,
    here,
    now,
    copyOf,
    tier,
    member,
  ) as AccountId;
}
