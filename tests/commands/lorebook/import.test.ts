import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import { wikiExportXml } from '../../support/wiki-export.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

/** Another thread has to start, on a machine that others use as well. */
const PATIENCE = { withinMs: 60_000 };
const PAGES = [
  { title: 'Orla Kestrel', text: '{{Infobox Character|lives at=[[Port Sorrow]]|born=2210}}\nOrla sails the wide sea.' },
  { title: 'The Captain', redirect: 'Orla Kestrel' },
];
const file = (bytes: string, filename = 'dump.txt') => ({ filename, bytes });

function lorebook() {
  return bot.lorebook(bot.alpha.guild.id);
}

describe('/lorebook import', () => {
  it('shows what a file would bring, imports it on the button, once, and is one edit', async () => {
    const admin = bot.alpha.as('admin');
    const before = lorebook().read.counts();
    const preview = await admin
      .type('/lorebook import', { file: file(wikiExportXml(PAGES)), account: 'The sea wiki' })
      .finalReply(PATIENCE);
    expect(textOf(preview)).toContain('What The sea wiki would bring');
    expect(textOf(preview)).toContain('1 alias, 2 claims, 1 passage');
    expect(preview.viewerId).toBe(bot.alpha.members.admin.user.id);
    expect(lorebook().read.counts()).toEqual(before);
    const done = await admin.click(preview, 'Import it').finalReply(PATIENCE);
    expect(textOf(done)).toContain('The sea wiki was imported');
    expect(lorebook().read.counts().claims).toBe(before.claims + 2);
    expect(lorebook().log.edits({ limit: 1 })[0]).toMatchObject({ op: 'import', by: { name: 'admin' } });
    const again = await admin.click(preview, 'Import it').finalReply(PATIENCE);
    expect(textOf(again)).toContain('saved already');
    expect(bot.discord.refusals()).toEqual([]);
  }, 120_000);

  it('takes a correction of the mapping, and shows what it would be then', async () => {
    const admin = bot.alpha.as('admin');
    const preview = await admin
      .type('/lorebook import', { file: file(wikiExportXml(PAGES)), account: 'Another wiki' })
      .finalReply(PATIENCE);
    const form = await admin.click(preview, 'Correct the mapping').modal();
    const corrected = '[template Infobox Character] person\nlives at = based_at';
    const next = await admin.submit(form, { mapping: corrected }).finalReply(PATIENCE);
    expect(textOf(next)).toMatch(/lives at → based\\?_at/);
    const left = await admin.click(next, 'Leave it').finalReply(PATIENCE);
    expect(textOf(left)).toContain('Nothing was imported');
    expect(bot.discord.refusals()).toEqual([]);
  }, 120_000);

  it('refuses what it cannot read with one sentence', async () => {
    const sent = { filename: 'dump.xml', bytes: "b'<mediawiki>'" };
    const reply = await bot.alpha.as('admin').type('/lorebook import', { file: sent }).finalReply(PATIENCE);
    expect(textOf(reply)).toContain('Python bytes');
  }, 60_000);

  it('offers to take what can be read of a file that is cut off', async () => {
    const admin = bot.alpha.as('admin');
    const whole = wikiExportXml([{ title: 'Orla Two', text: 'Orla Two sails the wide sea.' }, ...PAGES]);
    const preview = await admin
      .type('/lorebook import', { file: file(whole.slice(0, whole.indexOf('The Captain'))), account: 'Cut wiki' })
      .finalReply(PATIENCE);
    expect(textOf(preview)).toContain('is cut off');
    expect(buttonsOf(preview)).toContain('Take what can be read');
    const rest = await admin.click(preview, 'Take what can be read').finalReply(PATIENCE);
    expect(buttonsOf(rest)).toContain('Import it');
  }, 120_000);

  it('is for those who look after the lorebook', async () => {
    const reply = await bot.alpha
      .as('scribe')
      .type('/lorebook import', { file: file(wikiExportXml(PAGES)) }, { evenIfHidden: true })
      .finalReply(PATIENCE);
    expect(textOf(reply)).not.toContain('would bring');
  }, 60_000);
});
