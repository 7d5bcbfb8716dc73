import type { AccountId, EntityId } from '../../lore/ids.ts';
import type { Imported, ImportedKind, ImportLedger } from '../../lore/import-ledger.ts';
import type { Database } from '../database.ts';

const LAST_RUN = 'SELECT MAX(seen) AS run FROM imported WHERE account_id = ?';
const FIND = 'SELECT what, id, slot, seen AS run FROM imported WHERE account_id = ? AND digest = ?';
const NOTE = `INSERT INTO imported(account_id, digest, slot, what, id, seen) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT(account_id, digest) DO UPDATE SET id = excluded.id, seen = excluded.seen`;
const SEEN = 'UPDATE imported SET seen = ? WHERE account_id = ? AND digest = ?';
const UNSEEN =
  'SELECT digest, slot, what, id, seen AS run FROM imported WHERE account_id = ? AND seen < ? ORDER BY digest';
const NEW_OF_RUN = 'SELECT slot, what, id FROM imported WHERE account_id = ? AND seen = ? ORDER BY id DESC';
const FORGET = 'DELETE FROM imported WHERE account_id = ? AND digest = ?';
const ENTITY = `SELECT entity_id AS id FROM imported_entity
  JOIN entity ON entity.id = imported_entity.entity_id
  WHERE account_id = ? AND ref = ? AND (merged_into IS NULL OR merged_into <> entity.id)`;
const NOTE_ENTITY = `INSERT INTO imported_entity(account_id, ref, entity_id) VALUES (?, ?, ?)
  ON CONFLICT(account_id, ref) DO UPDATE SET entity_id = excluded.entity_id`;

const KEEP_RULE = `INSERT INTO import_mapping(name, rule) VALUES (?, ?)
  ON CONFLICT(name) DO UPDATE SET rule = excluded.rule`;

/** Who ended it: nobody, an undo, or a person's own decision. */
const ENDED: Readonly<Record<ImportedKind, string>> = {
  claim: `SELECT retracted_by AS ended, (SELECT 1 FROM undoing WHERE undo_id = retracted_by) AS undone
    FROM claim WHERE id = ?`,
  passage: `SELECT set_aside_by AS ended, (SELECT 1 FROM undoing WHERE undo_id = set_aside_by) AS undone
    FROM passage WHERE id = ?`,
  suggestion: `SELECT CASE status WHEN 'withdrawn' THEN 1 END AS ended, 1 AS undone FROM suggestion WHERE id = ?`,
};

interface Held {
  readonly digest: number;
  readonly slot: number;
  readonly what: ImportedKind;
  readonly id: number;
  readonly run: number;
}

/** Entries held before they are written, sorted: a digest falls anywhere, and one by one each would touch a page of its own. */
const MOST_HELD = 100_000;

/** The ledger of imports, for use inside one transaction; `end` writes what is held. */
export function importLedger(database: Database): ImportLedger & { end(): void } {
  const held = new Map<number, Held>();
  let holder: AccountId | null = null;
  const end = (): void => {
    for (const { digest, slot, what, id, run } of [...held.values()].sort((a, b) => a.digest - b.digest))
      database.run(NOTE, holder, digest, slot, what, id, run);
    held.clear();
  };
  const heldOf = (account: AccountId, digest: number): Held | undefined =>
    account === holder ? held.get(digest) : undefined;
  const stateOf = (what: ImportedKind, id: number): Imported['state'] => {
    const row = database.get<{ ended: number | null; undone: number | null }>(ENDED[what], id);
    if (row === undefined) return 'undone';
    return row.ended === null ? 'live' : row.undone === null ? 'gone' : 'undone';
  };
  return {
    nextRun: (account) => (database.get<{ run: number | null }>(LAST_RUN, account)?.run ?? 0) + 1,
    find: (account, digest) => {
      const row = heldOf(account, digest) ?? database.get<Held>(FIND, account, digest);
      return row === undefined ? undefined : { ...row, state: stateOf(row.what, row.id) };
    },
    note: (account, entry) => {
      if (account !== holder || held.size >= MOST_HELD) end();
      holder = account;
      held.set(entry.digest, entry);
    },
    seen: (account, digest, run) => {
      // What is held was noted in this run.
      if (heldOf(account, digest) === undefined) database.run(SEEN, run, account, digest);
    },
    unseen: (account, run) => {
      end();
      const old = database.all<Held>(UNSEEN, account, run);
      if (old.length === 0) return [];
      const slots = new Set(old.map(({ slot }) => slot));
      const successors = new Map<string, number>();
      for (const row of database.iterate<Omit<Held, 'digest'>>(NEW_OF_RUN, account, run)) {
        if (slots.has(row.slot)) successors.set(`${row.what}:${row.slot}`, row.id);
      }
      return old.map((row) => ({
        ...row,
        state: stateOf(row.what, row.id),
        successor: successors.get(`${row.what}:${row.slot}`) ?? null,
      }));
    },
    keepRule: (name, rule) => void database.run(KEEP_RULE, name, JSON.stringify(rule)),
    forget: (account, digest) => void database.run(FORGET, account, digest),
    entity: (account, ref) => database.get<{ id: EntityId }>(ENTITY, account, ref)?.id,
    noteEntity: (account, ref, entity) => void database.run(NOTE_ENTITY, account, ref, entity),
    end,
  };
}
