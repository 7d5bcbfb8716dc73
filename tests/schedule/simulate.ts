import type { PostLog, PostStatus } from '../../src/lore/post.ts';
import { EVERY_DAY } from '../../src/lore/schedule.ts';
import type { ScheduleBook } from '../../src/schedule/book.ts';
import { localDay, shiftedDay } from '../../src/schedule/due.ts';
import { createScheduler, type Scheduler } from '../../src/schedule/scheduler.ts';
import type { PostSender, Sending, Sent } from '../../src/schedule/sender.ts';
import { type Chance, chance } from '../bench/seeded.ts';
import { aServer, Crash, type FaultName, pickFault, REFUSED, type Server, takeMessage } from './simulated-world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface SimulationOptions {
  readonly servers: number;
  readonly days: number;
  readonly seed: number;
  /** 1 = as often as `FAULTS` says. */
  readonly faults: number;
}

export interface Counts {
  serverDays: number;
  readonly byStatus: Record<Exclude<PostStatus, 'claimed' | 'held'>, number>;
  messages: number;
  doubles: number;
  /** Rows that say something else than the channel shows. */
  wrong: string[];
  readonly faults: Partial<
    Record<
      FaultName | 'outage' | 'clock set back' | 'second process' | 'channel closed' | 'zone changed' | 'long absence',
      number
    >
  >;
}

interface Process {
  readonly scheduler: Scheduler;
  isDead: boolean;
}

/** The rows of a process that died are out of its reach, as if its memory were gone. */
function whileAlive(posts: PostLog, process: Process, beforeSettling: () => void): PostLog {
  const check = (): void => {
    if (process.isDead) throw new Crash();
  };
  return {
    ...posts,
    claim: (...given) => {
      check();
      return posts.claim(...given);
    },
    note: (...given) => {
      check();
      posts.note(...given);
    },
    settle: (...given) => {
      check();
      if (given[1] === 'sent') beforeSettling();
      posts.settle(...given);
    },
  };
}

/** A year (or so) of many servers' schedules in no time, with everything going wrong that can. */
export class Simulation {
  readonly servers: Server[] = [];
  readonly counts: Counts = {
    serverDays: 0,
    byStatus: { sent: 0, empty: 0, missed: 0, doubtful: 0, refused: 0 },
    messages: 0,
    doubles: 0,
    wrong: [],
    faults: {},
  };
  readonly #options: SimulationOptions;
  readonly #random: Chance;
  readonly #start: number;
  #trueNow: number;
  /** What the host's clock is off by. */
  #skew = 0;
  #outageUntil = 0;
  #downUntil = 0;
  #isCalm = false;
  #processes: Process[] = [];

  constructor(options: SimulationOptions) {
    this.#options = options;
    this.#random = chance(options.seed);
    this.#start = Date.UTC(2026, 0, 1);
    this.#trueNow = this.#start;
    const zones = [...Intl.supportedValuesOf('timeZone'), 'UTC'];
    for (let at = 0; at < options.servers; at += 1) {
      this.servers.push(
        aServer(String(10n ** 18n + BigInt(at) * 4_194_304_001n), {
          channel: '1',
          hour: this.#random.below(24),
          minute: this.#random.below(60),
          zone: zones[at % zones.length] ?? 'UTC',
          days: [...EVERY_DAY],
          empty: 'silence',
          role: null,
          paused: false,
          problem: null,
          since: this.#start,
        }),
      );
    }
  }

