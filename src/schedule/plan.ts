import { UNREPEATED_DAYS } from '../lookup/fact-of-day.ts';
import type { ClaimId } from '../lore/ids.ts';
import type { Post, PostLog, PostStatus } from '../lore/post.ts';
import type { Schedule } from '../lore/schedule.ts';
import type { Composed, ScheduleBook } from './book.ts';
import { daysDue, localDay, nextDue, shiftedDay } from './due.ts';
import type { Notice } from './sender.ts';
import { nonceOf } from './spread.ts';

/** How late a post may be; what is later is skipped, and said to be. */
const CATCH_UP_MS = 6 * 60 * 60 * 1000;
/** How long a post in doubt may be sent again: Discord remembers its nonce for a few minutes. */
export const DOUBT_MS = 2 * 60 * 1000;
/** A second attempt that begins with less time than this could arrive too late. */
const LEAST_TIME_MS = 3_000;
const UNREADY_MS = 60_000;
const UNREADY_IN_DOUBT_MS = 2_000;
/** Days of a long absence that are noted as missed. */
const MOST_MISSED = 60;

/** A post that was claimed and is to be sent now. */
export interface Task<Card> extends Composed<Card> {
  readonly day: string;
  readonly nonce: string;
  readonly channel: string;
  readonly role: string | null;
  readonly claimedAt: number;
  /** True where it may be there already. */
  readonly isInDoubt: boolean;
}

export interface Planned<Card> {
  readonly task: Task<Card> | null;
  readonly notices: readonly Notice[];
  /** When to look again, where there is no task; null = not before somebody changes something. */
  readonly wakeAt: number | null;
}

export interface Moment {
  readonly guildId: string;
  readonly now: number;
  readonly spreadMs: number;
  readonly isReady: boolean;
  /** When this process first saw the schedule. */
  readonly seenAt: number;
}

/** What one server's schedule asks for at this moment. Claims what is to be sent, and notes what will not be. */
export function plan<Card>(book: ScheduleBook<Card>, moment: Moment): Planned<Card> {
  const notices: Notice[] = [];
  for (const post of book.posts.open()) {
    const next = post.status === 'claimed' ? inDoubt(book, post, moment, notices) : held(book, post, moment);
    if (next !== null) return { ...next, notices };
  }
  const { schedule } = book;
  if (schedule === null || schedule.paused) return { task: null, notices, wakeAt: null };
  const next = dueNow(book, schedule, moment);
  return { ...next, notices };
}

type Next<Card> = Omit<Planned<Card>, 'notices'>;

/** A claim that nobody settled: this process does not know, or another one died, whether it was sent. */
function inDoubt<Card>(
  book: ScheduleBook<Card>,
  post: Post,
  { now, isReady }: Moment,
  notices: Notice[],
): Next<Card> | null {
  const claimedAt = post.claimedAt ?? 0;
  const age = now - claimedAt;
  // A claim out of the future: the host's clock was set back, so that nobody knows how old it is.
  const isYoung = age >= 0 && age < DOUBT_MS - LEAST_TIME_MS;
  const { schedule } = book;
  if (isYoung && schedule !== null && !schedule.paused) {
    if (!isReady) return { task: null, wakeAt: now + UNREADY_IN_DOUBT_MS };
    const composed = book.compose(post.day, schedule, () => toldBefore(book, post.day));
    if (composed !== null) {
      const { day, nonce, channel } = post;
      return {
        task: { ...composed, day, nonce, channel, role: schedule.role, claimedAt, isInDoubt: true },
        wakeAt: null,
      };
    }
  }
  book.posts.settle(post.day, 'doubtful');
  notices.push({ kind: 'doubtful', channel: post.channel, day: post.day });
  return null;
}

/** A post that surely did not arrive: tried again as long as it is not too late. */
function held<Card>(book: ScheduleBook<Card>, post: Post, moment: Moment): Next<Card> | null {
  const { schedule } = book;
  const isLate = moment.now - post.due > CATCH_UP_MS || post.due > moment.now + CATCH_UP_MS;
  if (schedule === null || schedule.paused || isLate) {
    book.posts.settle(post.day, 'missed', { reason: schedule === null || schedule.paused ? 'paused' : 'late' });
    return null;
  }
  if (!moment.isReady) return { task: null, wakeAt: moment.now + UNREADY_MS };
  return taken(book, schedule, post, moment, ['held']);
}

function dueNow<Card>(book: ScheduleBook<Card>, schedule: Schedule, moment: Moment): Next<Card> {
  const { now, spreadMs, seenAt } = moment;
  const last = book.posts.lastUpTo(localDay(now, schedule.zone));
  // Set in what is the future now: the clock was set back, and it counts from when it was seen.
  const since = schedule.since > now ? Math.min(seenAt, now) : schedule.since;
  const due = daysDue({ ...schedule, since }, spreadMs, last, now, MOST_MISSED);
  const latest = due.at(-1);
  for (const { day, dueAt } of due) {
    if (day !== latest?.day || now - dueAt > CATCH_UP_MS) {
      book.posts.note(day, dueAt, schedule.channel, 'missed', 'late');
    }
  }
  if (latest !== undefined && now - latest.dueAt <= CATCH_UP_MS) {
    if (!moment.isReady) return { task: null, wakeAt: now + UNREADY_MS };
    const next = taken(book, schedule, { day: latest.day, due: latest.dueAt }, moment, []);
    if (next !== null) return next;
  }
  return { task: null, wakeAt: nextDue(schedule, spreadMs, now)?.dueAt ?? null };
}

/** Composes and claims a day; null where there is nothing to say, or somebody else has it. */
export function taken<Card>(
  book: ScheduleBook<Card>,
  schedule: Schedule,
  { day, due }: Pick<Post, 'day' | 'due'>,
  { guildId, now }: Pick<Moment, 'guildId' | 'now'>,
  from: readonly PostStatus[],
  attempt = 'due',
): Next<Card> | null {
  const { channel, role } = schedule;
  const composed = book.compose(day, schedule, () => toldBefore(book, day));
  if (composed === null) {
    if (book.posts.get(day) === undefined) book.posts.note(day, due, channel, 'empty', '');
    else book.posts.settle(day, 'empty');
    return null;
  }
  const nonce = nonceOf(guildId, day, attempt);
  if (!book.posts.claim({ day, due, nonce, channel, at: now }, from)) return null;
  return { task: { ...composed, day, nonce, channel, role, claimedAt: now, isInDoubt: false }, wakeAt: null };
}

/** Undated facts that were told so recently that they are not told again on that day. */
export function toldBefore({ posts }: { readonly posts: PostLog }, day: string): ReadonlySet<ClaimId> {
  return new Set(posts.factsSince(shiftedDay(day, 1 - UNREPEATED_DAYS)));
}
