import { Client, Events, GatewayIntentBits } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type SmallBot, startSmallBot } from './small-bot.ts';

const PROBE = { name: 'probe', description: 'Probe' };

describe('the gateway of the loopback Discord', () => {
  let world: TestDiscord;
  let bot: SmallBot | undefined;
  beforeEach(async () => {
    world = await startBotDiscord();
  });
  afterEach(async () => {
    await bot?.stop();
    bot = undefined;
    await world.stop();
  });

  const connect = async () => {
    bot = await startSmallBot(world);
    await bot.client.application.commands.set([PROBE]);
    bot.answer = async (interaction) => interaction.isChatInputCommand() && interaction.reply('Here');
    return bot;
  };
  const answers = async () => (await world.alpha.as('reader').type('/probe').reply()).content;

  it.each([
    ['op 7', (discord: TestDiscord['discord']) => discord.gatewayFaults.reconnect()],
    ['close 4000', (discord: TestDiscord['discord']) => discord.gatewayFaults.close(4000)],
    ['a cut connection', (discord: TestDiscord['discord']) => discord.gatewayFaults.cut()],
  ])('resumes after %s and replays what was missed', async (_, disturb) => {
    const { client } = await connect();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    disturb(world.discord);
    await expect.poll(() => world.discord.connections).toBe(0);
    const missed = world.alpha.as('reader').type('/probe');
    await resumed;
    expect((await missed.reply()).content).toBe('Here');
    expect(await answers()).toBe('Here');
  });

  it('resumes at once after op 9 true', async () => {
    const { client } = await connect();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    world.discord.gatewayFaults.invalidate(true);
    await resumed;
    expect(await answers()).toBe('Here');
  });

  it('answers a heartbeat that it asked for', async () => {
    await connect();
    world.discord.gatewayFaults.askForHeartbeat();
    expect(await answers()).toBe('Here');
  });

  it('is left by a client whose heartbeats are not acknowledged', async () => {
    await world.stop();
    world = await startBotDiscord({ heartbeatIntervalMs: 100 });
    const { client } = await connect();
    const resumed = new Promise((resolve) => client.once(Events.ShardResume, resolve));
    world.discord.gatewayFaults.loseAcks(1);
    await resumed;
    expect(await answers()).toBe('Here');
  });

  it('refuses a wrong token', async () => {
    const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: world.apiUrl } });
    await expect(client.login('wrong')).rejects.toThrow('invalid token');
    await client.destroy();
  });

  it('refuses intents that are not switched on', async () => {
    const client = new Client({ intents: [GatewayIntentBits.GuildMembers], rest: { api: world.apiUrl } });
    client.on(Events.Error, () => {});
    await expect(client.login(world.token)).rejects.toThrow('disallowed intents');
    await client.destroy();
  });

  it('gives each shard its own servers', async () => {
    await world.stop();
    world = await startBotDiscord({ shards: 2 });
    const ids = [world.alpha.guild.id, world.beta.guild.id];
    // Two ids of one millisecond belong to one shard: more servers make sure that both have some.
    while (new Set(ids.map((id) => (BigInt(id) >> 22n) % 2n)).size < 2)
      ids.push(world.discord.createGuild({ name: 'More' }).id);
    bot = await startSmallBot(world, { shards: 'auto' });
    const { cache } = bot.client.guilds;
    expect([...cache.keys()].sort()).toEqual([...ids].sort());
    for (const guild of cache.values()) expect(guild.shardId).toBe(Number((BigInt(guild.id) >> 22n) % 2n));
    expect(world.discord.connections).toBe(2);
  });

  it('tells of servers that come, fail, recover and go', async () => {
    const { client } = await connect();
    const { guilds } = client;
    const { id } = world.discord.createGuild({ name: 'Gamma Server' });
    await expect.poll(() => guilds.cache.get(id)?.name).toBe('Gamma Server');
    world.discord.setGuildAvailable(id, false);
    await expect.poll(() => guilds.cache.get(id)?.available).toBe(false);
    world.discord.setGuildAvailable(id, true);
    await expect.poll(() => guilds.cache.get(id)?.available).toBe(true);
    world.discord.removeGuild(id);
    await expect.poll(() => guilds.cache.has(id)).toBe(false);
  });

  it('tells of roles and channels that change', async () => {
    const { client } = await connect();
    const guild = client.guilds.cache.get(world.alpha.guild.id);
    const role = world.discord.createRole(world.alpha.guild.id, { name: 'Archivist' });
    await expect.poll(() => guild?.roles.cache.get(role.id)?.name).toBe('Archivist');
    world.discord.updateRole(role, { name: 'Curator' });
    await expect.poll(() => guild?.roles.cache.get(role.id)?.name).toBe('Curator');
    world.discord.deleteRole(role);
    await expect.poll(() => guild?.roles.cache.has(role.id)).toBe(false);
    const channel = world.discord.createChannel(world.alpha.guild.id, { name: 'hall', kind: 'announcement' });
    await expect.poll(() => guild?.channels.cache.get(channel.id)?.name).toBe('hall');
    world.discord.deleteChannel(channel.id);
    await expect.poll(() => guild?.channels.cache.has(channel.id)).toBe(false);
  });

  it('sends the roles a member has now with the next interaction', async () => {
    const { answer: _, ...connected } = await connect();
    const seen: boolean[] = [];
    const { keeper } = world.alpha.roles;
    if (bot !== undefined) {
      bot.answer = async (interaction) => {
        if (!interaction.isChatInputCommand() || !interaction.inCachedGuild()) return;
        seen.push(interaction.member.roles.cache.has(keeper.id));
        await interaction.reply('.');
      };
    }
    const { id } = world.alpha.members.reader.user;
    await world.alpha.as('reader').type('/probe').reply();
    world.discord.setMemberRoles(world.alpha.guild.id, id, [keeper.id]);
    await world.alpha.as('reader').type('/probe').reply();
    expect(seen).toEqual([false, true]);
    expect(connected.errors).toEqual([]);
  });

  it('fetches all members over the gateway when the intent is on', async () => {
    await world.stop();
    world = await startBotDiscord({ allowedIntents: GatewayIntentBits.GuildMembers });
    bot = await startSmallBot(world, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
    const members = await bot.client.guilds.cache.get(world.alpha.guild.id)?.members.fetch();
    expect(members?.map((member) => member.user.username).sort()).toEqual([
      'Concordance',
      'admin',
      'keeper',
      'owner',
      'reader',
      'scribe',
    ]);
  });

  it('shows messages only to those who asked for them, and their text only with the content intent', async () => {
    await world.stop();
    world = await startBotDiscord();
    bot = await startSmallBot(world, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages] });
    const heard: string[] = [];
    bot.client.on(Events.MessageCreate, (message) => heard.push(message.content));
    world.alpha.as('reader').say('Secret');
    world.alpha.as('reader').say(`<@${world.discord.bot.id}> hello`);
    await expect.poll(() => heard).toEqual(['', `<@${world.discord.bot.id}> hello`]);
  });
});
