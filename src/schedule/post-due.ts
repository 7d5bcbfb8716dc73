import type { Clock } from '../lore/clock.ts';
import type { ScheduleBook } from './book.ts';
import { DOUBT_MS, plan, type Task } from './plan.ts';
import type { Notice, PostSender } from './sender.ts';
import { settle } from './settle.ts';

/** When a server is tried again whose lorebook cannot be opened, or at which something broke. */
export const BROKEN_MS = 30_000;
/** A request that takes longer than this is in doubt. */
const SEND_WITHIN_MS = 15_000;
/** Steps of one server in one go: doubts, what is held, what is due. More is a mistake. */
const MOST_STEPS = 100;

/** What the posts of a server are made and sent with. */
export interface PostingParts<Card> {
  readonly clock: Clock;
  readonly sender: PostSender<Card>;
  /** The server's lorebook; `none` where it has no schedule (any more), null where it cannot be opened now. */
  open(guildId: string): ScheduleBook<Card> | 'none' | null;
}

/** How far a server is between two looks at it. */
export interface Progress {
  /** Tries of the post that is due, in vain so far. */
  attempts: number;
  /** Since when it is looked after. */
  readonly seenAt: number;
}

/** Posts what is due on one server, step by step, until it has to wait; gives when to look again, null where nothing is left to do. */
export async function postDue<Card>(
  parts: PostingParts<Card>,
  guildId: string,
  progress: Progress,
  spreadMs: () => number,
): Promise<number | null> {
  const { clock, sender } = parts;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const book = parts.open(guildId);
    if (book === null) return clock() + BROKEN_MS;
    if (book === 'none') return null;
    const now = clock();
    const isReady = sender.isReady(guildId);
    const { seenAt } = progress;
    const { task, notices, wakeAt } = plan(book, { guildId, now, spreadMs: spreadMs(), isReady, seenAt });
    const retryAt = task === null ? null : await deliver(parts, guildId, progress, task);
    await tell(sender, guildId, notices);
    if (task === null || retryAt !== null) return retryAt ?? wakeAt;
  }
  throw new Error(`the schedule of ${guildId} came to no end`);
}

/** Sends a claimed post and keeps what came of it; gives when to try again. */
async function deliver<Card>(
  parts: PostingParts<Card>,
  guildId: string,
  progress: Progress,
  task: Task<Card>,
): Promise<number | null> {
  const { clock, sender } = parts;
  const left = task.claimedAt + DOUBT_MS - clock();
  const { channel, role, card, nonce } = task;
  const withinMs = Math.min(SEND_WITHIN_MS, left);
  const sent = await sender.send({ guildId, channel, role, card, nonce, withinMs });
  const book = parts.open(guildId);
  if (book === null || book === 'none') throw new Error('the lorebook of a post cannot be opened again');
  const { notices, retryAt } = settle(book, task, sent, { now: clock(), attempts: progress.attempts });
  progress.attempts = retryAt === null ? 0 : progress.attempts + 1;
  await tell(sender, guildId, notices);
  return retryAt;
}

async function tell<Card>(sender: PostSender<Card>, guildId: string, notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) await sender.tellAdmins(guildId, notice);
}
