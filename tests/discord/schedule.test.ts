import { afterEach, describe, expect, it } from 'vitest';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import type { TestServer } from '../support/discord.ts';

const bots: TestBot[] = [];
afterEach(async () => {
  for (const bot of bots.splice(0)) await bot.stop();
});

/** A bot to which it is that moment, until its clock is set forward. */
async function aBot(iso: string): Promise<TestBot> {
  const now = Date.parse(iso);
  const bot = await startTestBot('mirror-universe', () => now);
  bots.push(bot);
  return bot;
}

const set = (server: TestServer, options: Record<string, string | boolean>) =>
  server.as('admin').type('/lorebook schedule', options).reply();
const posts = (bot: TestBot, server: TestServer, channel = server.channel): readonly Message[] =>
  bot.discord.messages(channel.id).filter(({ authorId, origin }) => authorId === bot.discord.bot.id && origin === null);

/** Waits until it is so: the bot goes on with an act after its reply is there. */
async function until(isSo: () => boolean): Promise<void> {
  const end = performance.now() + 5_000;
  while (!isSo() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** The answer that takes the place of "is thinking". */
async function answerOf(bot: TestBot, reply: Promise<Message>): Promise<string> {
  const { id } = await reply;
  const text = () => textOf(bot.discord.message(id) as Message);
  await until(() => text() !== '');
  return text();
}

async function forward(bot: TestBot, iso: string): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 30));
  bot.time.aheadMs += Date.parse(iso) - bot.time.now();
  await bot.posts.runDue();
}

