import type { ClaimId } from '../lore/ids.ts';
import type { Post, PostLog, PostStatus } from '../lore/post.ts';
import type { Database } from './database.ts';

const COLUMNS = 'day, due, status, nonce, claimed_at, channel, message, fact_id, reason';
const ONE = `SELECT ${COLUMNS} FROM post WHERE day = ?`;
const CLAIM = `INSERT INTO post(day, due, status, nonce, claimed_at, channel) VALUES (?, ?, 'claimed', ?, ?, ?)
  ON CONFLICT(day) DO UPDATE SET
    due = excluded.due, status = 'claimed', nonce = excluded.nonce, claimed_at = excluded.claimed_at,
    channel = excluded.channel, message = NULL, reason = ''
  WHERE post.status IN (SELECT value FROM json_each(?))`;
const SETTLE = `UPDATE post SET status = ?, message = ?, fact_id = ?, reason = ?
  WHERE day = ? AND (status IN ('claimed', 'held') OR ? = 'sent')`;
const NOTE = `INSERT INTO post(day, due, status, channel, reason) VALUES (?, ?, ?, ?, ?) ON CONFLICT(day) DO NOTHING`;
const OPEN = `SELECT ${COLUMNS} FROM post WHERE status IN ('claimed', 'held') ORDER BY day`;
const LAST = 'SELECT MAX(day) AS day FROM post WHERE day <= ?';
const FACTS = 'SELECT fact_id AS fact FROM post WHERE day >= ? AND fact_id IS NOT NULL';
const RECENT = `SELECT ${COLUMNS} FROM post ORDER BY day DESC LIMIT ?`;

interface Row {
  readonly day: string;
  readonly due: number;
  readonly status: PostStatus;
  readonly nonce: string;
  readonly claimed_at: number | null;
  readonly channel: string;
  readonly message: string | null;
  readonly fact_id: number | null;
  readonly reason: string;
}

function toPost({ claimed_at, fact_id, ...row }: Row): Post {
  return { ...row, claimedAt: claimed_at, fact: fact_id as ClaimId | null };
}

/** The posts of one lorebook: what the scheduler did, not lore, so that they are no edits. */
export function postsOf(database: Database): PostLog {
  return {
    get: (day) => {
      const row = database.get<Row>(ONE, day);
      return row === undefined ? undefined : toPost(row);
    },
    claim: ({ day, due, nonce, channel, at }, from) =>
      database.transaction(() => database.run(CLAIM, day, due, nonce, at, channel, JSON.stringify(from)).changes > 0),
    settle: (day, as, more = {}) =>
      void database.run(SETTLE, as, more.message ?? null, more.fact ?? null, more.reason ?? '', day, as),
    note: (day, due, channel, as, reason) => void database.run(NOTE, day, due, as, channel, reason),
    open: () => database.all<Row>(OPEN).map(toPost),
    lastUpTo: (day) => database.get<{ day: string | null }>(LAST, day)?.day ?? null,
    factsSince: (day) => database.all<{ fact: number }>(FACTS, day).map(({ fact }) => fact as ClaimId),
    recent: (limit) => database.all<Row>(RECENT, limit).map(toPost),
  };
}
