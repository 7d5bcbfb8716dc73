import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { buttonsOf, textOf } from '../../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../../support/bot.ts';
import type { Person, TestServer } from '../../support/discord.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const lorebookOf = ({ guild }: TestServer): Lorebook => {
  return bot.lorebook(guild.id);
};
const refOf = (server: TestServer, person: Person): string => `discord:${server.members[person].user.id}`;

/** Adds a fact as a person does: a preview, then Save. Without an account it is their own statement. */
async function addFact(server: TestServer, person: Person, subject: string): Promise<void> {
  const somebody = server.as(person);
  const options = { subject, predicate: 'title', value: 'Captain' };
  let preview = await somebody.type('/fact add', options).finalReply();
  const create = buttonsOf(preview).find((label) => /create/i.test(label));
  if (create !== undefined) preview = await somebody.click(preview, create).finalReply();
  await somebody.click(preview, 'Save').finalReply();
}

async function fileOf(card: Message, server: TestServer, person: Person): Promise<string> {
  const reply = await server.as(person).click(card, 'Get it as a file').finalReply({ withinMs: 15_000 });
  const [file] = reply.attachments;
  if (file === undefined) throw new Error('no file came');
  return new TextDecoder().decode(file.bytes);
}

/** Everything that is in a server's files, as text: what was deleted could still lie in a free page. */
function bytesOf(server: TestServer): string {
  bot.shelf.close();
  const files = readdirSync(bot.folder).filter((file) => file.startsWith(server.guild.id));
  return files.map((file) => readFileSync(join(bot.folder, file), 'latin1')).join('\n');
}

