import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { componentsOf } from '../../../src/playground/loopback/person/find-component.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import type { Person, TestServer } from '../../support/discord.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const settingsOf = ({ guild }: TestServer) => {
  const lorebook = bot.shelf.open(guild.id);
  if (!lorebook.ok) throw new Error(lorebook.problem.kind);
  return lorebook.value.settings();
};
const open = (server: TestServer, person: Person = 'admin'): Promise<Message> =>
  server.as(person).type('/lorebook setup').reply();
const now = (message: Message): string => textOf(bot.discord.message(message.id) ?? message);
/** Lists by what they choose; their placeholders hide once something is chosen, but stay theirs. */
const LIST = {
  scribe: 'Scribes: they add and change facts',
  keeper: 'Keepers: they review, rule and undo',
  review: 'Review channel: suggestions wait there',
  changes: 'Recent changes: one line for each edit',
  timeline: 'Default timeline: answers come from it',
} as const;

describe('/lorebook setup', () => {
  it('shows everything a server decides, privately, within Discord’s limits', async () => {
    const panel = await open(bot.alpha);
    expect(textOf(panel)).toContain('**Scribes**: Scribe');
    expect(textOf(panel)).toContain('UTC (none chosen)');
    expect(panel.viewerId).toBe(bot.alpha.members.admin.user.id);
    expect(componentsOf(panel).length).toBeLessThanOrEqual(40);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('saves each choice at once, as an edit that can be taken back, and changes in place', async () => {
    const admin = bot.alpha.as('admin');
    const panel = await open(bot.alpha);
    const { scribe, keeper } = bot.alpha.roles;
    const before = settingsOf(bot.alpha);
    await admin.select(panel, LIST.scribe, [scribe.id, keeper.id]).ack();
    expect(settingsOf(bot.alpha).roles.scribe).toEqual([scribe.id, keeper.id]);
    expect(now(panel)).toContain('Saved. Scribes: Scribe and Keeper.');
    const lorebook = bot.shelf.open(bot.alpha.guild.id);
    expect(lorebook.ok && lorebook.value.log.edits({ limit: 1 })[0]).toMatchObject({
      op: 'settings',
      by: { name: 'admin' },
    });
    await admin.click(panel, 'Undo this').ack();
    expect(settingsOf(bot.alpha)).toEqual(before);
    expect(now(panel)).toContain('Taken back.');
    await admin.select(panel, LIST.keeper, []).ack();
    expect(settingsOf(bot.alpha).roles.keeper).toEqual([]);
    await admin.select(panel, LIST.keeper, [keeper.id]).ack();
    expect(settingsOf(bot.alpha)).toEqual(before);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('changes the default timeline, and what answers come from', async () => {
    const admin = bot.alpha.as('admin');
    const panel = await open(bot.alpha);
    await admin.select(panel, LIST.timeline, ['prime universe']).ack();
    const lorebook = bot.shelf.open(bot.alpha.guild.id);
    expect(lorebook.ok && lorebook.value.read.continuities.home.name).toBe('prime universe');
    await admin.click(panel, 'Undo this').ack();
    expect(lorebook.ok && lorebook.value.read.continuities.home.name).not.toBe('prime universe');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it.each([
    ['New York', 'America/New_York'],
    ['europe/berlin', 'Europe/Berlin'],
    ['utc', 'UTC'],
    ['Kolkata', 'Asia/Kolkata'],
  ])('takes the time zone %s', async (typed, zone) => {
    const admin = bot.alpha.as('admin');
    const panel = await open(bot.alpha);
    const form = await admin.click(panel, 'Time zone').modal();
    await admin.submit(form, { zone: typed }).ack();
    expect(settingsOf(bot.alpha).time_zone).toBe(zone);
    expect(now(panel)).toContain(zone.replaceAll('_', '\\_'));
  });

  it.each([
    ['UTC+2', 'summer time'],
    ['Atlantis', 'not a time zone'],
    ['@everyone **x**', 'not a time zone'],
    ['../../etc/passwd', 'not a time zone'],
  ])('refuses the time zone %s in one sentence', async (typed, why) => {
    const admin = bot.alpha.as('admin');
    const before = settingsOf(bot.alpha);
    const form = await admin.click(await open(bot.alpha), 'Time zone').modal();
    const reply = await admin.submit(form, { zone: typed }).reply();
    expect(textOf(reply)).toContain(why);
    expect(settingsOf(bot.alpha)).toEqual(before);
  });
});

describe('channels', () => {
  it('are saved, and taken away again', async () => {
    const admin = bot.alpha.as('admin');
    const panel = await open(bot.alpha);
    await admin.select(panel, LIST.review, [bot.alpha.channel.id]).ack();
    expect(settingsOf(bot.alpha).review_channel).toBe(bot.alpha.channel.id);
    expect(now(panel)).toContain('#general');
    await admin.select(panel, LIST.review, []).ack();
    expect(settingsOf(bot.alpha).review_channel).toBeNull();
  });

  it('that the bot may not write in are told of, until it may', async () => {
    const admin = bot.alpha.as('admin');
    const closed = bot.discord.createChannel(bot.alpha.guild.id, { name: 'closed' });
    bot.discord.setBotPermissions(closed.id, ['viewChannel']);
    const { id } = bot.discord.bot;
    bot.discord.updateChannel(closed, { overwrites: [{ id, kind: 'member', allow: 0n, deny: 1n << 11n }] });
    const panel = await open(bot.alpha);
    await admin.select(panel, LIST.changes, [closed.id]).ack();
    expect(now(panel)).toContain('#closed is closed to the bot: give it Send Messages there');
    bot.discord.updateChannel(closed, { overwrites: [] });
    await admin.click(panel, 'Check again').ack();
    expect(now(panel)).not.toContain('is closed to the bot');
    expect(buttonsOf(bot.discord.message(panel.id) ?? panel)).not.toContain('Check again');
    bot.discord.deleteChannel(closed.id);
    expect(textOf(await open(bot.alpha))).toContain('a channel that is gone');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it.each(['publicThread', 'forum', 'voice'] as const)('of the kind %s cannot be chosen', async (kind) => {
    const channel = bot.discord.createChannel(bot.alpha.guild.id, { name: kind, kind });
    const panel = await open(bot.alpha);
    expect(() => bot.alpha.as('admin').select(panel, LIST.review, [channel.id])).toThrow('does not offer');
    bot.discord.deleteChannel(channel.id);
  });

  it('of another server cannot be chosen', async () => {
    const panel = await open(bot.alpha);
    expect(() => bot.alpha.as('admin').select(panel, LIST.review, [bot.beta.channel.id])).toThrow('does not offer');
  });
});

describe('rights', () => {
  it.each(['reader', 'scribe', 'keeper'] as const)(
    'a %s gets no panel and changes nothing on another’s',
    async (person) => {
      const somebody = bot.alpha.as(person);
      for (const command of ['/lorebook setup', '/lorebook roles']) {
        expect(textOf(await somebody.type(command, {}, { evenIfHidden: true }).reply())).toContain('Only an admin');
      }
      const before = settingsOf(bot.alpha);
      // Their own old panel, from when they were an admin.
      bot.discord.setMemberRoles(bot.alpha.guild.id, bot.alpha.members[person].user.id, [bot.alpha.roles.admin.id]);
      const panel = await open(bot.alpha, person);
      bot.discord.setMemberRoles(
        bot.alpha.guild.id,
        bot.alpha.members[person].user.id,
        bot.alpha.members[person].roles,
      );
      const refused = [
        somebody.select(panel, LIST.scribe, []),
        somebody.select(panel, LIST.review, [bot.alpha.channel.id]),
        somebody.select(panel, LIST.timeline, ['prime universe']),
        somebody.click(panel, 'Time zone'),
        somebody.click(panel, 'Start anew …'),
      ];
      for (const one of refused) expect(textOf(await one.reply())).toContain('Only an admin');
      expect(settingsOf(bot.alpha)).toEqual(before);
    },
  );

  it('of one server are none on another', async () => {
    bot.discord.setMemberRoles(bot.beta.guild.id, bot.beta.members.admin.user.id, []);
    const reply = await bot.beta.as('admin').type('/lorebook setup', {}, { evenIfHidden: true }).reply();
    expect(textOf(reply)).toContain('Only an admin');
    bot.discord.setMemberRoles(bot.beta.guild.id, bot.beta.members.admin.user.id, bot.beta.members.admin.roles);
    expect(settingsOf(bot.beta).time_zone).toBeNull();
    expect(settingsOf(bot.alpha).time_zone).not.toBeNull();
  });

  it('the owner has all of them', async () => {
    expect(textOf(await open(bot.alpha, 'owner'))).toContain('Setting up');
  });
});

describe('/lorebook roles', () => {
  it('maps several roles, and says what scribes change and what a ruling takes', async () => {
    const owner = bot.beta.as('owner');
    const panel = await owner.type('/lorebook roles').reply();
    await owner.click(panel, 'Scribes: own facts only').ack();
    expect(settingsOf(bot.beta).own_only).toBe(true);
    await owner.click(panel, 'Two keepers rule').ack();
    expect(settingsOf(bot.beta).two_keepers).toBe(true);
    expect(now(panel)).toContain('**A ruling takes**: two keepers');
    await owner.select(panel, LIST.keeper, [bot.beta.roles.scribe.id, bot.beta.roles.keeper.id]).ack();
    expect(settingsOf(bot.beta).roles.keeper).toHaveLength(2);
    bot.discord.deleteRole(bot.beta.roles.scribe);
    expect(textOf(await owner.type('/lorebook roles').reply())).toContain('1 role that is gone');
    expect(bot.discord.refusals()).toEqual([]);
  });
});
