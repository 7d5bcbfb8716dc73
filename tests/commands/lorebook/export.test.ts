import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const PATIENCE = { withinMs: 60_000 };
const fileOf = (message: Message) => {
  const [file] = message.attachments;
  if (file === undefined) throw new Error('no file came along');
  return { name: file.filename, bytes: file.bytes };
};

describe('/lorebook export', () => {
  it.each([
    ['', 'mirror-universe-pack.zip'],
    ['csv', 'mirror-universe-claims.csv'],
    ['vault', 'mirror-universe-vault.zip'],
    ['book', 'mirror-universe-book.json'],
    ['json', 'mirror-universe.json'],
    ['ics', 'onthisday.ics'],
  ])(
    'hands out the lorebook as a file: %s',
    async (format, name) => {
      const typed = format === '' ? {} : { format };
      const message = await bot.alpha.as('admin').type('/lorebook export', typed).finalReply(PATIENCE);
      const file = fileOf(message);
      expect([file.name, file.bytes.length > 100]).toEqual([name, true]);
      if (name.endsWith('.zip')) expect(Object.keys(unzipSync(new Uint8Array(file.bytes))).length).toBeGreaterThan(5);
      expect(message.viewerId).toBe(bot.alpha.members.admin.user.id);
      expect(bot.discord.refusals()).toEqual([]);
    },
    120_000,
  );

  it('refuses a format that is none, and who may not', async () => {
    const wrong = await bot.alpha.as('admin').type('/lorebook export', { format: 'docx' }).finalReply(PATIENCE);
    expect(textOf(wrong)).toMatch(/“docx” is no format/);
    const another = await bot.alpha.as('admin').type('/lorebook export', { format: 'member' }).finalReply(PATIENCE);
    expect(textOf(another)).toMatch(/no format/);
  }, 120_000);
});
