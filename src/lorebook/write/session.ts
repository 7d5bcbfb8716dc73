import { fold } from '../../lore/fold.ts';
import type { AccountId, ClaimId, ContinuityId, EditId, EntityId } from '../../lore/ids.ts';
import type { WriteSession } from '../../lore/writer.ts';
import type { Database } from '../database.ts';
import { fileConflict } from '../findings/filed.ts';
import { addRuling, revokeRuling } from '../findings/rulings.ts';
import { insertClaim } from './insert-claim.ts';
import { insertEdit } from './insert-edit.ts';
import type { Touched } from './touched.ts';

const SETTING = `INSERT INTO setting(name, value) VALUES (?, ?)
  ON CONFLICT(name) DO UPDATE SET value = excluded.value`;
const PREDICATE = `INSERT INTO predicate(id, value_kind, cardinality, temporal, inverse, key, excludes, is_symmetric,
  is_acyclic, implies, meaning, phrases, is_base) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const ENTITY = `INSERT INTO entity(slug, name, folded, kind, continuity_id, about, is_shared) VALUES (?, ?, ?, ?, ?, ?, ?)`;
const ALIAS = `INSERT INTO alias(entity_id, text, folded, account_id) VALUES (?, ?, ?, ?)
  ON CONFLICT(entity_id, folded) DO NOTHING`;
const CONTINUITY = `INSERT INTO continuity(slug, name, parent_id, branch, branch_day, tier, entity_id)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;
const ACCOUNT = `INSERT INTO account(slug, title, kind, voice, continuity_id, here_id, now, copy_of, tier)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const WORK = `INSERT INTO work(entity_id, form, series, continuity_id, tier) VALUES (?, ?, ?, ?, ?)
  ON CONFLICT(entity_id) DO NOTHING`;
const BY_KEY = 'SELECT id FROM claim WHERE account_id = ? AND key = ? AND retracted_by IS NULL';
const HAS_KEY = 'SELECT 1 FROM claim WHERE account_id = ? AND key = ?';

/** The writing half of a lorebook, for use inside one transaction. */
export function writeSession(database: Database, touched: Touched): WriteSession {
  const change = (sql: string, ...parameters: (string | number | null)[]): number => {
    touched.changes += 1;
    return database.run(sql, ...parameters).lastId;
  };
  return {
    record: (edit) => {
      touched.edits += 1;
      return insertEdit(database, edit) as EditId;
    },
    setSetting: (name, value) => void change(SETTING, name, JSON.stringify(value)),
    addPredicate: (p) =>
      void change(
        PREDICATE,
        p.id,
        p.valueKind,
        p.cardinality,
        p.temporal,
        p.inverse,
        JSON.stringify(p.key),
        JSON.stringify(p.excludes),
        Number(p.isSymmetric),
        Number(p.isAcyclic),
        JSON.stringify(p.implies),
        p.meaning,
        JSON.stringify(p.phrases),
        Number(p.isBase),
      ),
    addEntity: (e) => {
      return change(
        ENTITY,
        e.slug,
        e.name,
        fold(e.name),
        e.kind,
        e.continuity,
        e.about,
        Number(e.isShared),
      ) as EntityId;
    },
    addAlias: (entity, text, account) => {
      change(ALIAS, entity, text, fold(text), account);
      if (entity <= touched.lastEntityBefore) touched.entities.add(entity);
    },
    setHome: (entity, continuity) =>
      void change('UPDATE entity SET continuity_id = ? WHERE id = ?', continuity, entity),
    setCounterpart: (entity, counterpart) =>
      void change('UPDATE entity SET counterpart_id = ? WHERE id = ?', counterpart, entity),
    setShared: (entity) => {
      change('UPDATE entity SET is_shared = 1 WHERE id = ?', entity);
      // The one-holder rule looks at its holders anew.
      if (entity <= touched.lastEntityBefore) touched.entities.add(entity);
    },
    setAbout: (entity, about) => void change('UPDATE entity SET about = ? WHERE id = ?', about, entity),
    addContinuity: (c) =>
      change(CONTINUITY, c.slug, c.name, c.parent, c.branch, c.branchDay, c.tier, c.entity) as ContinuityId,
    addAccount: (a) =>
      change(ACCOUNT, a.slug, a.title, a.kind, a.voice, a.continuity, a.here, a.now, a.copyOf, a.tier) as AccountId,
    addWork: (w) => void change(WORK, w.entity, w.form, w.series, w.continuity, w.tier),
    addClaim: (claim) => {
      touched.changes += 1;
      return insertClaim(database, claim);
    },
    fileConflict: ({ title, why, claims, edit }) => {
      touched.changes += 1;
      touched.filed.push(fileConflict(database, { title, why, claims }, edit));
    },
    addRuling: (finding, ruling, edit) => {
      touched.changes += 1;
      addRuling(database, finding, ruling, edit);
    },
    revokeRuling: (ruling, edit) => {
      touched.changes += 1;
      return revokeRuling(database, ruling, edit);
    },
    moveClaim: (claim, continuity) => {
      change('UPDATE claim SET continuity_id = ? WHERE id = ?', continuity, claim);
      touched.claims.add(claim);
    },
    claimByKey: (account, key) => database.get<{ id: ClaimId }>(BY_KEY, account, key)?.id,
    hasKey: (account, key) => database.get(HAS_KEY, account, key) !== undefined,
    isEmpty: () => database.get('SELECT 1 FROM continuity LIMIT 1') === undefined,
  };
}
