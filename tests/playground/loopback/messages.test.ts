import { ChannelType, DiscordAPIError, type TextChannel } from 'discord.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type RawRest, rawRest } from './raw-rest.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

describe('messages over the loopback Discord', () => {
  let world: TestDiscord;
  let bot: SmallBot;
  let rest: RawRest;
  let channel: TextChannel;
  beforeAll(async () => {
    world = await startBotDiscord({ attachmentBytes: 1000 });
    bot = await startSmallBot(world);
    rest = rawRest(world);
    const fetched = await bot.client.channels.fetch(world.alpha.channel.id);
    if (fetched?.type !== ChannelType.GuildText) throw new Error('no text channel');
    channel = fetched;
  });
  beforeEach(() => world.discord.clearRequests());
  afterAll(async () => {
    await bot.stop();
    await world.stop();
  });

  it('makes one message of one nonce', async () => {
    const sent = { content: 'Once', nonce: 'job-1', enforceNonce: true };
    const [first, second] = [await channel.send(sent), await channel.send(sent)];
    expect(second.id).toBe(first.id);
    expect((await channel.send({ content: 'Once', nonce: 'job-1' })).id).not.toBe(first.id);
  });

  it('edits, fetches and deletes its own messages', async () => {
    const message = await channel.send('Before');
    await message.edit('After');
    expect((await channel.messages.fetch({ message: message.id, force: true })).content).toBe('After');
    await message.delete();
    await expect(channel.messages.fetch({ message: message.id, force: true })).rejects.toMatchObject({ code: 10008 });
  });

  it('may not edit what a person wrote', async () => {
    const said = world.alpha.as('reader').say('Mine');
    expect(await rest.send('PATCH', `/channels/${channel.id}/messages/${said.id}`, { content: 'Yours' })).toMatchObject(
      { status: 403, body: { code: 50005 } },
    );
  });

  it('pages through a channel', async () => {
    const { id } = world.discord.createChannel(world.alpha.guild.id, { name: 'long' });
    for (let index = 0; index < 5; index += 1)
      await rest.send('POST', `/channels/${id}/messages`, { content: `${index}` });
    const list = async (query: string) =>
      (await rest.send('GET', `/channels/${id}/messages?${query}`)).body as { id: string; content: string }[];
    const all = await list('limit=100');
    expect(all.map((message) => message.content)).toEqual(['4', '3', '2', '1', '0']);
    expect((await list(`limit=2&before=${all[1]?.id}`)).map((message) => message.content)).toEqual(['2', '1']);
    expect((await list(`limit=2&after=${all[4]?.id}`)).map((message) => message.content)).toEqual(['2', '1']);
    expect(await rest.send('GET', `/channels/${id}/messages?limit=101`)).toMatchObject({ status: 400 });
  });

  it('serves a file back and keeps only the files an edit names', async () => {
    const files = ['a.txt', 'b.txt'].map((name) => ({ name, attachment: Buffer.from(`file ${name}`) }));
    const message = await channel.send({ files });
    const [first, second] = [...message.attachments.values()];
    const got = await fetch(first?.url ?? '');
    expect(await got.text()).toBe('file a.txt');
    expect(got.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const edited = await message.edit({ attachments: second === undefined ? [] : [second] });
    expect([...edited.attachments.values()].map((held) => held.name)).toEqual(['b.txt']);
  });

  it('refuses a file over the limit', async () => {
    await channel.send({ files: [{ name: 'big', attachment: Buffer.alloc(1000) }] });
    await expect(channel.send({ files: [{ name: 'big', attachment: Buffer.alloc(1001) }] })).rejects.toMatchObject({
      status: 413,
      code: 40005,
    });
    expect(() => world.alpha.as('reader').say('fine')).not.toThrow();
  });

  it('opens a direct conversation, unless the person does not want one', async () => {
    const { id } = world.alpha.members.reader.user;
    await bot.client.users.send(id, 'Hello');
    expect(world.discord.directMessages(id).map((message) => message.content)).toEqual(['Hello']);
    world.discord.setAcceptsDms(id, false);
    await expect(bot.client.users.send(id, 'Hello?')).rejects.toMatchObject({ code: 50007 });
    world.discord.setAcceptsDms(id, true);
  });

  it.each([
    ['see', ['sendMessages'] as const, 50001],
    ['write', ['viewChannel'] as const, 50013],
  ])('refuses a message where the bot may not %s', async (_, permissions, code) => {
    world.discord.setBotPermissions(channel.id, permissions);
    await expect(channel.send('Let me')).rejects.toMatchObject({ status: 403, code });
    world.discord.setBotPermissions(channel.id, null);
    await channel.send('Thanks');
  });

  it('counts overwrites of a channel', async () => {
    const { guild } = world.alpha;
    const overwrites = [{ id: guild.id, kind: 'role' as const, allow: 0n, deny: 1n << 11n }];
    const closed = world.discord.createChannel(guild.id, { name: 'closed', overwrites });
    expect(await rest.send('POST', `/channels/${closed.id}/messages`, { content: 'c' })).toMatchObject({
      body: { code: 50013 },
    });
    const { reader, owner } = world.alpha.members;
    expect(((world.discord.world.permissionsIn(closed, reader.user.id) ?? 0n) >> 11n) & 1n).toBe(0n);
    expect(((world.discord.world.permissionsIn(closed, owner.user.id) ?? 0n) >> 11n) & 1n).toBe(1n);
  });

  it('pings nobody whom allowed_mentions leaves out', async () => {
    const { id } = world.alpha.members.reader.user;
    const content = `<@${id}> <@&${world.alpha.roles.scribe.id}> @everyone`;
    const silent = await channel.send({ content, allowedMentions: { parse: [] } });
    const loud = await channel.send(content);
    expect(world.discord.message(silent.id)?.mentions).toEqual({ users: [], roles: [], everyone: false });
    expect(world.discord.message(loud.id)?.mentions).toEqual({
      users: [id],
      roles: [world.alpha.roles.scribe.id],
      everyone: true,
    });
  });

  it.each([
    ['a wrong key', 'GET', '/users/@me', { authorization: 'Bot no' }, 401, 0],
    ['no key', 'GET', '/users/@me', { authorization: '' }, 401, 0],
    ['an unknown path', 'GET', '/nowhere', {}, 404, 0],
    ['an unknown channel', 'GET', '/channels/1', {}, 404, 10003],
    ['an unknown server', 'GET', '/guilds/1', {}, 404, 10004],
    ['a limit that is none', 'GET', '/guilds/GUILD/members?limit=x', {}, 400, 50035],
    ['an id that is none', 'GET', '/guilds/GUILD/members?after=x', {}, 400, 50035],
    ['a wrong method', 'PUT', '/gateway/bot', {}, 405, 0],
  ])('refuses %s', async (_, method, path, headers, status, code) => {
    expect(await rest.send(method, path.replace('GUILD', world.alpha.guild.id), undefined, headers)).toMatchObject({
      status,
      body: { code },
    });
  });

  it('refuses JSON that is none', async () => {
    const headers = { authorization: `Bot ${world.token}`, 'content-type': 'application/json' };
    const answer = await fetch(`${world.apiUrl}/v10/channels/${channel.id}/messages`, {
      method: 'POST',
      headers,
      body: '{',
    });
    expect(await answer.json()).toMatchObject({ code: 50109 });
  });

  it('does not answer under another name', async () => {
    const { request } = await import('node:http');
    const status = await new Promise((resolve) => {
      request(`${world.apiUrl}/v10/gateway`, { headers: { host: 'evil.example' } }, (answer) =>
        resolve(answer.resume().statusCode),
      ).end();
    });
    expect(status).toBe(403);
  });

  it('tells the bot of errors by their code', async () => {
    await expect(channel.send('')).rejects.toBeInstanceOf(DiscordAPIError);
    await expect(channel.send('')).rejects.toMatchObject({ code: 50006 });
  });

  it('holds ten thousand messages', async () => {
    const { id } = world.discord.createChannel(world.alpha.guild.id, { name: 'crowd' });
    const reader = world.discord.as(world.alpha.guild.id, world.alpha.members.reader.user.id, id);
    for (let index = 0; index < 10_000; index += 1) reader.say(`message ${index}`);
    expect(world.discord.messages(id)).toHaveLength(10_000);
    const newest = (await rest.send('GET', `/channels/${id}/messages?limit=1`)).body as { content: string }[];
    expect(newest[0]?.content).toBe('message 9999');
  });
});
