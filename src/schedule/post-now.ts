import type { Clock } from '../lore/clock.ts';
import type { PostStatus } from '../lore/post.ts';
import type { ScheduleBook } from './book.ts';
import { localDay } from './due.ts';
import { DOUBT_MS, taken } from './plan.ts';
import type { Scheduler } from './scheduler.ts';
import type { PostSender, Sent } from './sender.ts';
import { settle } from './settle.ts';

export type PostedNow =
  | Sent
  | { readonly kind: 'no-schedule' }
  /** Today's is there already, or on its way. */
  | { readonly kind: 'already' }
  /** Nothing happened today, and empty days are passed in silence. */
  | { readonly kind: 'empty' }
  /** A post of this server is under way, or the bot is still starting. */
  | { readonly kind: 'busy' };

/** A person looked, and wants it all the same: only what is there already stands against it. */
const MAY_FOLLOW: readonly PostStatus[] = ['held', 'empty', 'missed', 'doubtful', 'refused'];
const SEND_WITHIN_MS = 10_000;

/** Posts today's card at once; it is today's post, so that none follows at its hour. */
export async function postNow<Card>(
  guildId: string,
  parts: {
    readonly clock: Clock;
    readonly scheduler: Scheduler;
    readonly sender: PostSender<Card>;
    open(guildId: string): ScheduleBook<Card> | null;
  },
): Promise<PostedNow> {
  let posted: PostedNow = { kind: 'busy' };
  await parts.scheduler.alone(guildId, async () => {
    const now = parts.clock();
    const book = parts.open(guildId);
    const schedule = book?.schedule ?? null;
    if (book === null || schedule === null) {
      posted = { kind: 'no-schedule' };
      return;
    }
    const day = localDay(now, schedule.zone);
    const before = book.posts.get(day)?.status;
    const next = taken(book, schedule, { day, due: now }, { guildId, now }, MAY_FOLLOW, `now ${now}`);
    if (next?.task == null) {
      posted = { kind: before === 'sent' || before === 'claimed' ? 'already' : 'empty' };
      return;
    }
    const { task } = next;
    const withinMs = Math.min(SEND_WITHIN_MS, DOUBT_MS);
    posted = await parts.sender.send({ ...task, guildId, withinMs });
    const again = parts.open(guildId);
    if (again !== null) settle(again, task, posted, { now: parts.clock(), attempts: 0 });
  });
  return posted;
}
