import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { GROUPS } from '../../commands/index.ts';
import { actApart, isLong } from '../../src/acts/act-apart.ts';
import { dailyPosts } from '../../src/daily-posts.ts';
import { startBot } from '../../src/discord/bot.ts';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import { EVERY_DAY } from '../../src/lore/schedule.ts';
import { houseOf } from '../../src/lorebook/care/house.ts';
import { openShelf, type Shelf } from '../../src/lorebook/shelf.ts';
import { LoopbackDiscord } from '../../src/playground/loopback/loopback-discord.ts';
import { chance } from '../bench/seeded.ts';

const SERVERS = 20;
const DAYS = 30;
const MINUTE = 60_000;
const START = Date.UTC(2026, 4, 1);
/** An hour passes here in less than a tenth of a second. */
const REAL_HOLD_S = 0.02;

/** Everything here goes through the real client, the real lorebooks and HTTP; only the time is made up. */
it(`posts for ${DAYS} days on ${SERVERS} servers, each day once or reported, whatever Discord and the host do`, async () => {
  const random = chance(8);
  const time = { now: START };
  const clock = () => time.now;
  const discord = await LoopbackDiscord.start({ clock: { now: clock } });
  const folder = mkdtempSync(join(tmpdir(), 'concordance-'));
  const places = Array.from({ length: SERVERS }, (_, at) => {
    const guild = discord.createGuild({ name: `Server ${at}` });
    return { guild, channel: discord.createChannel(guild.id, { name: 'general' }) };
  });
  let shelf = aShelf(folder, clock);
  const zones = Intl.supportedValuesOf('timeZone');
  for (const { guild, channel } of places) {
    const opened = shelf.open(guild.id);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const schedule = {
      channel: channel.id,
      hour: random.below(24),
      minute: random.below(60),
      zone: random.pick(zones),
      days: [...EVERY_DAY],
      empty: 'fact',
      since: START,
    };
    opened.value.write.transaction((session) => {
      session.record({ actor: { ref: 'test', name: 'Test' }, op: 'schedule', target: 'lorebook', at: START });
      session.setSetting('schedule', schedule);
    });
  }
  const faults: Record<string, number> = {};
  let run = await aRun(discord, shelf, clock);
  for (let hour = 0; hour < DAYS * 24 + 2; hour += 1) {
    time.now += 60 * MINUTE;
    const fault = arm(discord, random.next());
    if (fault !== null) faults[fault] = (faults[fault] ?? 0) + 1;
    await run.posts.runDue();
    // What is in doubt or held is tried again within minutes.
    for (let again = 0; again < 4; again += 1) {
      time.now += 20_000;
      await run.posts.runDue();
    }
    discord.faults.clear();
    if (hour % 97 === 96) {
      // As if it had been killed: nothing is told of it to anybody.
      faults.kill = (faults.kill ?? 0) + 1;
      await run.bot.stop(0);
      await run.posts.stop(0);
      shelf.close();
      shelf = aShelf(folder, clock);
      run = await aRun(discord, shelf, clock);
    }
  }
  // What a 429 holds is held in real time, whatever the clock of the test says.
  for (let again = 0; again < 5; again += 1) {
    await new Promise((resolve) => setTimeout(resolve, REAL_HOLD_S * 2_000));
    time.now += 10 * MINUTE;
    await run.posts.runDue();
  }

  const counts: Record<string, number> = {};
  let doubles = 0;
  let messages = 0;
  const wrong: string[] = [];
  for (const { guild, channel } of places) {
    const opened = shelf.open(guild.id);
    if (!opened.ok) throw new Error(opened.problem.kind);
    const rows = opened.value.posts.recent(100);
    const sent = discord.messages(channel.id);
    messages += sent.length;
    const nonces = sent.map(({ nonce }) => nonce);
    doubles += nonces.length - new Set(nonces).size;
    for (const { day, status, nonce, message } of rows) {
      counts[status] = (counts[status] ?? 0) + 1;
      const there = sent.filter((one) => one.nonce === nonce).length;
      const isRight =
        status === 'sent'
          ? there === 1 && discord.message(message ?? '')?.nonce === nonce
          : status === 'doubtful'
            ? there <= 1
            : there === 0;
      if (!isRight) wrong.push(`${guild.name} ${day}: ${status}, and ${there} messages`);
    }
    if (rows.length < DAYS - 1) wrong.push(`${guild.name}: only ${rows.length} days`);
  }
  process.stdout.write(`${JSON.stringify({ counts, messages, doubles, faults })}\n`);
  expect(wrong).toEqual([]);
  expect(doubles).toBe(0);
  expect((counts.claimed ?? 0) + (counts.held ?? 0)).toBe(0);
  expect(counts.sent).toBeGreaterThan((SERVERS * DAYS) / 2);
  await run.posts.stop(0);
  await run.bot.stop(0);
  shelf.close();
  await discord.stop();
  rmSync(folder, { recursive: true });
});

function aShelf(folder: string, clock: () => number): Shelf {
  const pack = starterPack('mirror-universe');
  if (!pack.ok) throw new Error('no starter pack');
  return openShelf(folder, clock, (lorebook) => void stock(lorebook, pack.value, { ref: 'test', name: 'Test' }, 0));
}

async function aRun(discord: LoopbackDiscord, shelf: Shelf, clock: () => number) {
  const connection = { token: discord.token, apiUrl: discord.apiUrl };
  const log = pino({ level: 'silent' });
  const posts = dailyPosts({ ...connection, open: shelf.open, hasPosting: shelf.hasPosting, clock, log });
  const house = houseOf({
    shelf,
    nameOf: (guildId) => guildId,
    clock,
    stockEmpty: () => undefined,
    kept: () => undefined,
  });
  const bot = await startBot({
    ...connection,
    groups: GROUPS,
    open: shelf.open,
    schedule: posts.port,
    shelf: house.file,
    guilds: { residence: house.residence, welcome: () => null },
    clock,
    log,
    apart: { isLong, act: actApart },
    problemOf: () => undefined,
    onDead: (problem) => {
      throw new Error(problem.kind);
    },
  });
  if (!bot.ok) throw new Error(bot.problem.kind);
  await posts.start(bot.value);
  return { posts, bot: bot.value };
}

/** Something goes wrong with the next message or two, in about every second hour. */
function arm(discord: LoopbackDiscord, pick: number): string | null {
  const target = { method: 'POST', path: '/channels/*/messages', times: 1 + (Math.floor(pick * 100) % 2) };
  const all = [
    ['5xx after acting', { kind: 'server-error', status: 502, when: 'after' }],
    ['5xx before acting', { kind: 'server-error', status: 503, when: 'before' }],
    ['connection reset after acting', { kind: 'reset', when: 'after' }],
    ['connection closed after acting', { kind: 'hang-up', when: 'after' }],
    ['429', { kind: 'rate-limit', scope: 'shared', retryAfterS: REAL_HOLD_S }],
    ['429 of all routes', { kind: 'rate-limit', scope: 'global', retryAfterS: REAL_HOLD_S }],
    ['an HTML page', { kind: 'answer', status: 502, body: '<html>', contentType: 'text/html' }],
  ] as const;
  const chosen = all[Math.floor(pick * all.length * 2)];
  if (chosen === undefined) return null;
  discord.faults.arm(chosen[1], target);
  return chosen[0];
}