  async run(): Promise<Counts> {
    const end = this.#start + this.#options.days * DAY;
    let nextTrouble = this.#trueNow + DAY;
    await this.#boot(1);
    while (this.#trueNow < end) {
      if (this.#processes.length === 0) {
        this.#trueNow = Math.max(this.#trueNow, this.#downUntil);
        await this.#boot(1);
      }
      for (const { scheduler } of this.#processes) await scheduler.runDue();
      this.#processes = this.#processes.filter(({ isDead }) => !isDead);
      const restart = this.#processes.length === 0 ? this.#downUntil : Number.POSITIVE_INFINITY;
      const wakes = this.#processes.map(({ scheduler }) => scheduler.nextWake() ?? Number.POSITIVE_INFINITY);
      const next = Math.min(...wakes.map((at) => at - this.#skew), restart, nextTrouble, end);
      this.#trueNow = Math.max(this.#trueNow + 1, next);
      if (this.#trueNow >= nextTrouble) {
        nextTrouble = this.#trueNow + (0.5 + this.#random.next()) * DAY;
        await this.#trouble();
      }
    }
    // A last day without trouble lets everything settle that was under way.
    await this.#calm(end);
    this.#account();
    return this.counts;
  }

  get #hostNow(): number {
    return Math.floor(this.#trueNow + this.#skew);
  }

  async #calm(end: number): Promise<void> {
    this.#outageUntil = 0;
    this.#isCalm = true;
    this.#kill();
    this.#trueNow = end;
    for (let again = 0; again < 3; again += 1) {
      this.#trueNow += 10 * MINUTE;
      this.#kill();
      await this.#boot(1);
      for (const { scheduler } of this.#processes) await scheduler.runDue();
    }
  }

  /** What goes wrong with the next step, if anything. */
  #fault(): FaultName | null {
    return this.#isCalm ? null : pickFault(this.#random, this.#options.faults);
  }

  #kill(): void {
    for (const process of this.#processes) process.isDead = true;
    this.#processes = [];
  }

  async #boot(processes: number): Promise<void> {
    for (let count = 0; count < processes; count += 1) {
      const process = this.#process();
      this.#processes.push(process);
      await process.scheduler.start();
    }
  }

  #process(): Process {
    const byId = new Map(this.servers.map((server) => [server.id, server]));
    const serverOf = (id: string): Server => {
      const server = byId.get(id);
      if (server === undefined) throw new Error(id);
      return server;
    };
    const process: { isDead: boolean; scheduler: Scheduler } = {
      isDead: false,
      scheduler: createScheduler<string>({
        clock: () => this.#hostNow,
        sender: this.#sender(() => process, serverOf),
        servers: () => byId.keys(),
        hasSchedule: () => true,
        open: (id) => this.#book(serverOf(id), process),
        onBroken: (_id, error) => {
          if (!(error instanceof Crash)) throw error;
        },
        timer: () => () => {},
      }),
    };
    return process;
  }

  #book(server: Server, process: Process): ScheduleBook<string> {
    const crash = (): void => {
      if (this.#fault() !== 'crash before recording') return;
      this.#crash(process, 'crash before recording');
    };
    return {
      schedule: server.schedule,
      posts: whileAlive(server.posts, process, crash),
      // Every ninth day nothing happened.
      compose: (day) => (Number(day.slice(-2)) % 9 === 0 ? null : { card: day, fact: null }),
      pause: (problem) => {
        server.schedule = { ...server.schedule, paused: true, problem };
        server.isSteady = false;
      },
    };
  }

