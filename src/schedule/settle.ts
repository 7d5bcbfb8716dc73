import type { ScheduleBook } from './book.ts';
import type { Task } from './plan.ts';
import type { Notice, Sent } from './sender.ts';

const SECOND = 1_000;
/** Pauses between attempts: short while it may be there already, as there are two minutes only. */
const IN_DOUBT_MS = [1, 2, 4, 8, 15, 30, 30, 30].map((seconds) => seconds * SECOND);
const HELD_MS = [10, 30, 60, 120, 300].map((seconds) => seconds * SECOND);

export interface Settled {
  readonly notices: readonly Notice[];
  /** When to try again; null = it is done with. */
  readonly retryAt: number | null;
}

/** Keeps what came of sending. Only what Discord itself said counts as sent. */
export function settle<Card>(
  book: ScheduleBook<Card>,
  task: Task<Card>,
  sent: Sent,
  { now, attempts }: { readonly now: number; readonly attempts: number },
): Settled {
  const { day, channel, fact } = task;
  switch (sent.kind) {
    case 'sent':
      book.posts.settle(day, 'sent', { message: sent.message, fact });
      return { notices: [], retryAt: null };
    case 'refused':
      return { notices: refused(book, task, sent), retryAt: null };
    case 'unknown':
      return { notices: [], retryAt: now + pause(IN_DOUBT_MS, attempts) };
    case 'not-sent': {
      // That this attempt did not arrive says nothing of the one before.
      if (task.isInDoubt) return { notices: [], retryAt: now + pause(IN_DOUBT_MS, attempts) };
      book.posts.settle(day, 'held', { reason: channel });
      return { notices: [], retryAt: now + Math.max(pause(HELD_MS, attempts), sent.retryAfterMs ?? 0) };
    }
  }
}

function refused<Card>(
  book: ScheduleBook<Card>,
  { day, channel, fact, isInDoubt }: Task<Card>,
  { problem, why }: Extract<Sent, { kind: 'refused' }>,
): readonly Notice[] {
  book.posts.settle(day, isInDoubt ? 'doubtful' : 'refused', { fact, reason: why });
  const notices: Notice[] = [];
  if (isInDoubt) notices.push({ kind: 'doubtful', channel, day });
  if (problem === null) {
    if (!isInDoubt) notices.push({ kind: 'refused', channel, day, why });
    return notices;
  }
  book.pause(problem);
  return [...notices, { kind: 'paused', channel, problem }];
}

function pause(steps: readonly number[], attempts: number): number {
  return steps[Math.min(attempts, steps.length - 1)] ?? SECOND;
}
