import type { Logger } from 'pino';
import type { SchedulePort } from '../commands/surroundings.ts';
import type { Bot } from './discord/bot.ts';
import { onServers, type PostCard, postSender } from './discord/post-sender.ts';
import { dayPost } from './documents/day-post.ts';
import { pauseSchedule } from './edit/set-schedule.ts';
import type { Clock } from './lore/clock.ts';
import type { Result } from './lore/result.ts';
import { readSchedule } from './lore/schedule.ts';
import { readOurDay } from './lore/time/world-today.ts';
import type { Lorebook } from './lorebook/lorebook.ts';
import type { OpenProblem } from './lorebook/open.ts';
import type { ScheduleBook } from './schedule/book.ts';
import { postNow } from './schedule/post-now.ts';
import { createScheduler, type Scheduler } from './schedule/scheduler.ts';

export interface DailyPostsParts {
  open(guildId: string): Result<Lorebook, OpenProblem>;
  /** Whether the server's lorebook has a schedule, asked without opening it. */
  hasPosting(guildId: string): boolean;
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly token: string;
  readonly log: Logger;
}

/** "On this day" on every server that wants it: the schedule, the lorebooks and Discord put together. */
export interface DailyPosts {
  /** For the commands that set it up. */
  readonly port: SchedulePort;
  /** Something was done on that server: perhaps to its schedule. */
  changed(guildId: string): void;
  start(bot: Pick<Bot, 'client'>): Promise<void>;
  /** The clock was set forward. */
  wake(): void;
  /** Does what is due at this moment, and waits for it. */
  runDue(): Promise<void>;
  stop(graceMs: number): Promise<void>;
}

/** Puts the schedule together with lorebooks and Discord; nothing is posted before `start`. */
export function dailyPosts(parts: DailyPostsParts): DailyPosts {
  const { clock, log } = parts;
  let scheduler: Scheduler | null = null;
  let sender: ReturnType<typeof postSender> | null = null;

  const open = (guildId: string): ScheduleBook<PostCard> | null => {
    const opened = parts.open(guildId);
    if (!opened.ok) {
      log.error({ guild: guildId, problem: opened.problem }, 'the lorebook of a scheduled post could not be opened');
      return null;
    }
    return bookOf(opened.value, clock);
  };

  return {
    port: {
      spread: (guildId) => scheduler?.spread(guildId) ?? { ownMs: 0, mostMs: 0 },
      postNow: async (guildId) =>
        scheduler === null || sender === null
          ? { kind: 'busy' }
          : await postNow(guildId, { clock, scheduler, sender, open }),
    },
    changed: (guildId) => {
      if (parts.hasPosting(guildId)) scheduler?.refresh(guildId);
    },
    start: async ({ client }) => {
      const made = postSender({
        client,
        apiUrl: parts.apiUrl,
        token: parts.token,
        log,
        noticeChannel: (guildId) => {
          const opened = parts.open(guildId);
          const settings = opened.ok ? opened.value.settings() : null;
          return settings?.changes_channel ?? settings?.review_channel ?? null;
        },
      });
      sender = made;
      const started = createScheduler<PostCard>({
        clock,
        sender: made,
        servers: () => client.guilds.cache.keys(),
        hasSchedule: (guildId) => parts.hasPosting(guildId),
        open: (guildId) => (parts.hasPosting(guildId) ? open(guildId) : 'none'),
        onBroken: (guildId, error) => log.error({ guild: guildId, err: error }, 'a scheduled post broke'),
      });
      scheduler = started;
      onServers(
        client,
        (guildId) => {
          if (parts.hasPosting(guildId)) started.refresh(guildId);
        },
        (guildId) => started.drop(guildId),
      );
      await started.start();
    },
    wake: () => scheduler?.wake(),
    runDue: async () => await scheduler?.runDue(),
    stop: async (graceMs) => {
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, graceMs);
      });
      await Promise.race([scheduler?.stop(), grace]);
      clearTimeout(timer);
    },
  };
}

/** A lorebook as the scheduler sees it. */
function bookOf(lorebook: Lorebook, clock: Clock): ScheduleBook<PostCard> {
  const schedule = readSchedule(lorebook.setting('schedule'));
  return {
    schedule,
    posts: lorebook.posts,
    compose: (day, { empty }, told) => {
      const ours = readOurDay(day);
      const post = ours === null ? null : dayPost(lorebook.read, ours, empty, told);
      if (post === null) return null;
      const source = { command: 'onthisday', options: post.again };
      return { card: { document: post.document, source }, fact: post.fact };
    },
    pause: (problem) => {
      if (schedule !== null) pauseSchedule({ write: lorebook.write, at: clock() }, schedule, problem);
    },
  };
}