describe('/lorebook schedule', () => {
  it('posts at its minute, once, and says when the next is due', async () => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const { alpha } = bot;
    const reply = await set(alpha, { channel: alpha.channel.id, time: '09:00', zone: 'Europe/Berlin' });
    expect(textOf(reply)).toContain('Every day at 09:00 (Europe/Berlin)');
    expect(textOf(reply)).toContain('in #general');
    expect(textOf(reply)).toContain('Next on 15 May 2026 at 09:00.');
    await forward(bot, '2026-05-15T06:59:59Z');
    expect(posts(bot, alpha)).toEqual([]);
    await forward(bot, '2026-05-15T07:00:00Z');
    const [post, ...others] = posts(bot, alpha);
    expect(others).toEqual([]);
    expect(post && textOf(post)).toContain('“Crossover” (DS9 2x23) was first aired.');
    expect(post?.mentions).toEqual({ users: [], roles: [], everyone: false });
    await forward(bot, '2026-05-15T07:00:01Z');
    await forward(bot, '2026-05-15T20:00:00Z');
    expect(posts(bot, alpha)).toHaveLength(1);
    expect(posts(bot, bot.beta)).toEqual([]);
    expect(textOf(await set(alpha, {}))).toContain('15 May 2026** · posted');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('is silent on an empty day, or tells a fact, or what is dated to the month', async () => {
    const bot = await aBot('2026-05-09T20:00:00Z');
    const { alpha } = bot;
    await set(alpha, { channel: alpha.channel.id, time: '9', empty: 'silence' });
    await forward(bot, '2026-05-10T09:00:00Z');
    expect(posts(bot, alpha)).toEqual([]);
    await set(alpha, { empty: 'this month' });
    await forward(bot, '2026-05-11T09:00:00Z');
    expect(textOf(posts(bot, alpha)[0] as Message)).toContain('This month: May');
    expect(textOf(posts(bot, alpha)[0] as Message)).toContain('Spectre');
    await set(alpha, { empty: 'a fact for the day' });
    await forward(bot, '2026-05-12T09:00:00Z');
    expect(textOf(posts(bot, alpha)[1] as Message)).toContain('No account says when this was.');
    expect(textOf(await set(alpha, {}))).toContain('10 May 2026** · nothing happened on it');
  });

  it.each<[string, Record<string, string>, string]>([
    ['a time of day that is none', { time: '25:70' }, '“25:70” is no time of day'],
    ['a zone that is none', { time: '09:00', zone: 'Mars/Base' }, '“Mars/Base” is not a time zone'],
    ['a mere offset', { time: '09:00', zone: '+05:30' }, 'knows no summer time'],
    ['days that are none', { time: '09:00', days: 'someday' }, 'names no days of the week'],
    ['no time', {}, 'A channel and a time are needed'],
    ['nothing to do on empty days', { time: '09:00', empty: 'dance' }, 'is nothing to do on an empty day'],
  ])('refuses %s, and keeps nothing', async (_what, options, sentence) => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const reply = await set(bot.alpha, { channel: bot.alpha.channel.id, ...options });
    expect(textOf(reply)).toContain(sentence);
    expect(textOf(await set(bot.alpha, {}))).toContain('Nothing is posted by itself yet');
  });

  it('refuses a channel it cannot write in, at once, and everyone as a role', async () => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const { alpha } = bot;
    const closed = bot.discord.createChannel(alpha.guild.id, { name: 'closed' });
    bot.discord.updateChannel(closed, {
      overwrites: [{ id: bot.discord.bot.id, kind: 'member', allow: 0n, deny: 1n << 11n }],
    });
    expect(textOf(await set(alpha, { channel: closed.id, time: '09:00' }))).toContain(
      '#closed is closed to the bot: give it Send Messages',
    );
    const given = { channel: alpha.channel.id, time: '09:00' };
    expect(textOf(await set(alpha, { ...given, role: alpha.guild.id }))).toContain(
      'not a role of this server that can be mentioned',
    );
    const reader = alpha.as('reader').type('/lorebook schedule', given, { evenIfHidden: true });
    expect(textOf(await reader.reply())).toContain('Manage Server');
  });

  it.each<[string, (bot: TestBot) => { readonly id: string }, string]>([
    [
      'a forum',
      ({ discord, alpha }) => discord.createChannel(alpha.guild.id, { name: 'stories', kind: 'forum' }),
      '\\#stories is a thread, a forum or a voice channel: choose a text channel. Nothing was changed.',
    ],
    [
      'a thread',
      ({ discord, alpha }) =>
        discord.createChannel(alpha.guild.id, { name: 'aside', kind: 'publicThread', parentId: alpha.channel.id }),
      '\\#aside is a thread, a forum or a voice channel: choose a text channel. Nothing was changed.',
    ],
    [
      'a voice channel',
      ({ discord, alpha }) => discord.createChannel(alpha.guild.id, { name: 'hall', kind: 'voice' }),
      '\\#hall is a thread, a forum or a voice channel: choose a text channel. Nothing was changed.',
    ],
    [
      'a channel of another server',
      ({ beta }) => beta.channel,
      'That channel is not a channel of this server that the bot can see: choose another one. Nothing was changed.',
    ],
    [
      'a channel that is nowhere',
      () => ({ id: '1' }),
      'That channel is not a channel of this server that the bot can see: choose another one. Nothing was changed.',
    ],
  ])('refuses %s with its own sentence, where a client sends it all the same', async (_what, make, sentence) => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const { id } = make(bot);
    await until(() => bot.bot.client.channels.cache.has(id) || id === '1');
    // Discord's own form does not offer it.
    await expect((async () => await set(bot.alpha, { channel: id, time: '09:00' }))()).rejects.toThrow('channel');
    const given = { channel: id, time: '09:00' };
    const sent = bot.alpha.as('admin').type('/lorebook schedule', given, { takesAnyChannel: true });
    expect(textOf(await sent.reply())).toBe(sentence);
    expect(textOf(await set(bot.alpha, {}))).toContain('Nothing is posted by itself yet');
  });

  it('mentions the one role, and nobody else', async () => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const { alpha } = bot;
    await set(alpha, { channel: alpha.channel.id, time: '09:00', role: alpha.roles.scribe.id });
    await forward(bot, '2026-05-15T09:00:00Z');
    expect(posts(bot, alpha)[0]?.mentions).toEqual({ users: [], roles: [alpha.roles.scribe.id], everyone: false });
  });

  it('shows a preview to the one who asks, and posts now what then is today’s', async () => {
    const bot = await aBot('2026-05-15T05:00:00Z');
    const { alpha } = bot;
    const admin = alpha.as('admin');
    const panel = await set(alpha, { channel: alpha.channel.id, time: '09:00' });
    const preview = await admin.click(panel, 'Preview').reply();
    expect(textOf(preview)).toContain('Crossover');
    expect(preview.viewerId).toBe(alpha.members.admin.user.id);
    expect(await answerOf(bot, admin.click(panel, 'Post now').reply())).toContain('Posted.');
    expect(posts(bot, alpha)).toHaveLength(1);
    expect(await answerOf(bot, admin.click(panel, 'Post now').reply())).toContain('never posted twice');
    await forward(bot, '2026-05-15T09:00:00Z');
    expect(posts(bot, alpha)).toHaveLength(1);
    expect(textOf(await set(alpha, {}))).toContain('Next on 16 May 2026');
  });

  it('is paused and resumed, and an undo takes that back', async () => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const { alpha } = bot;
    const admin = alpha.as('admin');
    const panel = await set(alpha, { channel: alpha.channel.id, time: '09:00' });
    await admin.click(panel, 'Pause').ack();
    await forward(bot, '2026-05-15T09:00:00Z');
    expect(posts(bot, alpha)).toEqual([]);
    await forward(bot, '2026-05-15T12:00:00Z');
    await admin.click(bot.discord.message(panel.id) ?? panel, 'Resume').ack();
    await forward(bot, '2026-05-15T12:01:00Z');
    expect(posts(bot, alpha)).toEqual([]);
    expect(textOf(await set(alpha, {}))).toContain('Next on 16 May 2026');
  });

  it('offers time zones by any part of their names, and UTC', async () => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const admin = bot.alpha.as('admin');
    const names = async (typed: string) =>
      (await admin.autocomplete('/lorebook schedule', { zone: typed }, 'zone')).map(({ name }) => name);
    expect(await names('york')).toContain('America/New_York');
    expect(await names('new y')).toContain('America/New_York');
    expect(await names('utc')).toContain('UTC');
    expect(await names('')).toHaveLength(25);
    expect(await names('no such place')).toEqual([]);
  });
});

