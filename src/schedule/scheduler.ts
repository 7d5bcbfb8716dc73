import { BROKEN_MS, type PostingParts, type Progress, postDue } from './post-due.ts';
import { spreadOf, spreadWindow } from './spread.ts';

export interface SchedulerParts<Card> extends PostingParts<Card> {
  /** The servers the bot is on. */
  servers(): Iterable<string>;
  /** Whether a server has a schedule or an unsettled post: asked of every server at the start, so it must be cheap. */
  hasSchedule(guildId: string): boolean;
  /** Calls `wake` once after so long, and gives what calls it off. */
  readonly timer?: (wake: () => void, ms: number) => () => void;
  /** Something broke that no outcome foresees; the server is tried again later. */
  onBroken(guildId: string, error: unknown): void;
}

export interface Scheduler {
  /** Looks through all servers, a few at a time, and posts from then on. */
  start(): Promise<void>;
  /** Begins nothing more and waits for what is under way. */
  stop(): Promise<void>;
  /** Looks at one server anew: its schedule changed, or the bot came to it. */
  refresh(guildId: string): void;
  /** The bot is not on that server any more. */
  drop(guildId: string): void;
  /** The clock was set forward: what has come due is posted at once. */
  wake(): void;
  /** Does all that is due at this moment, and waits for it. */
  runDue(): Promise<void>;
  /** When something is due next. */
  nextWake(): number | null;
  /** How long after its minute this server's post begins, and any server's at most. */
  spread(guildId: string): { readonly ownMs: number; readonly mostMs: number };
  /** Runs `work` while nothing else is done for that server; false where something is under way. */
  alone(guildId: string, work: () => Promise<void>): Promise<boolean>;
}

interface Entry extends Progress {
  wakeAt: number;
  isBusy: boolean;
  isChanged: boolean;
}

/** Servers looked at in one go at the start, so that nothing else waits long. */
const LOADED_AT_ONCE = 50;
/** Posts under way at once: at 0.2 s each, as many a second as Discord allows. */
const MOST_AT_ONCE = 8;
const LONGEST_SLEEP_MS = 60_000;
const SHORTEST_SLEEP_MS = 20;

function realTimer(wake: () => void, ms: number): () => void {
  const timer = setTimeout(wake, ms);
  return () => clearTimeout(timer);
}

/** One timer for all servers. It asks only what is due now: what was done stands in the lorebooks, not here. */
export function createScheduler<Card>(parts: SchedulerParts<Card>): Scheduler {
  const { clock } = parts;
  const entries = new Map<string, Entry>();
  const running = new Set<Promise<void>>();
  const queue: string[] = [];
  const timer = parts.timer ?? realTimer;
  let callOff = (): void => {};
  let isStopped = false;

  const spread = (guildId: string) => {
    const mostMs = spreadWindow(entries.size);
    return { ownMs: mostMs === 0 ? 0 : spreadOf(guildId, mostMs), mostMs };
  };

  const newEntry = (): Entry => {
    const now = clock();
    return { wakeAt: now, attempts: 0, isBusy: false, isChanged: false, seenAt: now };
  };

  const nextWake = (): number | null => {
    let next: number | null = null;
    for (const { wakeAt, isBusy } of entries.values()) {
      if (!isBusy && (next === null || wakeAt < next)) next = wakeAt;
    }
    return next;
  };

  const arm = (): void => {
    callOff();
    const next = nextWake();
    if (isStopped || next === null) return;
    // Never asleep for long: the host's clock may be set, or the machine have slept.
    const sleep = Math.min(Math.max(next - clock(), SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS);
    callOff = timer(pump, sleep);
  };

  function pump(): void {
    if (queue.length === 0) {
      const now = clock();
      for (const [guildId, { wakeAt, isBusy }] of entries) if (!isBusy && wakeAt <= now) queue.push(guildId);
    }
    while (!isStopped && running.size < MOST_AT_ONCE) {
      const guildId = queue.shift();
      if (guildId === undefined) break;
      const entry = entries.get(guildId);
      if (entry === undefined || entry.isBusy || entry.wakeAt > clock()) continue;
      begin(guildId, entry, () => work(guildId, entry));
    }
    if (running.size === 0 || queue.length === 0) arm();
  }

  function begin(guildId: string, entry: Entry, does: () => Promise<void>): Promise<void> {
    entry.isBusy = true;
    entry.isChanged = false;
    const done = does()
      .catch((error: unknown) => {
        parts.onBroken(guildId, error);
        entry.wakeAt = clock() + BROKEN_MS;
      })
      .finally(() => {
        entry.isBusy = false;
        if (entry.isChanged) entry.wakeAt = clock();
        running.delete(done);
        pump();
      });
    running.add(done);
    return done;
  }

  async function work(guildId: string, entry: Entry): Promise<void> {
    const next = await postDue(parts, guildId, entry, () => spread(guildId).ownMs);
    if (next === null && !entry.isChanged) entries.delete(guildId);
    else entry.wakeAt = next ?? clock();
  }

  function refresh(guildId: string): void {
    const known = entries.get(guildId);
    if (known === undefined) {
      entries.set(guildId, newEntry());
    } else if (known.isBusy) known.isChanged = true;
    else known.wakeAt = clock();
    if (!isStopped) arm();
  }

  return {
    start: async () => {
      let seen = 0;
      for (const guildId of [...parts.servers()]) {
        if (isStopped) return;
        if (parts.hasSchedule(guildId)) refresh(guildId);
        seen += 1;
        if (seen % LOADED_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
      }
    },
    stop: async () => {
      isStopped = true;
      callOff();
      await Promise.all(running);
    },
    refresh,
    drop: (guildId) => void entries.delete(guildId),
    wake: pump,
    runDue: async () => {
      pump();
      while (running.size > 0) await Promise.race(running);
    },
    nextWake,
    spread,
    alone: async (guildId, does) => {
      const known = entries.get(guildId);
      if (known?.isBusy === true) return false;
      const entry = known ?? newEntry();
      entries.set(guildId, entry);
      let failure: unknown;
      await begin(guildId, entry, async () => {
        try {
          await does();
        } catch (error) {
          failure = error;
        }
        // Whatever it did, the schedule is looked at again.
        entry.isChanged = true;
      });
      if (failure !== undefined) throw failure;
      return true;
    },
  };
}
