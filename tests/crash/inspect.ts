import BetterSqlite3 from 'better-sqlite3';
import { type Database, databaseOf } from '../../src/lorebook/database.ts';
import { rebuildFindings } from '../../src/lorebook/findings/refresh.ts';
import { areFindingsSound } from '../../src/lorebook/findings/soundness.ts';
import { brokenLink } from '../../src/lorebook/write/log-edit.ts';
import { unlikeTheLog } from './as-logged.ts';
import { type Intent, tokensIn } from './told.ts';
import { type Traces, tracesIn } from './traces.ts';

/** An edit that was asked for; `id` is the number it was acknowledged with, null where it never was. */
export interface Asked {
  readonly intent: Intent;
  id: number | null;
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
    const traces = tracesIn(database);
    return [
      ...soundness(database),
      ...findingsComplaints(database),
      ...asked.flatMap((one) => complaintsOn(database, traces, one)),
      ...recognised(database, traces, asked),
      ...unlikeTheLog(database),
      ...halfClaims(database),
      ...halfUndone(database),
    ];
  } finally {
    connection.close();
  }
}

function whatIsMissing(asked: readonly Asked[]): readonly string[] {
  return asked.some(({ id }) => id !== null) ? ['the lorebook is gone, with acknowledged edits in it'] : [];
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

const DRAFT = 'SELECT edit_id AS edit FROM draft WHERE id = ?';
const UNDOES = 'SELECT edit_id AS edit FROM undoing WHERE undo_id = ? ORDER BY edit_id';

/** One edit against the file: there once and whole where it was acknowledged, else there once and whole or not at all. */
function complaintsOn(database: Database, traces: Traces, one: Asked): readonly string[] {
  const { intent } = one;
  const what = `${intent.token} (${intent.kind})`;
  switch (intent.shape) {
    case 'refused':
      return traces.editsWith('add-claims', intent.token).length === 0 ? [] : [`${what} was refused and is there`];
    case 'suggestion':
      return suggestionComplaints(database, one, intent, what);
    case 'undo': {
      if (one.id === null) return [];
      const undone = database.all<{ edit: number }>(UNDOES, one.id).map(({ edit }) => edit);
      const wanted = [...intent.edits].sort((a, b) => a - b);
      return undone.join() === wanted.join() ? [] : [`${what} undid ${undone.join()} instead of ${wanted.join()}`];
    }
    case 'edit':
      return editComplaints(database, traces, one, intent, what);
  }
}

function editComplaints(
  database: Database,
  traces: Traces,
  one: Asked,
  intent: Extract<Intent, { shape: 'edit' }>,
  what: string,
): readonly string[] {
  const found = intent.hasText ? traces.editsWith(intent.op, intent.token) : one.id === null ? [] : [one.id];
  if (found.length > 1) return [`${what} is there ${found.length} times: edits ${found.join(', ')}`];
  const [edit] = found;
  if (one.id !== null && edit === undefined) return [`${what} was acknowledged as edit ${one.id} and is gone`];
  if (edit === undefined) return [];
  if (one.id !== null && edit !== one.id) return [`${what} was acknowledged as edit ${one.id} and is edit ${edit}`];
  one.id = edit;
  if (traces.opOf(edit) !== intent.op) return [`${what} is edit ${edit}, which is ${traces.opOf(edit) ?? 'gone'}`];
  const parts = traces.partsOf(edit);
  const draft = intent.draft === undefined ? edit : database.get<{ edit: number | null }>(DRAFT, intent.draft)?.edit;
  return [
    ...Object.entries(intent.parts)
      .filter(([name, n]) => parts.get(name) !== n)
      .map(([name, n]) => `${what} is there by half: ${parts.get(name) ?? 0} of ${n} ${name}`),
    ...(draft === edit ? [] : [`${what} is there by half: its preview says ${draft}`]),
  ];
}

const SUGGESTION = `SELECT suggestion.id, suggestion.status, suggestion.note, actor.ref FROM suggestion
  JOIN actor ON actor.id = suggestion.actor_id WHERE suggestion.id = ?`;
const NOTED = `SELECT id FROM suggestion WHERE instr(note, ?) > 0`;

/** What somebody suggested stands in its note, until they are forgotten: then the row alone is left. */
function suggestionComplaints(
  database: Database,
  one: Asked,
  intent: Extract<Intent, { shape: 'suggestion' }>,
  what: string,
): readonly string[] {
  const id = one.id ?? intent.id ?? database.get<{ id: number }>(NOTED, intent.token)?.id ?? null;
  const row = id === null ? undefined : database.get<SuggestionRow>(SUGGESTION, id);
  const isThere =
    row !== undefined &&
    (intent.isWithdrawn
      ? row.status === 'withdrawn'
      : tokensIn(row.note).includes(intent.token) || row.ref.startsWith('gone:'));
  if (one.id === null) {
    if (isThere) one.id = id;
    return [];
  }
  return isThere ? [] : [`${what} was acknowledged as suggestion ${one.id} and is ${JSON.stringify(row)}`];
}

interface SuggestionRow {
  readonly id: number;
  readonly status: string;
  readonly note: string;
  readonly ref: string;
}

const HALF_CLAIM = `SELECT claim.id FROM claim
  WHERE (SELECT COUNT(*) FROM statement_text WHERE rowid = claim.id) <> (retracted_by IS NULL AND statement <> '')
    OR (statement GLOB 'Added as t*' OR statement GLOB 'Told as t*')
      AND ((SELECT COUNT(*) FROM citation WHERE claim_id = claim.id) = 0
        OR (SELECT COUNT(*) FROM qualifier WHERE claim_id = claim.id) <> 1)`;

/** Whatever brought it, every claim of the editor's has its source, its detail and, while it is told, its words. */
function halfClaims(database: Database): readonly string[] {
  return database.all<{ id: number }>(HALF_CLAIM).map(({ id }) => `claim ${id} is there by half`);
}

const MADE = `SELECT COUNT(*) AS n FROM edit WHERE op <> 'load-pack'`;
const LAST = 'SELECT id, op FROM edit ORDER BY id DESC LIMIT 1';

/** Notes the last edit as that of an intent that was in flight and bears no text, where it is one too many. */
function recognised(database: Database, traces: Traces, asked: readonly Asked[]): readonly string[] {
  const made = database.get<{ n: number }>(MADE)?.n ?? 0;
  const known = asked.filter(({ intent, id }) => id !== null && intent.shape !== 'suggestion').length;
  if (made === known) return [];
  const last = database.get<{ id: number; op: string }>(LAST);
  const flying = asked.at(-1);
  if (made === known + 1 && last !== undefined && flying?.id === null && last.op === opOf(flying.intent)) {
    flying.id = last.id;
    return complaintsOn(database, traces, flying);
  }
  return [`${made} edits are there, ${known} were made`];
}

function opOf(intent: Intent): string | null {
  if (intent.shape === 'undo') return 'undo';
  return intent.shape === 'edit' && !intent.hasText ? intent.op : null;
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
