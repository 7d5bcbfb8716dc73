import { ChannelType, type TextChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

describe('faults of the REST side', () => {
  let world: TestDiscord;
  let bot: SmallBot;
  let channel: TextChannel;
  beforeEach(async () => {
    world = await startBotDiscord();
    bot = await startSmallBot(world, { rest: { timeout: 150 } });
    const fetched = await bot.client.channels.fetch(world.alpha.channel.id);
    if (fetched?.type !== ChannelType.GuildText) throw new Error('no text channel');
    channel = fetched;
    world.discord.clearRequests();
  });
  afterEach(async () => {
    await bot.stop();
    await world.stop();
  });

  const target = { method: 'POST', path: '/channels/*/messages' } as const;
  const statuses = () => world.discord.requests().map((request) => request.status);
  const kept = () => world.discord.messages(channel.id).length;

  it.each(['user', 'shared', 'global'] as const)('a 429 of scope %s is waited out', async (scope) => {
    world.discord.faults.arm({ kind: 'rate-limit', scope, retryAfterS: 0.2 }, target);
    const started = performance.now();
    await channel.send('Late');
    expect(performance.now() - started).toBeGreaterThanOrEqual(195);
    expect(statuses()).toEqual([429, 200]);
    expect(world.discord.refusals()).toEqual([]);
  });

  it('a bucket that is empty is waited for', async () => {
    await channel.send('First');
    world.discord.rateLimits.set({ limit: 1, windowMs: 300 });
    const started = performance.now();
    for (const text of ['Second', 'Third']) await channel.send(text);
    expect(performance.now() - started).toBeGreaterThanOrEqual(250);
    expect(statuses()).toEqual([200, 200, 200]);
  });

  it('a 5xx before anything happened is tried again', async () => {
    world.discord.faults.arm({ kind: 'server-error', status: 502 }, target);
    await channel.send('Once');
    expect(kept()).toBe(1);
  });

  it('a 5xx after the message was made makes two, unless a nonce is enforced', async () => {
    world.discord.faults.arm({ kind: 'server-error', when: 'after' }, target);
    await channel.send('Twice');
    expect(kept()).toBe(2);
    world.discord.faults.arm({ kind: 'server-error', when: 'after' }, target);
    await channel.send({ content: 'Once', nonce: '1', enforceNonce: true });
    expect(kept()).toBe(3);
  });

  it('a reset connection is tried again', async () => {
    world.discord.faults.arm({ kind: 'reset' }, target);
    await channel.send('Again');
    expect(kept()).toBe(1);
  });

  it('a connection closed in good order is an error', async () => {
    world.discord.faults.arm({ kind: 'hang-up' }, target);
    await expect(channel.send('Lost')).rejects.toThrow('other side closed');
  });

  it('silence ends in an error, and after the message was made in several', async () => {
    world.discord.faults.arm({ kind: 'silence', when: 'after' }, { ...target, times: 4 });
    await expect(channel.send('Anybody?')).rejects.toThrow('aborted');
    expect(kept()).toBe(4);
  });

  it.each([
    [
      '403',
      { kind: 'answer', status: 403, body: { code: 50013, message: 'Missing Permissions' } } as const,
      { code: 50013 },
    ],
    [
      'an HTML page',
      { kind: 'answer', status: 403, body: '<h1>No</h1>', contentType: 'text/html' } as const,
      { status: 403 },
    ],
  ])('%s as given is an error at once', async (_, fault, error) => {
    world.discord.faults.arm(fault, target);
    await expect(channel.send('No')).rejects.toMatchObject(error);
    expect(statuses()).toEqual([403]);
  });

  it('a 401 makes the client drop its token', async () => {
    world.discord.faults.arm({ kind: 'answer', status: 401, body: { code: 0, message: '401: Unauthorized' } }, target);
    await expect(channel.send('No')).rejects.toMatchObject({ status: 401 });
    await expect(channel.send('No')).rejects.toThrow('Expected token to be set');
  });

  it('an acknowledgement whose answer is lost is 40060 at the second try', async () => {
    await bot.client.application.commands.set([{ name: 'probe', description: 'Probe' }]);
    bot.answer = async (interaction) => interaction.isChatInputCommand() && interaction.reply('Here');
    world.discord.faults.arm({ kind: 'server-error', when: 'after' }, { path: '/interactions/**' });
    expect((await world.alpha.as('reader').type('/probe').reply()).content).toBe('Here');
    await expect.poll(() => bot.errors).toMatchObject([{ code: 40060 }]);
  });

  it('a late answer is an answer', async () => {
    world.discord.faults.arm({ kind: 'delay', ms: 50 }, target);
    await channel.send('Slow');
    expect(world.discord.requests()[0]?.tookMs).toBeGreaterThanOrEqual(45);
  });

  it('a switch can be taken back', async () => {
    const off = world.discord.faults.arm({ kind: 'reset' }, { ...target, times: 100 });
    off();
    await channel.send('Fine');
    expect(statuses()).toEqual([200]);
  });
});