  #count(name: keyof Counts['faults']): void {
    this.counts.faults[name] = (this.counts.faults[name] ?? 0) + 1;
  }

  #crash(process: Process, name: FaultName): never {
    this.#count(name);
    process.isDead = true;
    // Mostly started again at once; now and then only after hours.
    const isLong = this.#random.next() < 0.05;
    if (isLong) this.#count('long absence');
    this.#downUntil =
      this.#trueNow + (isLong ? (2 + this.#random.next() * 10) * HOUR : this.#random.next() * 5 * MINUTE);
    throw new Crash();
  }

  #sender(processOf: () => Process, serverOf: (id: string) => Server): PostSender<string> {
    return {
      isReady: () => this.#trueNow >= this.#outageUntil,
      tellAdmins: async (guildId, { kind }) => {
        const { told } = serverOf(guildId);
        told.set(kind, (told.get(kind) ?? 0) + 1);
      },
      send: async ({ guildId, card, nonce }: Sending<string>): Promise<Sent> => {
        const process = processOf();
        // Others get their turn in between, as they would.
        if (this.#random.next() < 0.5) await null;
        if (process.isDead) throw new Crash();
        const server = serverOf(guildId);
        const fault = this.#fault();
        if (fault === 'crash before sending') return this.#crash(process, fault);
        if (fault === 'reply lost before acting' || fault === 'not taken now (429, connection refused)') {
          this.#count(fault);
          return fault === 'reply lost before acting' ? { kind: 'unknown' } : { kind: 'not-sent', retryAfterMs: 1_000 };
        }
        if (server.isClosed) return REFUSED;
        const message = takeMessage(server, nonce, card, this.#trueNow);
        if (fault === 'crash after sending') return this.#crash(process, fault);
        if (fault !== 'reply lost after acting') return { kind: 'sent', message: message.id };
        this.#count(fault);
        return { kind: 'unknown' };
      },
    };
  }

  /** About once a day something happens that has nothing to do with one post. */
  async #trouble(): Promise<void> {
    if (this.#options.faults === 0) return;
    const kind = this.#random.below(8);
    const server = this.#random.pick(this.servers);
    if (kind === 0) {
      this.#count('outage');
      this.#outageUntil = this.#trueNow + HOUR;
    } else if (kind === 1) {
      this.#count('clock set back');
      this.#skew -= (0.2 + this.#random.next() * 3) * HOUR;
    } else if (kind === 2) {
      this.#skew = 0;
    } else if (kind === 3 && this.#processes.length === 1) {
      this.#count('second process');
      await this.#boot(1);
    } else if (kind === 4) {
      const [extra] = this.#processes.splice(1);
      if (extra !== undefined) extra.isDead = true;
    } else if (kind === 5) {
      this.#count('channel closed');
      server.isClosed = !server.isClosed;
      if (!server.isClosed && server.schedule.paused) this.#reschedule(server, { paused: false, problem: null });
    } else if (kind === 6) {
      this.#count('zone changed');
      this.#reschedule(server, { zone: this.#random.pick(Intl.supportedValuesOf('timeZone')) });
    }
  }

  #reschedule(server: Server, change: Partial<Server['schedule']>): void {
    server.schedule = { ...server.schedule, ...change, since: this.#hostNow };
    server.isSteady = false;
    for (const { scheduler } of this.#processes) scheduler.refresh(server.id);
  }

  /** Compares what the lorebooks say with what stands in the channels. */
  #account(): void {
    for (const server of this.servers) {
      const rows = new Map(server.posts.recent(10_000).map((post) => [post.day, post]));
      this.counts.messages += server.messages.length;
      const perDay = Map.groupBy(server.messages, ({ day }) => day);
      for (const [day, messages] of perDay) {
        if (messages.length > 1) this.counts.doubles += 1;
        if (!rows.has(day)) this.counts.wrong.push(`${server.id} ${day}: a message without a row`);
      }
      for (const [day, { status }] of rows) {
        this.counts.serverDays += 1;
        const sent = perDay.get(day)?.length ?? 0;
        if (status === 'claimed' || status === 'held') {
          this.counts.wrong.push(`${server.id} ${day}: still ${status}`);
          continue;
        }
        this.counts.byStatus[status] += 1;
        const isRight = status === 'sent' ? sent === 1 : status === 'doubtful' ? sent <= 1 : sent === 0;
        if (!isRight) this.counts.wrong.push(`${server.id} ${day}: ${status}, and ${sent} messages`);
      }
      if (server.isSteady) this.#accountDays(server, rows);
    }
  }

  /** Where nobody touched the schedule, every local day has its row. */
  #accountDays(server: Server, rows: ReadonlyMap<string, unknown>): void {
    const { zone } = server.schedule;
    const last = localDay(this.#start + (this.#options.days - 1) * DAY, zone);
    for (let day = shiftedDay(localDay(this.#start, zone), 1); day < last; day = shiftedDay(day, 1)) {
      if (!rows.has(day)) this.counts.wrong.push(`${server.id} ${day}: neither posted nor reported`);
    }
  }
}
