import BetterSqlite3 from 'better-sqlite3';
import type { PostLog } from '../../src/lore/post.ts';
import type { Schedule } from '../../src/lore/schedule.ts';
import { databaseOf } from '../../src/lorebook/database.ts';
import { shippedMigrations } from '../../src/lorebook/migrate.ts';
import { postsOf } from '../../src/lorebook/posts.ts';
import type { Sent } from '../../src/schedule/sender.ts';
import type { Chance } from '../bench/seeded.ts';

/** What a server's channel holds. */
export interface Message {
  readonly id: string;
  readonly day: string;
  readonly at: number;
}

/** One server of a simulated Discord: its lorebook's table of posts, its schedule, its channel. */
export interface Server {
  readonly id: string;
  readonly posts: PostLog;
  schedule: Schedule;
  readonly messages: Message[];
  /** Nonces Discord still knows. */
  readonly nonces: Map<string, { readonly message: Message; readonly at: number }>;
  /** The bot may not write there now. */
  isClosed: boolean;
  /** Notices its admins got, by kind. */
  readonly told: Map<string, number>;
  /** Its schedule was changed or paused meanwhile, so that not every day was due. */
  isSteady: boolean;
}

/** How long Discord drops a second message of one nonce: the least of its "few minutes". */
export const NONCE_MS = 3 * 60_000;

/** What may go wrong with one sending, and how often in 10,000. */
export const FAULTS = {
  'reply lost after acting': 150,
  'reply lost before acting': 150,
  'not taken now (429, connection refused)': 150,
  'crash before sending': 10,
  'crash after sending': 10,
  'crash before recording': 10,
} as const;
export type FaultName = keyof typeof FAULTS;

/** The table of posts alone, as the migration makes it: hundreds of whole lorebooks would not fit into memory. */
export function postTable(): PostLog {
  const connection = new BetterSqlite3(':memory:');
  const migration = shippedMigrations().find(({ name }) => name.endsWith('-posts'));
  const table = /CREATE TABLE post\([\s\S]*?WITHOUT ROWID;\nCREATE INDEX post_open[^;]*;/.exec(
    migration?.sql ?? '',
  )?.[0];
  if (table === undefined) throw new Error('the table of posts was not found in its migration');
  connection.pragma('foreign_keys = OFF');
  connection.exec(table);
  return postsOf(databaseOf(connection));
}

export function aServer(id: string, schedule: Schedule): Server {
  return {
    id,
    posts: postTable(),
    schedule,
    messages: [],
    nonces: new Map(),
    isClosed: false,
    told: new Map(),
    isSteady: true,
  };
}

/** Takes a message as Discord does: one of a nonce it knows is dropped, and the first one answered. */
export function takeMessage(server: Server, nonce: string, day: string, trueNow: number): Message {
  const known = server.nonces.get(nonce);
  if (known !== undefined && trueNow - known.at < NONCE_MS) return known.message;
  const message = { id: String(server.messages.length + 1), day, at: trueNow };
  server.messages.push(message);
  server.nonces.set(nonce, { message, at: trueNow });
  return message;
}

export function pickFault(random: Chance, scale: number): FaultName | null {
  let place = random.next() * 10_000;
  for (const [name, share] of Object.entries(FAULTS) as [FaultName, number][]) {
    place -= share * scale;
    if (place < 0) return name;
  }
  return null;
}

/** The end of a process in the middle of its work. */
export class Crash extends Error {}

export const REFUSED: Sent = { kind: 'refused', problem: 'no-access', why: 'Missing Access' };
