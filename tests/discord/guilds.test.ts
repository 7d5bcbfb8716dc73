import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Channel, Guild, Message } from '../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SEND = 1n << 11n;

let bot: TestBot;
beforeEach(async () => {
  bot = await startTestBot();
});
afterEach(() => bot.stop());

/** What `find` gives, as soon as it gives something. */
async function soon<Value>(find: () => Value | undefined | false): Promise<Value> {
  const end = performance.now() + 5_000;
  for (;;) {
    const value = find();
    if (value !== undefined && value !== false) return value;
    if (performance.now() > end) throw new Error('it never came to that');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
/** Long enough for a greeting that should not come. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 200));
const filesOf = ({ id }: Guild): readonly string[] =>
  readdirSync(bot.folder).filter((file) => file.startsWith(id) && !/-(wal|shm)$/.test(file));
const isMarked = (guild: Guild): boolean => filesOf(guild).includes(`${guild.id}.db.removed`);
const sweep = (): number => bot.house.residence.sweep([...bot.bot.client.guilds.cache.keys()]);
const claimsOf = ({ id }: Guild): number => {
  const opened = bot.shelf.open(id);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.read.counts().claims;
};

interface NewServer {
  readonly guild: Guild;
  readonly admin: string;
  readonly reader: string;
  readonly channel: Channel;
}

/** A server that asks the bot in. */
function newServer(id?: string): NewServer {
  const { discord } = bot;
  const guild = discord.createGuild({ name: 'Gamma Server', ...(id === undefined ? {} : { id }) });
  const role = discord.createRole(guild.id, { name: 'Admin', permissions: ['manageGuild'] });
  const admin = discord.createMember(guild.id, { username: 'ada', roles: [role.id] }).user.id;
  const reader = discord.createMember(guild.id, { username: 'rae' }).user.id;
  return { guild, admin, reader, channel: discord.createChannel(guild.id, { name: 'lobby' }) };
}
const greetingIn = (channel: Channel): Promise<Message> => soon(() => bot.discord.messages(channel.id)[0]);
const greetings = (channel: Channel): number => bot.discord.messages(channel.id).length;

describe('a new server', () => {
  it('is greeted once, with what the bot can do and three buttons', async () => {
    const { channel } = newServer();
    const greeting = await greetingIn(channel);
    expect(textOf(greeting)).toContain('Concordance is here');
    expect(buttonsOf(greeting)).toHaveLength(3);
    expect(greeting.mentions).toMatchObject({ users: [] });
    await aWhile();
    expect(greetings(channel)).toBe(1);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('is greeted in its system channel where the bot may write there, else in the first one where it may', async () => {
    const { discord } = bot;
    const guild = discord.createGuild({ name: 'Delta Server' });
    const closed = { id: guild.id, kind: 'role', allow: 0n, deny: SEND } as const;
    const make = (name: string) => discord.createChannel(guild.id, { name, overwrites: [closed] });
    const [first, second, system] = [make('first'), make('second'), make('system')];
    discord.setSystemChannel(guild.id, system.id);
    await aWhile();
    expect([first, second, system].map(greetings)).toEqual([0, 0, 0]);
    discord.updateChannel(second, { overwrites: [] });
    expect(textOf(await greetingIn(second))).toContain('Concordance is here');
    discord.updateChannel(system, { overwrites: [] });
    await aWhile();
    expect([first, second, system].map(greetings)).toEqual([0, 1, 0]);

    const other = discord.createGuild({ name: 'Epsilon Server' });
    const everyone = [...other.roles.values()];
    for (const role of everyone) discord.updateRole(role, { permissions: 0n });
    const [lobby, welcome] = ['lobby', 'welcome'].map((name) => discord.createChannel(other.id, { name }));
    if (lobby === undefined || welcome === undefined) throw new Error('no channels');
    discord.setSystemChannel(other.id, welcome.id);
    await aWhile();
    for (const role of everyone) discord.updateRole(role, { permissions: role.permissions });
    await greetingIn(welcome);
    expect(greetings(lobby)).toBe(0);
  });

  it('is not greeted by an outage or a lost connection', async () => {
    const { alpha } = bot;
    bot.discord.setGuildAvailable(alpha.guild.id, false);
    await aWhile();
    bot.discord.setGuildAvailable(alpha.guild.id, true);
    bot.discord.gatewayFaults.reconnect();
    await aWhile();
    expect(greetings(alpha.channel)).toBe(0);
    expect(isMarked(alpha.guild)).toBe(false);
  });

  it('that the bot knows is not greeted again', async () => {
    const { guild, channel } = newServer();
    await greetingIn(channel);
    bot.discord.removeGuild(guild.id);
    await soon(() => isMarked(guild));
    const back = newServer(guild.id);
    await soon(() => !isMarked(guild));
    await aWhile();
    expect(greetings(back.channel)).toBe(0);
    const answer = await bot.discord.as(guild.id, back.reader).type('/lore entry', { name: 'Worf' }).reply();
    expect(textOf(answer)).toContain('Worf');
  });
});

describe('the buttons of the greeting', () => {
  it('are for admins', async () => {
    const { guild, channel, reader } = newServer();
    const greeting = await greetingIn(channel);
    for (const label of buttonsOf(greeting)) {
      const refused = await bot.discord.as(guild.id, reader, channel.id).click(greeting, label).reply();
      expect(textOf(refused)).toContain('Only an admin');
    }
    expect(claimsOf(guild)).toBe(327);
  });

  it('keep the starter universe', async () => {
    const { guild, channel, admin } = newServer();
    const greeting = await greetingIn(channel);
    const [keep = ''] = buttonsOf(greeting);
    await bot.discord.as(guild.id, admin, channel.id).click(greeting, keep).ack();
    const chosen = bot.discord.message(greeting.id);
    expect(chosen === undefined ? '' : textOf(chosen)).toContain('Chosen by ada');
    expect(claimsOf(guild)).toBe(327);
  });

  it('start empty, and nobody else’s lorebook changes', async () => {
    const { guild, channel, admin } = newServer();
    const me = bot.discord.as(guild.id, admin, channel.id);
    const greeting = await greetingIn(channel);
    await me.click(greeting, 'Start empty').ack();
    expect(claimsOf(guild)).toBe(0);
    expect(claimsOf(bot.alpha.guild)).toBe(327);
    const chosen = bot.discord.message(greeting.id) ?? greeting;
    expect(textOf(chosen)).toContain('is empty');
    expect(textOf(await me.click(chosen, 'Set up').reply())).toContain('Setting up');
    await aWhile();
    expect(greetings(channel)).toBe(1);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('tell how to bring a universe of one’s own', async () => {
    const { guild, channel, admin } = newServer();
    const reply = await bot.discord
      .as(guild.id, admin, channel.id)
      .click(await greetingIn(channel), 'Bring your own')
      .reply();
    expect(textOf(reply)).toContain('/lorebook import');
    expect(reply.viewerId).toBe(admin);
  });
});

describe('a server that removes the bot', () => {
  it('has its lorebook kept for 30 days, and then deleted', async () => {
    const { guild } = bot.beta;
    bot.discord.removeGuild(guild.id);
    await soon(() => isMarked(guild));
    bot.time.aheadMs = 30 * DAY_MS - 60_000;
    expect(sweep()).toBe(0);
    expect(filesOf(guild)).toContain(`${guild.id}.db`);
    bot.time.aheadMs = 30 * DAY_MS + 60_000;
    expect(sweep()).toBe(1);
    expect(filesOf(guild)).toEqual([]);
    expect(claimsOf(bot.alpha.guild)).toBe(327);
  });

  it('keeps it by asking the bot back in time', async () => {
    const { guild } = bot.beta;
    bot.discord.removeGuild(guild.id);
    await soon(() => isMarked(guild));
    newServer(guild.id);
    await soon(() => !isMarked(guild));
    bot.time.aheadMs = 60 * DAY_MS;
    expect(sweep()).toBe(0);
    expect(filesOf(guild)).toEqual([`${guild.id}.db`]);
  });

  it('is not one that Discord cannot reach', async () => {
    const { guild } = bot.beta;
    bot.discord.setGuildAvailable(guild.id, false);
    await aWhile();
    bot.time.aheadMs = 60 * DAY_MS;
    expect(sweep()).toBe(0);
    expect(isMarked(guild)).toBe(false);
    bot.discord.setGuildAvailable(guild.id, true);
    await aWhile();
    expect(greetings(bot.beta.channel)).toBe(0);
  });

  it('may have done so while the bot was away', () => {
    const { residence } = bot.house;
    residence.present([bot.alpha.guild.id]);
    expect([isMarked(bot.alpha.guild), isMarked(bot.beta.guild)]).toEqual([false, true]);
    residence.present([bot.alpha.guild.id, bot.beta.guild.id]);
    expect(isMarked(bot.beta.guild)).toBe(false);
  });

  it('is not swept where the bot is there again, nor on a mark that cannot be read', () => {
    const { guild } = bot.beta;
    const mark = join(bot.folder, `${guild.id}.db.removed`);
    writeFileSync(mark, new Date(0).toISOString());
    expect(sweep()).toBe(0);
    expect(filesOf(guild)).toEqual([`${guild.id}.db`]);
    writeFileSync(mark, 'long ago');
    expect(bot.house.residence.sweep([])).toBe(0);
    expect(isMarked(guild)).toBe(true);
  });
});