describe('a channel that is lost', () => {
  it.each<[string, (bot: TestBot) => void, string]>([
    ['closed to the bot', (bot) => void bot.discord.setBotPermissions(bot.alpha.channel.id, []), 'may not write'],
    ['deleted', (bot) => bot.discord.deleteChannel(bot.alpha.channel.id), 'its channel is gone'],
  ])('%s: the owner is told once, and the schedule is paused', async (_what, lose, why) => {
    const bot = await aBot('2026-05-14T20:00:00Z');
    const { alpha } = bot;
    const other = bot.discord.createChannel(alpha.guild.id, { name: 'other' });
    await set(alpha, { channel: alpha.channel.id, time: '09:00' });
    lose(bot);
    for (const day of ['15', '16', '17']) await forward(bot, `2026-05-${day}T09:00:00Z`);
    const told = bot.discord.directMessages(alpha.members.owner.user.id).map(textOf);
    expect(told).toEqual([expect.stringContaining(why)]);
    expect(textOf(await alpha.as('admin', other).type('/lorebook schedule').reply())).toContain(why);
    await alpha.as('admin', other).type('/lorebook schedule', { channel: other.id }).reply();
    await forward(bot, '2027-04-17T09:00:00Z');
    expect(posts(bot, alpha, other).some((message) => textOf(message).includes('Through the Looking Glass'))).toBe(
      true,
    );
  });
});
