import BetterSqlite3 from 'better-sqlite3';
import { type Database, databaseOf } from '../../src/lorebook/database.ts';
import { rebuildFindings } from '../../src/lorebook/findings/refresh.ts';
import { areFindingsSound } from '../../src/lorebook/findings/soundness.ts';
import { brokenLink } from '../../src/lorebook/write/log-edit.ts';
import type { Intent } from './told.ts';

/** An edit that was asked for; `edit` is the number it was acknowledged with, null where it never was. */
export interface Asked {
  readonly intent: Intent;
  edit: number | null;
}

/** Leaves the transaction that only looked. */
class Looked extends Error {}

/**
 * Reads the file as the killed process left it (SQLite recovers its log, nothing else is mended) and says everything that
 * is not as it must be. What was in flight and did reach the disk is noted as acknowledged: it may not go again.
 */
export function inspect(path: string, asked: readonly Asked[]): readonly string[] {
  const connection = new BetterSqlite3(path);
  try {
    const database = databaseOf(connection);
    if (database.get(`SELECT 1 FROM sqlite_schema WHERE name = 'edit_link'`) === undefined) return whatIsMissing(asked);
    return [
      ...soundness(database),
      ...findingsComplaints(database),
      ...asked.flatMap((one) => complaintsOn(database, one)),
      ...countComplaints(database, asked),
      ...halfUndone(database),
    ];
  } finally {
    connection.close();
  }
}

function whatIsMissing(asked: readonly Asked[]): readonly string[] {
  return asked.some(({ edit }) => edit !== null) ? ['the lorebook is gone, with acknowledged edits in it'] : [];
}

function soundness(database: Database): readonly string[] {
  const check = database.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check);
  const loose = database.all('PRAGMA foreign_key_check').length;
  const broken = brokenLink(database);
  return [
    ...(check.join() === 'ok' ? [] : [`integrity_check: ${check.join('; ')}`]),
    ...(loose === 0 ? [] : [`${loose} references lead nowhere`]),
    ...(broken === null ? [] : [`the chain is broken at edit ${broken}`]),
  ];
}

const FINDINGS = `SELECT finding.*, (SELECT group_concat(claim_id) FROM (
    SELECT claim_id FROM finding_claim WHERE finding_id = finding.id ORDER BY claim_id)) AS claims
  FROM finding ORDER BY id`;

/** The findings as they stand, against those of everything checked anew. */
function findingsComplaints(database: Database): readonly string[] {
  if (database.get('SELECT 1 FROM claim LIMIT 1') === undefined) return [];
  const sound = areFindingsSound(database) ? [] : ['the findings are not those that were written'];
  const kept = JSON.stringify(database.all(FINDINGS));
  let anew = '';
  try {
    database.transaction(() => {
      rebuildFindings(database);
      anew = JSON.stringify(database.all(FINDINGS));
      throw new Looked();
    });
  } catch (error) {
    if (!(error instanceof Looked)) throw error;
  }
  return kept === anew ? sound : [...sound, 'the findings differ from those of a full rebuild'];
}

const CLAIMS = `SELECT claim.id, claim.key,
    (SELECT COUNT(*) FROM citation WHERE claim_id = claim.id) AS citations,
    (SELECT COUNT(*) FROM qualifier WHERE claim_id = claim.id) AS qualifiers,
    (SELECT COUNT(*) FROM statement_text WHERE rowid = claim.id) AS indexed,
    claim.retracted_by IS NULL AS isLive
  FROM claim WHERE claim.key >= ? AND claim.key < ?`;
const ADDED_BY = `SELECT edit_id AS edit FROM change WHERE kind = ? AND field = 'added' AND first <= ? AND last >= ?`;
const ENTITY = `SELECT id, (SELECT COUNT(*) FROM alias WHERE entity_id = entity.id) AS aliases FROM entity WHERE name = ?`;
const RULED = 'SELECT edit_id AS edit FROM ruling WHERE note = ?';
// An undo may put the same channel back: only what set it at first counts.
const SET = `SELECT edit_id AS edit FROM change JOIN edit ON edit.id = edit_id
  WHERE edit.op <> 'undo' AND kind = 'setting' AND field = 'review_channel' AND change.after = ?`;
const DRAFT = 'SELECT edit_id AS edit FROM draft WHERE id = ?';
const UNDOES = 'SELECT edit_id AS edit FROM undoing WHERE undo_id = ? ORDER BY edit_id';

/** One edit against the file: there once and whole where it was acknowledged, else there once and whole or not at all. */
function complaintsOn(database: Database, one: Asked): readonly string[] {
  const { token } = one.intent;
  const found = editsOf(database, one);
  if (found.half !== null) return [`${token} (${one.intent.kind}) is there by half: ${found.half}`];
  const edits = [...new Set(found.edits)];
  if (edits.length > 1) return [`${token} is there ${edits.length} times: edits ${edits.join(', ')}`];
  const [edit] = edits;
  if (one.edit === null) {
    if (edit === undefined) return [];
    if (one.intent.kind === 'refused') return [`${token} was refused and is there`];
    one.edit = edit;
    return [];
  }
  if (edit === undefined) return [`${token} (${one.intent.kind}) was acknowledged as edit ${one.edit} and is gone`];
  return edit === one.edit ? [] : [`${token} was acknowledged as edit ${one.edit} and is edit ${edit}`];
}

