import { describe, expect, it } from 'vitest';
import { EVERY_DAY, type Schedule } from '../../src/lore/schedule.ts';
import { createScheduler, type Scheduler } from '../../src/schedule/scheduler.ts';
import type { Notice, Sent } from '../../src/schedule/sender.ts';
import { postTable } from './simulated-world.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const at = (text: string): number => Date.parse(text);

/** One server, its rows on a real table; what Discord answers is said by the test. */
function aServer(over: Partial<Schedule> = {}) {
  const posts = postTable();
  const world = {
    now: at('2026-05-15T06:59:00Z'),
    isReady: true,
    answers: [] as Sent[],
    sent: [] as { readonly day: string; readonly nonce: string; readonly at: number }[],
    notices: [] as Notice[],
    posts,
    schedule: {
      channel: '1',
      hour: 9,
      minute: 0,
      zone: 'Europe/Berlin',
      days: [...EVERY_DAY],
      empty: 'silence',
      role: null,
      paused: false,
      problem: null,
      since: at('2026-05-14T12:00:00Z'),
      ...over,
    } as Schedule,
  };
  const aProcess = (): Scheduler =>
    createScheduler<string>({
      clock: () => world.now,
      sender: {
        isReady: () => world.isReady,
        tellAdmins: async (_guild, notice) => void world.notices.push(notice),
        send: async ({ card, nonce }) => {
          world.sent.push({ day: card, nonce, at: world.now });
          return world.answers.shift() ?? { kind: 'sent', message: '9' };
        },
      },
      servers: () => ['7'],
      hasSchedule: () => true,
      open: () => ({
        schedule: world.schedule,
        posts,
        compose: (day) => ({ card: day, fact: null }),
        pause: (problem) => {
          world.schedule = { ...world.schedule, paused: true, problem };
        },
      }),
      onBroken: (_guild, error) => {
        throw error;
      },
      timer: () => () => {},
    });
  const process = aProcess();
  let isStarted = false;
  return {
    world,
    aProcess,
    /** Sets the clock, and lets the process do what is due. */
    on: async (text: string, by: Scheduler = process) => {
      world.now = at(text);
      if (!isStarted || by !== process) await by.start();
      isStarted = true;
      await by.runDue();
    },
    /** As after every command. */
    changed: () => process.refresh('7'),
    statuses: () => posts.recent(100).map(({ day, status }) => `${day} ${status}`),
  };
}

const DUE = '2026-05-15T07:00:00Z';

describe('a post', () => {
  it('goes out at its second, and not again', async () => {
    const { on, world, statuses } = aServer();
    await on('2026-05-15T06:59:59Z');
    expect(world.sent).toEqual([]);
    await on(DUE);
    await on('2026-05-15T07:00:01Z');
    expect(world.sent).toHaveLength(1);
    expect(statuses()).toEqual(['2026-05-15 sent']);
  });

  it('whose answer was lost is sent again with its nonce, for two minutes', async () => {
    const { on, world, statuses } = aServer();
    world.answers = Array.from({ length: 20 }, () => ({ kind: 'unknown' }) as const);
    for (let second = 0; second < 300; second += 1) await on(new Date(at(DUE) + second * SECOND).toISOString());
    expect(new Set(world.sent.map(({ nonce }) => nonce)).size).toBe(1);
    expect(world.sent.length).toBeGreaterThan(3);
    expect((world.sent.at(-1)?.at ?? 0) - at(DUE)).toBeLessThan(2 * MINUTE);
    expect(statuses()).toEqual(['2026-05-15 doubtful']);
    expect(world.notices).toEqual([{ kind: 'doubtful', channel: '1', day: '2026-05-15' }]);
  });

  it.each([
    ['a minute later: sent again with its nonce', 60, 2, '2026-05-15 sent', []],
    ['three minutes later: reported, never sent again', 180, 1, '2026-05-15 doubtful', ['doubtful']],
  ])('whose process died, and another starts %s', async (_what, seconds, times, status, told) => {
    const { on, world, statuses, aProcess } = aServer();
    world.answers = [{ kind: 'unknown' }];
    await on(DUE);
    await on(new Date(at(DUE) + seconds * SECOND).toISOString(), aProcess());
    expect(world.sent).toHaveLength(times);
    expect(new Set(world.sent.map(({ nonce }) => nonce)).size).toBe(1);
    expect(statuses()).toEqual([status]);
    expect(world.notices.map(({ kind }) => kind)).toEqual(told);
  });

  it('that Discord could not take is tried again, and is late', async () => {
    const { on, world, statuses } = aServer();
    world.answers = [{ kind: 'not-sent', retryAfterMs: 90 * SECOND }];
    await on(DUE);
    expect(statuses()).toEqual(['2026-05-15 held']);
    await on('2026-05-15T07:01:00Z');
    expect(world.sent).toHaveLength(1);
    await on('2026-05-15T07:01:30Z');
    expect(statuses()).toEqual(['2026-05-15 sent']);
  });

  it.each([
    ['an hour: posted when it is back', 1, ['2026-05-15 sent']],
    ['seven hours: skipped, and said so', 7, ['2026-05-15 missed']],
  ])('waits out an outage of %s', async (_what, hours, expected) => {
    const { on, world, statuses } = aServer();
    world.isReady = false;
    for (let minute = 0; minute < hours * 60; minute += 5) await on(new Date(at(DUE) + minute * MINUTE).toISOString());
    expect(world.sent).toEqual([]);
    world.isReady = true;
    await on(new Date(at(DUE) + hours * HOUR + MINUTE).toISOString());
    expect(statuses()).toEqual(expected);
  });

  it.each([
    ['five hours', '2026-05-15T12:00:00Z', ['2026-05-15 sent']],
    ['seven hours', '2026-05-15T14:00:00Z', ['2026-05-15 missed']],
    [
      'three days',
      '2026-05-18T08:00:00Z',
      ['2026-05-18 sent', '2026-05-17 missed', '2026-05-16 missed', '2026-05-15 missed'],
    ],
  ])('after an absence of %s: what was missed is caught up or said', async (_what, back, expected) => {
    const { on, statuses } = aServer();
    await on(back);
    expect(statuses()).toEqual(expected);
  });

  it('into a closed channel is refused: told once, paused, and nothing more is due', async () => {
    const { on, world, statuses } = aServer();
    world.answers = [{ kind: 'refused', problem: 'no-access', why: 'Missing Access' }];
    for (const day of ['15', '16', '17']) await on(`2026-05-${day}T07:00:00Z`);
    expect(world.sent).toHaveLength(1);
    expect(statuses()).toEqual(['2026-05-15 refused']);
    expect(world.notices).toEqual([{ kind: 'paused', channel: '1', problem: 'no-access' }]);
    expect(world.schedule).toMatchObject({ paused: true, problem: 'no-access' });
  });

  it('is sent by one of two processes', async () => {
    const { on, world, statuses, aProcess } = aServer();
    const other = aProcess();
    await on('2026-05-15T06:59:00Z');
    await other.start();
    await other.runDue();
    world.now = at(DUE);
    const first = aProcess();
    await Promise.all([first.start().then(() => first.runDue()), other.runDue()]);
    expect(new Set(world.sent.map(({ nonce }) => nonce)).size).toBe(1);
    expect(statuses()).toEqual(['2026-05-15 sent']);
  });
});

