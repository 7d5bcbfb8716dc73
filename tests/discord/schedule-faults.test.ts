import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import type { TestServer } from '../support/discord.ts';

const bots: TestBot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
});

const EVENING = '2026-05-14T20:00:00Z';
const DUE = '2026-05-15T09:00:00Z';

/** A bot to which it is the evening before, with a post due on these servers in the morning. */
async function aBot(servers: readonly ('alpha' | 'beta')[] = ['alpha']): Promise<TestBot> {
  const now = Date.parse(EVENING);
  const bot = await startTestBot('mirror-universe', () => now);
  bots.push(bot);
  for (const name of servers) {
    const { channel, as } = bot[name];
    await as('admin').type('/lorebook schedule', { channel: channel.id, time: '09:00' }).reply();
  }
  return bot;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!isSo() && performance.now() < end) await pause(10);
  expect(isSo()).toBe(true);
}

async function forward(bot: TestBot, iso: string): Promise<void> {
  await pause(30);
  bot.time.aheadMs += Date.parse(iso) - bot.time.now();
  await bot.posts.runDue();
}

const sent = ({ discord }: TestBot, { channel }: TestServer) =>
  discord.messages(channel.id).filter(({ authorId, origin }) => authorId === discord.bot.id && origin === null);
const statuses = ({ shelf }: TestBot, { guild }: TestServer): readonly string[] => {
  const opened = shelf.open(guild.id);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.posts.recent(5).map(({ day, status }) => `${day} ${status}`);
};
const told = (bot: TestBot): readonly string[] =>
  bot.discord.directMessages(bot.alpha.members.owner.user.id).map(textOf);

describe('a 429 of Discord', () => {
  const target = { method: 'POST', path: '/channels/*/messages', times: 1 } as const;

  it.each([
    ['of the route', { kind: 'rate-limit', scope: 'user', retryAfterS: 1 }],
    ['of what many share', { kind: 'rate-limit', scope: 'shared', retryAfterS: 1 }],
    ['of all routes', { kind: 'rate-limit', scope: 'global', retryAfterS: 1 }],
    ['that is told in its body alone', { kind: 'rate-limit', scope: 'user', retryAfterS: 1, header: false }],
  ] as const)('%s: the post is held as long as it says, then goes out once', async (_what, fault) => {
    const bot = await aBot();
    bot.discord.faults.arm(fault, target);
    await forward(bot, DUE);
    expect(sent(bot, bot.alpha)).toEqual([]);
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 held']);
    await pause(1_100);
    await forward(bot, '2026-05-15T09:00:02Z');
    await forward(bot, '2026-05-15T09:01:00Z');
    expect(sent(bot, bot.alpha)).toHaveLength(1);
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 sent']);
    expect(told(bot)).toEqual([]);
  });

  it('of all routes holds the posts of all servers, and each goes out once', async () => {
    const bot = await aBot(['alpha', 'beta']);
    bot.discord.faults.arm({ kind: 'rate-limit', scope: 'global', retryAfterS: 1 }, target);
    await forward(bot, DUE);
    await pause(1_100);
    for (const second of ['02', '10', '30']) await forward(bot, `2026-05-15T09:00:${second}Z`);
    for (const server of [bot.alpha, bot.beta]) {
      expect(sent(bot, server)).toHaveLength(1);
      expect(statuses(bot, server)).toEqual(['2026-05-15 sent']);
    }
  });

  it('that lasts longer than six hours: the day is missed, and said so', async () => {
    const bot = await aBot();
    bot.discord.faults.arm({ kind: 'rate-limit', scope: 'user', retryAfterS: 30_000 }, target);
    await forward(bot, DUE);
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 held']);
    await forward(bot, '2026-05-15T15:01:00Z');
    expect(sent(bot, bot.alpha)).toEqual([]);
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 missed']);
    const panel = await bot.alpha.as('admin').type('/lorebook schedule').reply();
    expect(textOf(panel)).toContain('15 May 2026** · missed');
  });
});

describe('a bot that is removed from the server', () => {
  const isThere = (bot: TestBot): boolean => bot.bot.client.guilds.cache.has(bot.alpha.guild.id);
  /** Takes it out, and lets it hear of that. */
  const removed = async (bot: TestBot): Promise<void> => {
    bot.discord.removeGuild(bot.alpha.guild.id);
    await until(() => !isThere(bot));
  };
  /** Lets it in again, to a server whose channels are others now. */
  const invited = async (bot: TestBot): Promise<void> => {
    bot.discord.createGuild({ name: 'Alpha', id: bot.alpha.guild.id, ownerId: bot.alpha.members.owner.user.id });
    await until(() => isThere(bot));
  };

  it('while a post is due sends nothing, tells nobody, and posts for the others', async () => {
    const bot = await aBot(['alpha', 'beta']);
    await removed(bot);
    await forward(bot, DUE);
    await forward(bot, '2026-05-16T09:00:00Z');
    expect(statuses(bot, bot.alpha)).toEqual([]);
    expect(told(bot)).toEqual([]);
    expect(statuses(bot, bot.beta)).toContain('2026-05-15 sent');
  });

  it('and comes back within the hour finds the channel gone: told once, paused', async () => {
    const bot = await aBot();
    await removed(bot);
    await forward(bot, DUE);
    await invited(bot);
    await forward(bot, '2026-05-15T09:30:00Z');
    await forward(bot, '2026-05-16T09:00:00Z');
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 refused']);
    expect(told(bot)).toEqual([expect.stringContaining('its channel is gone')]);
  });

  it('while a post is on its way leaves it in doubt: reported when it is back, never sent again', async () => {
    const bot = await aBot();
    const target = { method: 'POST', path: '/channels/*/messages', times: 1 } as const;
    bot.discord.faults.arm({ kind: 'hang-up', when: 'after' }, target);
    await forward(bot, DUE);
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 claimed']);
    await removed(bot);
    await forward(bot, '2026-05-15T09:05:00Z');
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 claimed']);
    await invited(bot);
    await forward(bot, '2026-05-15T09:10:00Z');
    expect(statuses(bot, bot.alpha)).toEqual(['2026-05-15 doubtful']);
    expect(told(bot)).toHaveLength(1);
  });
});
