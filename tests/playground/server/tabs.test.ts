import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Playground } from '../../../src/playground/start.ts';
import { startSmallBot } from '../loopback/small-bot.ts';
import { RawTab } from './raw-tab.ts';
import { started } from './started.ts';

describe('tabs of the playground', () => {
  let playground: Playground;
  beforeAll(async () => {
    playground = await started({ attachmentBytes: 1000 });
  });
  afterAll(() => playground.stop());

  const place = () => ({
    guildId: playground.alpha.guild.id,
    channelId: playground.alpha.general.id,
    userId: playground.people.reader,
  });

  it('closes a tab that sends what is no request, and goes on serving the others', async () => {
    const other = await RawTab.open(playground.url);
    for (const nonsense of ['', '{', '{"seq":1}', '{"seq":1,"do":"say"}', '[]', 'null', Buffer.from([0, 255, 3])]) {
      const tab = await RawTab.open(playground.url);
      tab.send(nonsense);
      await tab.closed();
    }
    expect((await other.ask({ do: 'watch', place: place() })).ok).toBe(true);
    other.close();
  });

  it('takes binary text and half characters as they come', async () => {
    const tab = await RawTab.open(playground.url);
    const content = `\u0000\u0001\ud800 \u202e\u200b ${'𝕏'.repeat(200)}`;
    expect((await tab.ask({ do: 'say', place: place(), content })).ok).toBe(true);
    expect((await tab.ask({ do: 'say', place: place(), content: '   ' })).ok).toBe(false);
    const long = await tab.ask({ do: 'say', place: place(), content: 'x'.repeat(2001) });
    expect(long.ok ? '' : long.problem.message).toContain('2000 or fewer');
    tab.close();
  });

  it('refuses a place that is not there with a sentence', async () => {
    const tab = await RawTab.open(playground.url);
    for (const wrong of [
      { guildId: '1' },
      { channelId: '1' },
      { userId: '1' },
      { channelId: playground.beta.general.id },
    ]) {
      expect((await tab.ask({ do: 'watch', place: { ...place(), ...wrong } })).ok).toBe(false);
    }
    tab.close();
  });

  it('pages through ten thousand messages and loses none', async () => {
    const channel = playground.discord.createChannel(playground.beta.guild.id, { name: 'long' });
    const reader = playground.discord.as(playground.beta.guild.id, playground.people.reader, channel.id);
    for (let index = 0; index < 10_000; index += 1) reader.say(`Message ${index}`);
    const tab = await RawTab.open(playground.url);
    const there = { guildId: playground.beta.guild.id, channelId: channel.id, userId: playground.people.reader };
    const seen: string[] = [];
    let before: string | undefined;
    const began = performance.now();
    for (;;) {
      const answer = await tab.ask({
        do: 'history',
        place: there,
        limit: 100,
        ...(before === undefined ? {} : { before }),
      });
      if (!answer.ok) throw new Error(answer.problem.message);
      const page = answer.value as { messages: { id: string; content: string }[]; hasOlder: boolean };
      seen.unshift(...page.messages.map((message) => message.content));
      before = page.messages[0]?.id;
      if (!page.hasOlder) break;
    }
    expect(seen).toEqual(Array.from({ length: 10_000 }, (_, index) => `Message ${index}`));
    expect((performance.now() - began) / 100).toBeLessThan(100);
    tab.close();
  });

  it('opens a form only in the tab that asked for it, and outlives a tab that goes away in the middle', async () => {
    const bot = await startSmallBot(playground);
    await bot.client.application.commands.set([{ name: 'form', description: 'A form' }]);
    bot.answer = async (interaction) => {
      if (interaction.isModalSubmit()) await interaction.reply('Filled in');
      if (!interaction.isChatInputCommand()) return;
      const input = { type: 4, custom_id: 'a', label: 'A', style: 1 } as const;
      await interaction.showModal({ custom_id: 'f', title: 'F', components: [{ type: 1, components: [input] }] });
    };
    const [first, second, gone] = await Promise.all([1, 2, 3].map(() => RawTab.open(playground.url)));
    if (first === undefined || second === undefined || gone === undefined) throw new Error('no tabs');
    for (const tab of [first, second, gone]) await tab.ask({ do: 'watch', place: place() });
    const command = { do: 'command', place: place(), command: '/form', options: {} };
    void gone.ask(command);
    gone.close();
    await first.ask(command);
    await expect.poll(() => first.of('modal')).toMatchObject([{ title: 'F' }]);
    expect(second.of('modal')).toEqual([]);
    const [opened] = first.of('modal');
    const submit = { do: 'submit', place: place(), interactionId: opened?.id, values: { a: 'x' } };
    expect((await first.ask(submit)).ok).toBe(true);
    expect(bot.errors).toEqual([]);
    for (const tab of [first, second]) tab.close();
    await bot.stop();
  });

  it('sets the clock forward only between answers', async () => {
    await expect.poll(() => playground.clock.aheadMs).toBe(0);
    const bot = await startSmallBot(playground);
    await bot.client.application.commands.set([{ name: 'slow', description: 'Takes a while' }]);
    bot.answer = async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await wait(60);
      await interaction.deferReply();
      await wait(60);
      await interaction.editReply('Done');
    };
    const tab = await RawTab.open(playground.url);
    await tab.ask({ do: 'watch', place: place() });
    const began = playground.clock.aheadMs;
    void tab.ask({ do: 'command', place: place(), command: '/slow', options: {} });
    expect((await tab.ask({ do: 'advance', ms: 86_400_000 })).ok).toBe(true);
    expect(playground.clock.aheadMs - began).toBe(86_400_000);
    expect(playground.discord.messages(place().channelId, place().userId).at(-1)?.content).toBe('Done');
    expect(bot.errors).toEqual([]);
    tab.close();
    await bot.stop();
  });
});
