import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/playground/loopback/person/actor.ts';
import { buttonsOf, textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

let bot: TestBot;
let moderator: Actor;
beforeAll(async () => {
  bot = await startTestBot();
  const { guild, channel } = bot.alpha;
  const role = bot.discord.createRole(guild.id, { name: 'Moderator', permissions: ['manageMessages'] });
  const member = bot.discord.createMember(guild.id, { username: 'mod', roles: [role.id] });
  moderator = bot.discord.as(guild.id, member.user.id, channel.id);
});
afterAll(() => bot.stop());

const ask = (options: Record<string, string | boolean> = {}): Promise<Message> =>
  bot.alpha
    .as('reader')
    .type('/lore entry', { name: 'Klingon-Cardassian Alliance', ...options })
    .reply();
const isThere = (message: Message): boolean => bot.discord.message(message.id) !== undefined;
const gone = async (message: Message): Promise<void> => {
  for (let turns = 0; isThere(message) && turns < 200; turns += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isThere(message)).toBe(false);
};

describe('a private answer', () => {
  it('is shared with everybody by its asker, who may remove it again', async () => {
    const mine = await ask({ private: true });
    expect(mine.viewerId).not.toBeNull();
    expect(buttonsOf(mine)).toContain('Share');
    expect(buttonsOf(mine)).not.toContain('Remove');
    const shared = await bot.alpha.as('reader').click(mine, 'Share').reply();
    expect(shared.viewerId).toBeNull();
    expect(textOf(shared)).toBe(textOf(mine));
    expect(
      bot.alpha
        .as('scribe')
        .messages()
        .map(({ id }) => id),
    ).toContain(shared.id);
    expect(textOf(await bot.alpha.as('scribe').click(shared, 'Remove').reply())).toContain('Only whoever asked for it');
    expect(isThere(shared)).toBe(true);
    await bot.alpha.as('reader').click(shared, 'Remove').ack();
    await gone(shared);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('is shared as it was seen, also where another would come by chance', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const mine = await bot.alpha.as('reader').type('/lore random', { private: true }).reply();
      expect(textOf(await bot.alpha.as('reader').click(mine, 'Share').reply())).toBe(textOf(mine));
    }
  });

  it('keeps its button as its pages turn', async () => {
    const mine = await ask({ private: true });
    await bot.alpha.as('reader').click(mine, '▶ Next page').ack();
    const turned = bot.discord.message(mine.id) ?? mine;
    expect(textOf(turned)).toContain('page 2 of');
    expect(buttonsOf(turned)).toContain('Share');
  });

  it('that only keepers may see is never shared', async () => {
    const listed = await bot.alpha.as('admin').type('/fact questions').reply();
    expect(listed.viewerId).not.toBeNull();
    if (!buttonsOf(listed).includes('Share')) return;
    const again = await bot.alpha.as('admin').click(listed, 'Share').reply();
    expect(again.viewerId).toBe(bot.alpha.members.admin.user.id);
  });
});

describe('an answer for everybody', () => {
  it('is removed by its asker, also after somebody else turned its page', async () => {
    const answer = await ask();
    await bot.alpha.as('scribe').click(answer, '▶ Next page').ack();
    const turned = bot.discord.message(answer.id) ?? answer;
    expect(textOf(await bot.alpha.as('scribe').click(turned, 'Remove').reply())).toContain('Only whoever asked for it');
    await bot.alpha.as('reader').click(turned, 'Remove').ack();
    await gone(answer);
  });

  it('is removed by somebody who may manage messages, as long as they may', async () => {
    const answer = await ask();
    for (const person of ['scribe', 'keeper', 'admin'] as const) {
      expect(textOf(await bot.alpha.as(person).click(answer, 'Remove').reply())).toContain('manage messages');
    }
    bot.discord.setMemberRoles(bot.alpha.guild.id, moderator.at.userId, []);
    expect(textOf(await moderator.click(answer, 'Remove').reply())).toContain('manage messages');
    const [role] = [...bot.alpha.guild.roles.values()].filter(({ name }) => name === 'Moderator');
    bot.discord.setMemberRoles(bot.alpha.guild.id, moderator.at.userId, [role?.id ?? '']);
    await moderator.click(answer, 'Remove').ack();
    await gone(answer);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('goes once, whoever presses twice', async () => {
    const answer = await ask();
    const reader = bot.alpha.as('reader');
    const [first, second] = [reader.click(answer, 'Remove'), moderator.click(answer, 'Remove')];
    await Promise.allSettled([first.ack(), second.ack()]);
    await gone(answer);
    // The bot goes on as if nothing had been.
    expect(textOf(await ask())).toContain('Alliance');
  });
});
