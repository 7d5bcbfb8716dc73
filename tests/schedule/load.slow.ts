import { expect, it } from 'vitest';
import { EVERY_DAY, type Schedule } from '../../src/lore/schedule.ts';
import { createScheduler } from '../../src/schedule/scheduler.ts';
import { postTable } from './simulated-world.ts';

const SERVERS = 10_000;
const MINUTES = 24 * 60;

it(`keeps ${SERVERS.toLocaleString('en')} schedules for a day within 50 ms of processor time a minute and 50 MB`, async () => {
  const start = Date.UTC(2026, 0, 1);
  let now = start;
  const zones = Intl.supportedValuesOf('timeZone');
  const schedules = new Map(
    Array.from({ length: SERVERS }, (_, at): [string, Schedule] => [
      String(10n ** 18n + BigInt(at) * 4_194_304_001n),
      {
        channel: '1',
        hour: at % 24,
        minute: (at * 7) % 60,
        zone: zones[at % zones.length] ?? 'UTC',
        days: [...EVERY_DAY],
        empty: 'silence',
        role: null,
        paused: false,
        problem: null,
        since: start,
      },
    ]),
  );
  const posts = postTable();
  const before = process.memoryUsage().heapUsed;
  let composed = 0;
  const scheduler = createScheduler<string>({
    clock: () => now,
    sender: { isReady: () => true, tellAdmins: async () => {}, send: async () => ({ kind: 'sent', message: '1' }) },
    servers: () => schedules.keys(),
    hasSchedule: () => true,
    open: (guildId) => ({
      schedule: schedules.get(guildId) ?? null,
      // Each server has a table of its own; here the first row of a day would stand for all of them.
      posts: { ...posts, lastUpTo: () => null, get: () => undefined, note: () => {} },
      compose: () => {
        composed += 1;
        return null;
      },
      pause: () => {},
    }),
    onBroken: (_guildId, error) => {
      throw error;
    },
    timer: () => () => {},
  });
  await scheduler.start();
  await scheduler.runDue();
  const heapMb = (process.memoryUsage().heapUsed - before) / 1e6;
  const began = process.cpuUsage();
  const end = start + MINUTES * 60_000;
  while (now < end) {
    now = Math.min(Math.max(now + 1, scheduler.nextWake() ?? end), end);
    await scheduler.runDue();
  }
  const { user, system } = process.cpuUsage(began);
  const cpuMs = (user + system) / 1000 / MINUTES;
  process.stdout.write(`${JSON.stringify({ servers: SERVERS, cpuMsPerMinute: cpuMs, heapMb, composed })}\n`);
  expect(composed).toBeGreaterThanOrEqual(SERVERS - 100);
  expect(cpuMs).toBeLessThan(50);
  expect(heapMb).toBeLessThan(50);
});
