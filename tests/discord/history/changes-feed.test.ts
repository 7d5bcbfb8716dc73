import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { changeSettings } from '../../../src/edit/change-settings.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

it('tells every edit once in the channel that was chosen, with a button that undoes it for whoever may', async () => {
  const channel = bot.discord.createChannel(bot.alpha.guild.id, { name: 'changes' });
  const by = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
  await vi.waitFor(() => expect(bot.bot.client.channels.cache.has(channel.id)).toBe(true));
  changeSettings({ ...lorebook(), by, at: 0 }, lorebook().settings(), { changes_channel: channel.id });
  const scribe = bot.alpha.as('scribe');
  const add = async (value: string): Promise<void> => {
    const preview = await scribe.type('/fact add', { subject: 'Worf', predicate: 'described_as', value }).reply();
    await scribe.click(preview, 'Save').reply();
  };
  await add('stern');
  await add('tall');
  const there = bot.alpha.as('keeper', channel);
  await vi.waitFor(() => expect(there.messages()).toHaveLength(2));
  const texts = there.messages().map(textOf);
  expect(texts[0]).toContain('scribe added a fact');
  expect(texts[0]).toContain('described as “stern”');
  expect(texts[1]).toContain('“tall”');
  const [, second] = there.messages();
  if (second === undefined) throw new Error('nothing was told');
  expect(buttonsOf(second)).toEqual(['Undo']);
  expect(textOf(await bot.alpha.as('reader', channel).click(second, 'Undo').reply())).toContain('Only a scribe');
  const preview = await there.click(second, 'Undo').reply();
  const before = lorebook().read.counts().claims;
  await there.click(preview, 'Undo').reply();
  expect(lorebook().read.counts().claims).toBe(before - 1);
  await vi.waitFor(() => expect(there.messages().map(textOf).join()).toContain('undid edit'));
  expect(bot.discord.refusals()).toEqual([]);
});

it('keeps nobody waiting where the channel is gone', async () => {
  const by = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
  changeSettings({ ...lorebook(), by, at: 0 }, lorebook().settings(), { changes_channel: '1' });
  const scribe = bot.alpha.as('scribe');
  const options = { subject: 'Worf', predicate: 'described_as', value: 'alone' };
  const preview = await scribe.type('/fact add', options).reply();
  expect(textOf(await scribe.click(preview, 'Save').reply())).toContain('Saved');
});
