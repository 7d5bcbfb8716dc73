import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addClaims } from '../../../src/edit/bulk/add-claims.ts';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { openShelf } from '../../../src/lorebook/shelf.ts';
import { textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import type { TestServer } from '../../support/discord.ts';
import { openAt } from '../../support/lorebook.ts';
import { tempFolders } from '../../support/temp.ts';

const temp = tempFolders();
let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const lorebookOf = ({ guild }: TestServer): Lorebook => {
  return bot.lorebook(guild.id);
};
/** Somebody's work, so that the lorebook is not what it began as. */
const work = (server: TestServer, name: string): void => {
  const by = { actor: { ref: 'discord:1', name: 'Somebody' }, level: 'admin', isOwnOnly: false } as const;
  const row = { line: 2, cells: { subject: name, predicate: 'title', value: 'Captain' } };
  const target = { ...lorebookOf(server), by, at: Date.now() };
  const added = addClaims(target, 'Notes', [row], { canCreate: true, isPartial: false, isDryRun: false });
  if (!added.ok || !added.value.isWritten) throw new Error(JSON.stringify(added));
};
const knows = (server: TestServer, name: string): boolean =>
  lorebookOf(server)
    .read.find(name, { purpose: 'resolve', limit: 1 })
    .hits.some(({ entity }) => entity.name === name);
/** What a message brought along, opened as a lorebook. */
const copyIn = (message: Message, name = 'copy.db'): Lorebook => {
  const [attached] = message.attachments;
  if (attached === undefined) throw new Error('no file came with it');
  const path = join(temp(), name);
  const bytes = attached.filename.endsWith('.gz') ? gunzipSync(attached.bytes) : attached.bytes;
  writeFileSync(path, bytes);
  return openAt(path);
};

describe('/lorebook status', () => {
  it('counts, measures and checks, for admins alone', async () => {
    const admin = bot.alpha.as('admin');
    await admin.type('/lore entry', { name: 'Worf' }).reply();
    await admin.autocomplete('/lore entry', { name: 'kir' }, 'name');
    await admin.type('/lore random').reply();
    const said = textOf(await admin.type('/lorebook status').finalReply({ withinMs: 15_000 }));
    for (const part of [
      '327 claims',
      'open',
      'suggestions',
      'On disk',
      'half within',
      'since the start',
      'never from here',
    ]) {
      expect(said.toLowerCase()).toContain(part.toLowerCase());
    }
    expect(said).toContain('The database is sound, the log of edits is whole');
    for (const person of ['reader', 'scribe', 'keeper'] as const) {
      const refused = await bot.alpha.as(person).type('/lorebook status', {}, { evenIfHidden: true }).finalReply();
      expect(textOf(refused)).toContain('Only an admin');
    }
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('says which edit is not as it was written', async () => {
    const { database } = lorebookOf(bot.beta);
    database.run('DROP TRIGGER edit_is_never_changed');
    const reason = (text: string): void => void database.run('UPDATE edit SET reason = ? WHERE id = 1', text);
    reason('changed by hand');
    const said = textOf(await bot.beta.as('owner').type('/lorebook status').finalReply({ withinMs: 15_000 }));
    expect(said).toContain('edit 1 is not as it was written');
    reason('');
    const well = textOf(await bot.beta.as('owner').type('/lorebook status').finalReply({ withinMs: 15_000 }));
    expect(well).toContain('the log of edits is whole');
  });
});

describe('/lorebook backup', () => {
  it('hands out a checked copy that opens as a lorebook, and notes it', async () => {
    work(bot.alpha, 'Ensign Copied');
    const reply = await bot.alpha.as('admin').type('/lorebook backup').finalReply({ withinMs: 15_000 });
    expect(textOf(reply)).toContain('the database is sound');
    const copy = copyIn(reply);
    expect(copy.read.find('Ensign Copied', { purpose: 'resolve', limit: 1 }).hits).toHaveLength(1);
    expect(copy.log.brokenLink()).toBeNull();
    copy.close();
    expect(lorebookOf(bot.alpha).log.edits({ limit: 1 })[0]).toMatchObject({ op: 'backup', by: { name: 'admin' } });
    expect(readdirSync(join(bot.folder, 'backups'))).toEqual([]);
    const said = textOf(await bot.alpha.as('admin').type('/lorebook status').finalReply({ withinMs: 15_000 }));
    expect(said).not.toContain('Never from here');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('compresses one that is too large, and keeps with the host one that is larger still', async () => {
    const file = bot.house.file(bot.alpha.guild.id);
    const { of } = await file.copy(1, false);
    expect(readdirSync(join(bot.folder, 'backups'))).toEqual([]);
    const packed = await file.copy(of.bytes - 1, true);
    expect(packed).toMatchObject({ isPacked: true, isKept: false });
    expect(gunzipSync(packed.bytes ?? new Uint8Array()).byteLength).toBe(of.bytes);
    expect(await file.copy(1000, true)).toMatchObject({ bytes: null, isKept: true });
    const [kept = ''] = readdirSync(join(bot.folder, 'backups'));
    expect(kept).toMatch(new RegExp(`^${bot.alpha.guild.id}_.+\\.db$`));
    const copy = openAt(join(bot.folder, 'backups', kept));
    expect(copy.read.counts()).toEqual(lorebookOf(bot.alpha).read.counts());
    copy.close();
  });

  it('refuses whoever is no admin, and says nothing of another server', async () => {
    const refused = await bot.alpha.as('keeper').type('/lorebook backup', {}, { evenIfHidden: true }).finalReply();
    expect(textOf(refused)).toContain('Only an admin');
    expect(refused.attachments).toEqual([]);
    const reply = await bot.beta.as('owner').type('/lorebook backup').finalReply({ withinMs: 15_000 });
    const copy = copyIn(reply);
    expect(copy.read.find('Ensign Copied', { purpose: 'resolve', limit: 1 }).hits).toEqual([]);
    copy.close();
  });
});

describe('starting anew', () => {
  it('asks nothing where nobody has worked, and keeps roles and channels', async () => {
    const owner = bot.beta.as('owner');
    const panel = await owner.type('/lorebook setup').reply();
    const offer = await owner.click(panel, 'Start anew …').reply();
    const before = lorebookOf(bot.beta).settings();
    const isUntouched = !textOf(offer).includes('copy first');
    expect(isUntouched).toBe(true);
    await owner.click(offer, 'Empty').ack();
    expect(lorebookOf(bot.beta).read.counts().claims).toBe(0);
    expect(lorebookOf(bot.beta).settings()).toEqual(before);
    expect(lorebookOf(bot.beta).log.edits({ limit: 1 })[0]).toMatchObject({ op: 'start-anew', by: { name: 'owner' } });
    await owner.click(await owner.click(panel, 'Start anew …').reply(), 'The starter universe').ack();
    expect(lorebookOf(bot.beta).read.counts().claims).toBe(327);
    expect(lorebookOf(bot.beta).log.brokenLink()).toBeNull();
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('gives a copy of somebody’s work first, and wants the server’s name', async () => {
    work(bot.beta, 'Ensign Replaced');
    const owner = bot.beta.as('owner');
    const offer = await owner.click(await owner.type('/lorebook setup').reply(), 'Start anew …').reply();
    const held = await owner.click(offer, 'Empty').reply();
    expect(knows(bot.beta, 'Ensign Replaced')).toBe(true);
    const last = await owner.click(held, 'Get a copy and go on').finalReply({ withinMs: 15_000 });
    const form = await owner.click(last, 'Replace it …').modal();
    expect(textOf(await owner.submit(form, { name: 'Alpha Server' }).reply())).toContain('Nothing was deleted');
    expect(knows(bot.beta, 'Ensign Replaced')).toBe(true);
    const again = await owner.click(last, 'Replace it …').modal();
    expect(textOf(await owner.submit(again, { name: ' beta server ' }).reply())).toContain(
      'empty lorebook is in its place',
    );
    expect(knows(bot.beta, 'Ensign Replaced')).toBe(false);
    expect(lorebookOf(bot.beta).read.counts().claims).toBe(0);
    const copy = copyIn(last);
    expect(copy.read.find('Ensign Replaced', { purpose: 'resolve', limit: 1 }).hits).toHaveLength(1);
    copy.close();
    expect(bot.discord.refusals()).toEqual([]);
  });
});

describe('/lorebook forget', () => {
  it('is for admins alone, also on a button pressed later', async () => {
    const refused = await bot.alpha.as('keeper').type('/lorebook forget', {}, { evenIfHidden: true }).finalReply();
    expect(textOf(refused)).toContain('Only an admin');
    const { guild, members, roles } = bot.alpha;
    bot.discord.setMemberRoles(guild.id, members.keeper.user.id, [roles.admin.id]);
    const keeper = bot.alpha.as('keeper');
    const card = await keeper.type('/lorebook forget').finalReply({ withinMs: 15_000 });
    const form = await keeper.click(card, 'Delete it …').modal();
    bot.discord.setMemberRoles(guild.id, members.keeper.user.id, members.keeper.roles);
    expect(textOf(await keeper.click(card, 'Delete it …').reply())).toContain('Only an admin');
    expect(textOf(await keeper.submit(form, { name: 'Alpha Server' }).reply())).toContain('Only an admin');
    expect(knows(bot.alpha, 'Worf')).toBe(true);
  });

  it('wants a copy of today, then deletes everything, the host’s copies too, and nobody else’s', async () => {
    const admin = bot.alpha.as('admin');
    const old = await admin.type('/lorebook forget').finalReply({ withinMs: 15_000 });
    work(bot.alpha, 'Ensign Late');
    const late = await admin.submit(await admin.click(old, 'Delete it …').modal(), { name: 'Alpha Server' }).reply();
    expect(textOf(late)).toContain('was changed after that copy');
    expect(knows(bot.alpha, 'Ensign Late')).toBe(true);
    const betaBefore = lorebookOf(bot.beta).log.edits({ limit: 1 })[0]?.id;
    const card = await admin.type('/lorebook forget').finalReply({ withinMs: 15_000 });
    const done = await admin.submit(await admin.click(card, 'Delete it …').modal(), { name: 'Alpha Server' }).reply();
    expect(textOf(done)).toContain('This lorebook is deleted');
    const left = readdirSync(bot.folder, { recursive: true, encoding: 'utf8' });
    expect(left.filter((file) => file.includes(bot.alpha.guild.id))).toEqual([]);
    expect(lorebookOf(bot.beta).log.edits({ limit: 1 })[0]?.id).toBe(betaBefore);
    const copy = copyIn(card);
    expect(copy.read.find('Ensign Late', { purpose: 'resolve', limit: 1 }).hits).toHaveLength(1);
    copy.close();
    expect(textOf(await admin.type('/lore entry', { name: 'Ensign Late' }).reply())).toContain('No account names');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('is finished at the next start where the process died in it', () => {
    const folder = temp();
    for (const name of ['111.db', '111.db-wal', '111.db.removed', '111.db.forget', '222.db'])
      writeFileSync(join(folder, name), '');
    openShelf(folder, Date.now, () => undefined).close();
    expect(readdirSync(folder)).toEqual(['222.db']);
    expect(existsSync(join(folder, '111.db'))).toBe(false);
  });
});
