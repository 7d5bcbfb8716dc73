import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

import { wikiExportXml } from '../../support/wiki-export.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const PATIENCE = { withinMs: 60_000 };
const MB = 1024 * 1024;
const file = (filename: string, bytes: string) => ({ filename, bytes });

describe('/lorebook import', () => {
  it('takes an attachment of ten megabytes', async () => {
    const line = 'Nobody in the harbour had seen the ship again, and the lamps were put out one by one. ';
    const pages = Array.from({ length: 10 }, (_, at) => ({
      title: `Log ${at}`,
      text: line.repeat((MB - 1_000) / line.length),
    }));
    const bytes = wikiExportXml(pages);
    expect(bytes.length).toBeGreaterThan(9.5 * MB);
    const admin = bot.alpha.as('admin');
    const typed = { file: file('wiki.xml', bytes), account: 'The long log' };
    const told = await admin.type('/lorebook import', typed).finalReply(PATIENCE);
    // It says how far it is before it shows what it found.
    const preview = await vi.waitUntil(
      () =>
        [bot.discord.message(told.id)].find((shown) => shown !== undefined && buttonsOf(shown).includes('Import it')),
      { timeout: 120_000, interval: 100 },
    );
    expect(textOf(preview)).toContain('What The long log would bring');
    const left = await admin.click(preview, 'Leave it').finalReply(PATIENCE);
    expect(textOf(left)).toContain('Nothing was imported');
    expect(bot.discord.refusals()).toEqual([]);
  }, 180_000);
});
