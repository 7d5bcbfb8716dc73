import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeSettings } from '../../../src/edit/change-settings.ts';
import { textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Channel } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
let review: Channel;
beforeAll(async () => {
  bot = await startTestBot();
  review = bot.discord.createChannel(bot.alpha.guild.id, { name: 'review' });
  const by = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
  changeSettings({ ...lorebook(), by, at: 0 }, lorebook().settings(), { review_channel: review.id });
});
afterAll(() => bot.stop());

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

let count = 0;
function newcomer() {
  count += 1;
  const { user } = bot.discord.createMember(bot.alpha.guild.id, { username: `newcomer${count}` });
  return bot.discord.as(bot.alpha.guild.id, user.id, bot.alpha.channel.id);
}
const fact = (value: string) => ({ subject: 'Martok', predicate: 'described_as', value });
const posts = `/channels/*/messages`;

/** Posts that were held up come late, one after another. */
async function cardOf(value: string) {
  const found = () => bot.discord.messages(review.id).find((message) => textOf(message).includes(`“${value}”`));
  await expect.poll(found, { timeout: 15_000 }).toBeDefined();
  const card = found();
  if (card === undefined) throw new Error('no review card');
  return card;
}

describe('Discord failing while a suggestion is made or decided', () => {
  it('puts one card there however often the post is repeated', async () => {
    const off = bot.discord.faults.arm(
      { kind: 'server-error', when: 'after' },
      { method: 'POST', path: posts, times: 2 },
    );
    const posted = () =>
      bot.discord
        .requests()
        .filter(({ method, path }) => method === 'POST' && path.endsWith(`/channels/${review.id}/messages`));
    const before = posted().length;
    await newcomer().type('/lore suggest', fact('repeated')).reply();
    await cardOf('repeated');
    await expect.poll(() => posted().length).toBe(before + 3);
    off();
    const cards = bot.discord.messages(review.id).filter((message) => textOf(message).includes('“repeated”'));
    expect(cards).toHaveLength(1);
    await expect.poll(() => lorebook().suggestions.waiting({ limit: 50 }).at(-1)?.card?.message).toBe(cards[0]?.id);
  });

  it.each([
    ['refuses the post', { kind: 'answer', status: 403, body: { code: 50013, message: 'Missing Permissions' } }],
    ['breaks on the post', { kind: 'server-error', status: 500 }],
    ['takes too long for the post', { kind: 'delay', ms: 4000 }],
    ['hangs up on the post', { kind: 'reset' }],
  ] as const)('%s: the suggestion waits in the queue all the same', async (_what, fault) => {
    const off = bot.discord.faults.arm(fault, { method: 'POST', path: posts, times: 9 });
    const before = lorebook().suggestions.waitingCount();
    const reader = newcomer();
    const began = performance.now();
    const sent = await reader.type('/lore suggest', fact(`odd ${count}`)).reply();
    expect(performance.now() - began).toBeLessThan(2900);
    off();
    expect(textOf(sent)).toContain('waits for review');
    expect(lorebook().suggestions.waitingCount()).toBe(before + 1);
    const queue = await bot.alpha.as('keeper').type('/fact queue').reply();
    expect(textOf(queue)).toContain(`odd ${count}`);
  });

  it('says nothing of a message that cannot be sent, and tells it on the next use instead', async () => {
    const reader = newcomer();
    bot.discord.setAcceptsDms(reader.at.userId, false);
    await reader.type('/lore suggest', { ...fact('proud'), message: true }).reply();
    const [waiting] = lorebook().suggestions.by(`discord:${reader.at.userId}`, 1);
    const card = await cardOf('proud');
    const decided = await bot.alpha.as('keeper', review).click(card, 'Approve').reply();
    expect(textOf(decided)).toContain('approved');
    const look = reader.type('/lore entry', { name: 'Martok' });
    expect(textOf(await look.followUp())).toContain(`Suggestion ${waiting?.id}: approved`);
  });

  it('news that could not be told wait for the next use', async () => {
    const reader = newcomer();
    await reader.type('/lore suggest', fact('merry')).reply();
    const card = await cardOf('merry');
    await bot.alpha.as('keeper', review).click(card, 'Approve').reply();
    bot.discord.faults.arm(
      { kind: 'answer', status: 404, body: { code: 10015 } },
      { method: 'POST', path: /\/webhooks\// },
    );
    const first = reader.type('/lore entry', { name: 'Worf' });
    expect(textOf(await first.reply())).toContain('Worf');
    await expect.poll(() => lorebook().suggestions.untold(`discord:${reader.at.userId}`).length).toBe(1);
    const second = reader.type('/lore entry', { name: 'Martok' });
    expect(textOf(await second.followUp())).toContain('approved');
  });
});
