import type { ClaimCells } from '../lore/intake/claim-columns.ts';
import type { Suggestion, SuggestionFilter, SuggestionQueue, SuggestionStatus } from '../lore/suggestion.ts';
import type { Database, SqlValue } from './database.ts';
import { storedJson } from './rows/stored-json.ts';

const COLUMNS = `suggestion.id, suggestion.at, suggestion.account, suggestion.cells, suggestion.note, suggestion.words,
  suggestion.place, suggestion.status, suggestion.reason, suggestion.decided_by, suggestion.tell, suggestion.channel,
  suggestion.message, actor.ref, actor.name FROM suggestion JOIN actor ON actor.id = suggestion.actor_id`;
const ONE = `SELECT ${COLUMNS} WHERE suggestion.id = ?`;
const WAITING = `SELECT ${COLUMNS} WHERE suggestion.status = 'waiting' ORDER BY suggestion.id LIMIT ? OFFSET ?`;
const COUNT = `SELECT COUNT(*) AS n FROM suggestion WHERE status = 'waiting'`;
const BY = `SELECT ${COLUMNS} WHERE actor.ref = ? ORDER BY suggestion.id DESC LIMIT ?`;
const SINCE = `SELECT COUNT(*) AS n FROM suggestion JOIN actor ON actor.id = suggestion.actor_id
  WHERE actor.ref = ? AND suggestion.at >= ? AND suggestion.words = ''`;
const UNTOLD = `SELECT ${COLUMNS} WHERE actor.ref = ? AND suggestion.is_told = 0
  AND suggestion.status IN ('approved', 'rejected') AND suggestion.words = '' ORDER BY suggestion.id LIMIT 5`;
const TOLD = 'UPDATE suggestion SET is_told = ? WHERE id = ?';
const CARD = 'UPDATE suggestion SET channel = ?, message = ? WHERE id = ?';
const REVISE = `UPDATE suggestion SET cells = ?, account = ?, note = ? WHERE id = ? AND status = 'waiting'`;
const WITHDRAW = `UPDATE suggestion SET status = 'withdrawn' WHERE id = ? AND status = 'waiting'`;
const WAITING_BY = `SELECT COUNT(*) AS n FROM suggestion JOIN actor ON actor.id = suggestion.actor_id
  WHERE actor.ref = ? AND suggestion.status = 'waiting' AND suggestion.words = ''`;

interface Row {
  readonly id: number;
  readonly at: number;
  readonly account: string | null;
  readonly cells: string;
  readonly note: string;
  readonly words: string;
  readonly place: string;
  readonly status: SuggestionStatus;
  readonly reason: string;
  readonly decided_by: number | null;
  readonly tell: 'next' | 'message';
  readonly channel: string | null;
  readonly message: string | null;
  readonly ref: string;
  readonly name: string;
}

/** What waits for review, and what became of it. */
export interface Suggestions extends SuggestionQueue {
  /** Oldest first. */
  waiting(filter: SuggestionFilter): readonly Suggestion[];
  waitingCount(): number;
  /** Decided ones whose suggester was not told yet. */
  untold(ref: string): readonly Suggestion[];
  markTold(id: number, isTold: boolean): void;
  /** Where its review card stands. */
  noteCard(id: number, channel: string, message: string): void;
}

/** The suggestions of a lorebook. */
export function suggestionsOf(database: Database): Suggestions {
  const many = (sql: string, ...parameters: SqlValue[]) => database.all<Row>(sql, ...parameters).map(toSuggestion);
  return {
    get: (id) => many(ONE, id)[0],
    waiting: ({ limit, offset }) => many(WAITING, limit, offset ?? 0),
    waitingCount: () => database.get<{ n: number }>(COUNT)?.n ?? 0,
    by: (ref, limit) => many(BY, ref, limit),
    countSince: (ref, since) => database.get<{ n: number }>(SINCE, ref, since)?.n ?? 0,
    untold: (ref) => many(UNTOLD, ref),
    markTold: (id, isTold) => void database.run(TOLD, Number(isTold), id),
    noteCard: (id, channel, message) => void database.run(CARD, channel, message, id),
    waitingCountBy: (ref) => database.get<{ n: number }>(WAITING_BY, ref)?.n ?? 0,
    revise: (id, cells, account, note) => database.run(REVISE, JSON.stringify(cells), account, note, id).changes > 0,
    withdraw: (id) => database.run(WITHDRAW, id).changes > 0,
  };
}

function toSuggestion(row: Row): Suggestion {
  return {
    id: row.id,
    at: row.at,
    by: { ref: row.ref, name: row.name },
    account: row.account,
    cells: storedJson(row.cells) as ClaimCells,
    note: row.note,
    words: row.words,
    place: row.place,
    status: row.status,
    reason: row.reason,
    decidedBy: row.decided_by,
    tell: row.tell,
    card: row.channel === null || row.message === null ? null : { channel: row.channel, message: row.message },
  };
}
