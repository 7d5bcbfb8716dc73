import { existsSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
const PICTURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const WIKI = wikiExportXml([{ title: 'Orla Kestrel', text: 'Orla sails the wide sea and comes home.' }]);
const file = (filename: string, bytes: string | Uint8Array) => ({ filename, bytes });

function counts() {
  const opened = bot.shelf.open(bot.alpha.guild.id);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.read.counts();
}

/** Files of this size that are kept between a preview and its button; other tests keep theirs beside them. */
function kept(bytes: number): number {
  const folder = join(tmpdir(), `concordance-uploads-${process.getuid?.() ?? 'own'}`);
  if (!existsSync(folder)) return 0;
  return readdirSync(folder).filter((name) => {
    return statSync(join(folder, name, '0'), { throwIfNoEntry: false })?.size === bytes;
  }).length;
}

/** A size that no other test's file has. */
const ODD_SIZE = 90_000 + (process.pid % 9_000);

describe('what /lorebook import refuses', () => {
  it.each([
    ['an empty file', { file: file('lore.csv', '') }, 'lore.csv is empty'],
    ['a picture renamed', { file: file('wiki.xml', PICTURE) }, 'wiki.xml holds no lore: it is a picture'],
    [
      'several files of which one is bad',
      { file: file('wiki.xml', WIKI), file2: file('map.xml', PICTURE), file3: file('more.xml', WIKI) },
      'map.xml holds no lore: it is a picture',
    ],
    [
      'several files of which one is damaged',
      { file: file('wiki.xml', WIKI), file2: file('half.xml', WIKI.slice(0, WIKI.length / 2)) },
      'half.xml is cut off',
    ],
    ['an encoding that is none', { file: file('wiki.xml', WIKI), encoding: 'runes' }, '“runes” is no encoding'],
  ])(
    '%s, by its name, in one sentence',
    async (_what, typed, sentence) => {
      const before = counts();
      const reply = await bot.alpha.as('admin').type('/lorebook import', typed).finalReply(PATIENCE);
      expect(textOf(reply)).toContain(sentence);
      expect(textOf(reply)).not.toContain(tmpdir());
      expect(buttonsOf(reply)).not.toContain('Import it');
      expect(reply.viewerId).toBe(bot.alpha.members.admin.user.id);
      expect(counts()).toEqual(before);
      expect(bot.discord.refusals()).toEqual([]);
    },
    120_000,
  );

  it.each(['reader', 'scribe', 'keeper'] as const)('a %s, before a file is read', async (person) => {
    const typed = { file: file('wiki.xml', WIKI.padEnd(ODD_SIZE)) };
    const reply = await bot.alpha
      .as(person)
      .type('/lorebook import', typed, { evenIfHidden: true })
      .finalReply(PATIENCE);
    expect(textOf(reply)).toMatch(/Manage Server/);
    expect(reply.viewerId).toBe(bot.alpha.members[person].user.id);
    expect(kept(ODD_SIZE)).toBe(0);
  });

  it('keeps nothing of a file that it refused', async () => {
    const picture = new Uint8Array(ODD_SIZE);
    picture.set(PICTURE);
    const typed = { file: file('wiki.xml', picture) };
    await bot.alpha.as('admin').type('/lorebook import', typed).finalReply(PATIENCE);
    expect(kept(ODD_SIZE)).toBe(0);
  }, 60_000);
});

describe('what /lorebook export refuses', () => {
  it.each(['reader', 'scribe', 'keeper'] as const)('a %s', async (person) => {
    const reply = await bot.alpha.as(person).type('/lorebook export', {}, { evenIfHidden: true }).finalReply(PATIENCE);
    expect(textOf(reply)).toMatch(/Manage Server/);
    expect(reply.attachments).toEqual([]);
  });
});