interface Found {
  readonly edits: readonly number[];
  readonly half: string | null;
}

function editsOf(database: Database, { intent, edit }: Asked): Found {
  const numbers = (sql: string, ...parameters: (string | number)[]): number[] =>
    database.all<{ edit: number | null }>(sql, ...parameters).flatMap((row) => row.edit ?? []);
  const whole = (edits: readonly number[]): Found => ({ edits, half: null });
  switch (intent.kind) {
    case 'claims':
    case 'refused':
      return claimsOf(database, intent.token, intent.kind === 'claims' ? intent.rows : 5);
    case 'names': {
      const rows = intent.names.flatMap((name) => database.all<{ id: number; aliases: number }>(ENTITY, name));
      const edits = rows.flatMap(({ id }) => numbers(ADDED_BY, 'entity', id, id));
      const isWhole = rows.length === intent.names.length && rows.every(({ aliases }) => aliases === 2);
      return rows.length === 0 || isWhole ? whole(edits) : { edits, half: `${rows.length} names` };
    }
    case 'rule':
      return whole(numbers(RULED, intent.token));
    case 'setting':
      return whole(numbers(SET, JSON.stringify(intent.channel)));
    case 'draft': {
      const [entity] = database.all<{ id: number }>(ENTITY, intent.token);
      const marked = numbers(DRAFT, intent.draft);
      const made = entity === undefined ? [] : numbers(ADDED_BY, 'entity', entity.id, entity.id);
      return made.join() === marked.join() ? whole(made) : { edits: made, half: 'its draft says otherwise' };
    }
    case 'undo': {
      if (edit === null) return whole([]);
      const undone = numbers(UNDOES, edit);
      const wanted = [...intent.edits].sort((a, b) => a - b);
      if (undone.length > 0 && undone.join() !== wanted.join())
        return { edits: [edit], half: `undid ${undone.join()}` };
      return whole(undone.length === 0 ? [] : [edit]);
    }
  }
}

function claimsOf(database: Database, token: string, rows: number): Found {
  const claims = database.all<{
    id: number;
    key: string;
    citations: number;
    qualifiers: number;
    indexed: number;
    isLive: number;
  }>(CLAIMS, `${token}.`, `${token}/`);
  const edits = claims
    .flatMap(({ id }) => database.all<{ edit: number }>(ADDED_BY, 'claim', id, id))
    .map((e) => e.edit);
  if (claims.length === 0) return { edits, half: null };
  const isWhole = claims.every(
    ({ citations, qualifiers, indexed, isLive }) => citations === 1 && qualifiers === 1 && indexed === isLive,
  );
  if (claims.length !== rows || !isWhole) return { edits, half: `${claims.length} of ${rows} rows` };
  return edits.length === rows ? { edits, half: null } : { edits, half: 'rows without an edit' };
}

const MADE = `SELECT COUNT(*) AS n FROM edit WHERE actor_id = (SELECT id FROM actor WHERE ref = 'editor')
  AND op <> 'load-pack'`;
const UNTOLD_UNDO = `SELECT COUNT(*) AS n FROM edit WHERE op = 'undo' AND id = (SELECT MAX(id) FROM edit)`;

/** No edit is there that nobody asked for. An undo in flight bears no token: it is the last edit, or it is not there. */
function countComplaints(database: Database, asked: readonly Asked[]): readonly string[] {
  const made = database.get<{ n: number }>(MADE)?.n ?? 0;
  const last = asked.at(-1);
  if (last !== undefined && last.intent.kind === 'undo' && last.edit === null) {
    const known = asked.filter(({ edit }) => edit !== null).length;
    if (made === known + 1 && (database.get<{ n: number }>(UNTOLD_UNDO)?.n ?? 0) === 1) {
      last.edit = database.get<{ n: number }>('SELECT MAX(id) AS n FROM edit')?.n ?? null;
      return complaintsOn(database, last);
    }
  }
  const known = asked.filter(({ edit }) => edit !== null).length;
  return made === known ? [] : [`${made} edits are there, ${known} were made`];
}

const TAKEN_BACK = `SELECT undoing.edit_id AS edit FROM undoing
  WHERE NOT EXISTS (SELECT 1 FROM undoing AS again WHERE again.edit_id = undoing.undo_id)`;
const LIVE_OF = `SELECT COUNT(*) AS n FROM change JOIN claim ON claim.id BETWEEN change.first AND change.last
  WHERE change.edit_id = ? AND change.kind = 'claim' AND change.field = 'added' AND claim.retracted_by IS NULL`;

/** What an undo took back is gone as a whole. Undos that were undone again are left to the property tests. */
function halfUndone(database: Database): readonly string[] {
  return database
    .all<{ edit: number }>(TAKEN_BACK)
    .filter(({ edit }) => (database.get<{ n: number }>(LIVE_OF, edit)?.n ?? 0) > 0)
    .map(({ edit }) => `edit ${edit} was taken back and some of it stands`);
}
