import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { undo } from '../../../src/edit/undo.ts';
import type { Standing } from '../../../src/lore/permission.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

/** Another thread has to start, on a machine that others use as well. */
const PATIENCE = { withinMs: 60_000 };
const ADMIN: Standing = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false };
const HEADER = 'subject,predicate,value,statement';
const GOOD = 'Worf,status,well,"Worf, it is said, is well."';
const file = (bytes: string | Uint8Array, filename = 'facts.bin') => ({ filename, bytes });

function lorebook(): Lorebook {
  return bot.lorebook(bot.alpha.guild.id);
}

const count = (): number => lorebook().read.counts().claims;

async function preview(bytes: string | Uint8Array) {
  const given = { file: file(bytes), account: 'The letters' };
  return bot.alpha.as('scribe').type('/fact import', given).finalReply(PATIENCE);
}

describe('/fact import', () => {
  it('shows first what a file would bring and which conflicts it opens, and adds it as one entry that is undone whole', async () => {
    const before = count();
    const rows = [HEADER, GOOD, 'Worf,died,2340,', 'Worf,died,2360,'].join('\n');
    const card = await preview(rows);
    expect(textOf(card)).toMatch(/All 3 rows can be taken/);
    expect(textOf(card)).toMatch(/would open [1-9]\d* conflicts?/);
    expect(textOf(card)).toContain('new account The letters');
    expect(buttonsOf(card)).toEqual(['Add all', 'Cancel']);
    expect(count()).toBe(before);
    const done = await bot.alpha.as('scribe').click(card, 'Add all').finalReply(PATIENCE);
    expect(textOf(done)).toMatch(/All 3 rows went in[\s\S]*\/fact undo/);
    expect(count()).toBe(before + 3);
    const again = await bot.alpha.as('scribe').click(card, 'Add all').finalReply(PATIENCE);
    expect(textOf(again)).toMatch(/already/);
    expect(count()).toBe(before + 3);
    const [edit] = lorebook().log.edits({ limit: 1 });
    const undone = undo({ ...lorebook(), by: ADMIN, at: 1 }, edit?.id ?? 0, false);
    expect(undone.ok).toBe(true);
    expect(count()).toBe(before);
    expect(lorebook().references.account('The letters')).toBeUndefined();
  });

  it('says why rows cannot be taken, on the card and in a file, and adds the good ones on a word', async () => {
    const before = count();
    const bad = ['Nobody,status,well,', 'Worf,stattus,well,', 'Worf,status', 'Worf,died,=cmd|1,'];
    const card = await preview([HEADER, GOOD, ...bad].join('\r\n'));
    const text = textOf(card);
    expect(text).toContain('2 of 5 rows can be taken');
    expect(text).toContain('Line 3: nothing here is called “Nobody”');
    expect(buttonsOf(card)).toEqual(['Add the good ones', 'Create the names that are missing', 'Cancel']);
    const [attached] = card.attachments;
    expect(attached?.filename).toBe('rows-not-taken.csv');
    const done = await bot.alpha.as('scribe').click(card, 'Add the good ones').finalReply(PATIENCE);
    expect(textOf(done)).toMatch(/2 of 5 rows went in, 3 did not/);
    expect(count()).toBe(before + 2);
  });

  it('creates missing names on a word', async () => {
    const card = await preview([HEADER, 'Nobody in particular,status,well,'].join('\n'));
    const again = await bot.alpha.as('scribe').click(card, 'Create the names that are missing').finalReply(PATIENCE);
    expect(textOf(again)).toContain('The one row can be taken');
    expect(lorebook().references.entities('Nobody in particular')).toEqual([]);
    await bot.alpha.as('scribe').click(again, 'Add all').finalReply(PATIENCE);
    expect(lorebook().references.entities('Nobody in particular')).toHaveLength(1);
  });

  it('is for scribes, and for whoever was shown the preview', async () => {
    const refused = await bot.alpha
      .as('reader')
      .type('/fact import', { file: file(HEADER) })
      .finalReply(PATIENCE);
    expect(textOf(refused)).toMatch(/Only a scribe/);
    const card = await preview([HEADER, GOOD].join('\n'));
    const before = count();
    bot.discord.setMemberRoles(bot.alpha.guild.id, bot.alpha.members.scribe.user.id, []);
    const late = await bot.alpha.as('scribe').click(card, 'Add all').finalReply(PATIENCE);
    expect(textOf(late)).toMatch(/Only a scribe/);
    expect(count()).toBe(before);
    bot.discord.setMemberRoles(bot.alpha.guild.id, bot.alpha.members.scribe.user.id, [bot.alpha.roles.scribe.id]);
  });

  it('deletes the file on Cancel and adds nothing', async () => {
    const card = await preview([HEADER, GOOD].join('\n'));
    const before = count();
    expect(textOf(await bot.alpha.as('scribe').click(card, 'Cancel').finalReply(PATIENCE))).toMatch(
      /Nothing was added/,
    );
    expect(textOf(await bot.alpha.as('scribe').click(card, 'Add all').finalReply(PATIENCE))).toMatch(/preview is over/);
    expect(count()).toBe(before);
  });
});