describe('a clock', () => {
  it('that is set back does not bring a day again', async () => {
    const { on, world, statuses } = aServer();
    await on(DUE);
    await on('2026-05-15T05:00:00Z');
    await on(DUE);
    await on('2026-05-14T20:00:00Z');
    await on(DUE);
    expect(world.sent).toHaveLength(1);
    expect(statuses()).toEqual(['2026-05-15 sent']);
  });

  it('that is set back while a post is in doubt has it reported', async () => {
    const { on, world, statuses, aProcess } = aServer();
    world.answers = [{ kind: 'unknown' }];
    await on(DUE);
    await on('2026-05-15T06:00:00Z', aProcess());
    expect(world.sent).toHaveLength(1);
    expect(statuses()).toEqual(['2026-05-15 doubtful']);
  });

  it.each<[string, Partial<Schedule>, readonly string[], readonly string[]]>([
    [
      'leaps over the time in spring: once, as long after',
      { hour: 2, minute: 30, since: at('2026-03-28T12:00:00Z') },
      ['2026-03-29T01:29:59Z', '2026-03-29T01:30:00Z', '2026-03-29T03:00:00Z'],
      ['2026-03-29T01:30:00Z'],
    ],
    [
      'shows the time twice in autumn: the first',
      { hour: 2, minute: 30, since: at('2026-10-24T12:00:00Z') },
      ['2026-10-25T00:29:59Z', '2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'],
      ['2026-10-25T00:30:00Z'],
    ],
  ])('%s', async (_what, over, moments, expected) => {
    const { on, world } = aServer(over);
    for (const moment of moments) await on(moment);
    expect(world.sent.map((post) => post.at)).toEqual(expected.map(at));
  });

  it.each([
    ['westward: the same date comes again, and is not posted again', 'America/Los_Angeles', '2026-05-15T16:00:00Z', 1],
    ['eastward: tomorrow comes sooner', 'Pacific/Auckland', '2026-05-15T21:00:00Z', 2],
  ])('of another zone, changed at noon, %s', async (_what, zone, then, times) => {
    const { on, world, changed } = aServer();
    await on(DUE);
    world.now = at('2026-05-15T10:00:00Z');
    world.schedule = { ...world.schedule, zone, since: world.now };
    changed();
    await on(then);
    await on(new Date(at(then) + MINUTE).toISOString());
    expect(world.sent).toHaveLength(times);
    expect(new Set(world.sent.map(({ day }) => day)).size).toBe(times);
  });
});
