import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { thingsToTry } from '../../src/documents/tries.ts';
import { start } from '../../src/messages/en/start.ts';
import { textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot(null);
});
afterAll(() => bot.stop());

function read() {
  const opened = bot.shelf.open(bot.alpha.guild.id);
  if (!opened.ok) throw new Error(opened.problem.kind);
  return opened.value.read;
}

describe('an empty lorebook', () => {
  it.each<[string, Record<string, string>]>([
    ['/lore ask', { question: 'who is Ardo' }],
    ['/lore entry', { name: 'Ardo' }],
    ['/lore regents', {}],
    ['/lore conflicts', {}],
    ['/lore sources', {}],
    ['/lore random', {}],
    ['/lore onthisday', {}],
    ['/lore search', { text: 'Ardo' }],
  ])('answers %s with what one does first, and never with the name of its timeline', async (command, options) => {
    const text = textOf(await bot.alpha.as('reader').type(command, options).reply());
    expect(text).toContain('/fact add');
    expect(text).toContain('/lorebook import');
    expect(text).not.toContain('main timeline');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('offers first steps to whoever starts the playground, and says that it is empty', () => {
    expect(thingsToTry(read())).toEqual(['/fact add', '/lorebook import', '/lorebook setup']);
    expect(start.playground('http://127.0.0.1:1', null, thingsToTry(read()))).toContain('an empty lorebook');
  });

  it('suggests what it knows once something is told', async () => {
    const admin = bot.alpha.as('admin');
    const fact = { subject: 'Ardo', predicate: 'killed_by', value: 'Bela' };
    const unknown = await admin.type('/fact add', fact).reply();
    expect(textOf(unknown)).toContain('Create it or change what you typed.');
    const half = await admin.click(unknown, 'Create “Ardo”').reply();
    const preview = await admin.click(half, 'Create “Bela”').reply();
    await admin.click(preview, 'Save').reply();
    expect(thingsToTry(read())).toContain('/lore entry name:Ardo');
    // What happened comes before the names that had to be made for it, and settings are told in words.
    const history = textOf(await admin.type('/fact history').reply());
    expect(history).toContain('-# Fact: Ardo was killed by Bela.');
    expect(history).toContain('Scribes and keepers: 1 role for scribes, 1 role for keepers');
    expect(history).not.toContain('{"');
  });
});

describe('what was typed and is not known', () => {
  it('is answered with what can be done about it, and nothing else', async () => {
    const admin = bot.alpha.as('admin');
    const text = textOf(await admin.type('/fact add', { subject: 'Ardo', predicate: 'zzzzz', value: 'x' }).reply());
    expect(text).toContain('“zzzzz” is not a predicate of this lorebook: /fact add lists them as you type.');
    expect(text).not.toContain('hoose one');
    const asked = textOf(await admin.type('/lore ask', { question: 'hello' }).reply());
    expect(asked.match(/was not understood/g)).toHaveLength(1);
  });
});
