import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

describe('a handler that breaks', () => {
  it('is answered with a reference number to the asker alone, and breaks nothing else', async () => {
    const opened = bot.shelf.open(bot.beta.guild.id);
    if (!opened.ok) throw new Error(opened.problem.kind);
    opened.value.database.run('DROP TABLE qualifier');
    const reply = await bot.beta.as('reader').type('/lore entry', { name: 'Worf' }).reply();
    expect(textOf(reply)).toMatch(/reference [0-9A-F]{8}/);
    expect(
      bot.beta
        .as('scribe')
        .messages()
        .map((message) => message.id),
    ).not.toContain(reply.id);
    const elsewhere = await bot.alpha.as('reader').type('/lore entry', { name: 'Worf' }).reply();
    expect(textOf(elsewhere)).toContain('Regent');
  });
});