describe('/lore privacy', () => {
  it('says that nothing is kept of somebody who only looked things up', async () => {
    const reader = bot.alpha.as('reader');
    await reader.type('/lore entry', { name: 'Worf' }).reply();
    await reader.type('/lore ask', { question: 'who was regent in 2340' }).reply();
    const card = await reader.type('/lore privacy').reply();
    expect(textOf(card)).toContain('you have changed and proposed nothing');
    expect(card.viewerId).toBe(bot.alpha.members.reader.user.id);
    expect(buttonsOf(card)).toEqual([]);
    const { database } = lorebookOf(bot.alpha);
    expect(database.all('SELECT * FROM actor WHERE ref = ?', refOf(bot.alpha, 'reader'))).toEqual([]);
  });

  it('counts what is kept, and hands it out as a file, of the asker and this server alone', async () => {
    await addFact(bot.alpha, 'scribe', 'Ensign Own');
    await addFact(bot.alpha, 'keeper', 'Ensign Other');
    await addFact(bot.beta, 'scribe', 'Ensign Elsewhere');
    const card = await bot.alpha.as('scribe').type('/lore privacy').reply();
    expect(textOf(card)).toContain('1 edit · 0 suggestions · 1 statement of your own');
    const text = await fileOf(card, bot.alpha, 'scribe');
    const file = JSON.parse(text) as Record<string, readonly Record<string, unknown>[]>;
    expect(file).toMatchObject({ member: { key: refOf(bot.alpha, 'scribe'), name: 'scribe' } });
    expect(file.edits).toHaveLength(1);
    expect(file.edits?.[0]).toMatchObject({ op: 'add-claim' });
    expect(file.own_statements?.[0]).toMatchObject({ subject: 'Ensign Own', predicate: 'title', is_retracted: false });
    expect(text).not.toContain('Ensign Other');
    expect(text).not.toContain('Ensign Elsewhere');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('replaces the asker by a pseudonym everywhere on this server, and the log stays whole', async () => {
    const before = lorebookOf(bot.alpha).log.edits({ limit: 1_000 });
    const ref = refOf(bot.alpha, 'scribe');
    const scribe = bot.alpha.as('scribe');
    const card = await scribe.type('/lore privacy').reply();
    await scribe.click(card, 'Replace me by a pseudonym …').ack();
    const sure = bot.discord.message(card.id) ?? card;
    expect(textOf(sure)).toContain('cannot be undone');
    await scribe.click(sure, 'Replace me').ack();
    const { database, log, read } = lorebookOf(bot.alpha);
    expect(log.brokenLink()).toBeNull();
    expect(log.edits({ limit: 1_000, by: ref })).toEqual([]);
    expect(log.edits({ limit: 1_000 })).toHaveLength(before.length + 1);
    expect(log.edits({ limit: 1 })[0]).toMatchObject({
      op: 'forget-member',
      by: { name: expect.stringContaining('Former member') },
    });
    expect(read.accounts.map(({ title }) => title)).not.toContain('scribe (own statement)');
    expect(read.find('Ensign Own', { purpose: 'resolve', limit: 1 }).hits).toHaveLength(1);
    for (const table of ['actor', 'edit', 'account', 'suggestion', 'draft', 'change', 'setting', 'ruling']) {
      const rows = JSON.stringify(database.all(`SELECT * FROM ${table}`));
      expect(rows).not.toContain(ref);
      expect(rows).not.toContain('scribe (own statement)');
    }
    for (const gone of [ref, 'scribe (own statement)']) expect(bytesOf(bot.alpha)).not.toContain(gone);
    expect(textOf(await scribe.type('/lore privacy').reply())).toContain('you have changed and proposed nothing');
    // The same person stays who they are elsewhere, and is known again once they do something here.
    expect(lorebookOf(bot.beta).log.edits({ limit: 10, by: ref })).toHaveLength(1);
    await addFact(bot.alpha, 'scribe', 'Ensign Again');
    expect(lorebookOf(bot.alpha).log.edits({ limit: 10, by: ref })).toHaveLength(1);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('cannot be pressed twice, nor be taken back', async () => {
    const keeper = bot.alpha.as('keeper');
    const card = await keeper.type('/lore privacy').reply();
    await keeper.click(card, 'Replace me by a pseudonym …').ack();
    const sure = bot.discord.message(card.id) ?? card;
    const [first, second] = [keeper.click(sure, 'Replace me'), keeper.click(sure, 'Replace me')];
    await first.ack();
    expect(textOf(await second.reply())).toContain('nothing to replace');
    const { log } = lorebookOf(bot.alpha);
    expect(log.edits({ limit: 1_000 }).filter(({ op }) => op === 'forget-member')).toHaveLength(2);
    expect(log.brokenLink()).toBeNull();
  });

  it('empties what a suggester wrote to reviewers, and nobody is told any more', async () => {
    const by = { ref: refOf(bot.beta, 'reader'), name: 'reader' };
    const { write, suggestions, person } = lorebookOf(bot.beta);
    const cells = { subject: 'Worf', predicate: 'title', value: 'General' };
    const id = write.transaction((session) =>
      session.addSuggestion({
        at: 0,
        actor: by,
        account: null,
        cells,
        note: 'I am Rae, ask me',
        words: '',
        place: '',
        tell: 'message',
      }),
    );
    expect(person(by.ref)).toMatchObject({ suggestions: 1 });
    const reader = bot.beta.as('reader');
    const card = await reader.type('/lore privacy').reply();
    expect(JSON.parse(await fileOf(card, bot.beta, 'reader'))).toMatchObject({
      suggestions: [{ note: 'I am Rae, ask me' }],
    });
    await reader.click(card, 'Replace me by a pseudonym …').ack();
    await reader.click(bot.discord.message(card.id) ?? card, 'Replace me').ack();
    expect(suggestions.get(id)).toMatchObject({ note: '', cells, status: 'waiting', tell: 'next' });
    expect(suggestions.get(id)?.by.name).toContain('Former member');
    const bytes = bytesOf(bot.beta);
    expect(bytes).toContain('Former member');
    expect(bytes).not.toContain('I am Rae, ask me');
    expect(bytes).not.toContain(by.ref);
  });
});
