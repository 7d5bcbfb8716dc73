import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsOf, textOf } from '../../src/playground/loopback/person/message-text.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot();
});
afterAll(() => bot.stop());

const EVERY_LOOK_UP: readonly (readonly [string, Record<string, string>, string])[] = [
  ['/lore entry', { name: 'Worf' }, 'Worf'],
  ['/lore entry', { name: 'Kira Nerys' }, 'Two people are called Kira Nerys'],
  ['/lore members', { of: 'Klingon-Cardassian Alliance' }, 'Klingons'],
  ['/lore members', { of: 'the alliance', year: '2372' }, 'Members of'],
  ['/lore regents', {}, 'Martok'],
  ['/lore regents', { year: '2340' }, 'Not recorded'],
  ['/lore battles', { from: '2372', to: '2372' }, 'Terok Nor'],
  ['/lore sources', {}, 'Crossover'],
  ['/lore sources', { name: 'Spectre' }, 'Spectre'],
  ['/lore search', { text: 'Terok Nor' }, 'Names'],
  ['/lore random', {}, ''],
  ['/lore conflicts', {}, 'Where the accounts disagree'],
  ['/lore conflicts', { about: 'Martok' }, 'do not disagree'],
  ['/lore onthisday', { date: '1994-05-15' }, '“Crossover” (DS9 2x23) was first aired.'],
  ['/lore onthisday', { date: '29 February' }, 'No account dates anything to 29 February'],
  ['/lore onthisday', { date: 'May 1994' }, 'is not one day'],
  ['/lore timeline', { about: 'Worf' }, '2375'],
  ['/lore timeline', { from: '2371', to: '2371' }, '2371'],
  ['/lore compare', { about: 'Worf', a: 'alliance-telling', b: 'The rebel-side telling' }, 'Both say'],
];

describe('look-ups in Discord', () => {
  it.each(EVERY_LOOK_UP)('%s %o answers', async (command, options, expected) => {
    const reply = await bot.alpha.as('reader').type(command, options).reply();
    expect(textOf(reply)).toContain(expected);
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('shows a private answer to the asker alone', async () => {
    const reply = await bot.alpha.as('reader').type('/lore entry', { name: 'Worf', private: true }).reply();
    expect(
      bot.alpha
        .as('scribe')
        .messages()
        .map((message) => message.id),
    ).not.toContain(reply.id);
  });

  it('suggests names on a keystroke and takes the choice', async () => {
    const reader = bot.alpha.as('reader');
    const choices = await reader.autocomplete('/lore entry', { name: 'kira' }, 'name');
    expect(choices.map((choice) => choice.name)).toContain('Kira Nerys, prime universe');
    const prime = choices.find((choice) => choice.name.includes('prime'));
    const reply = await reader.type('/lore entry', { name: String(prime?.value) }).reply();
    expect(textOf(reply)).toContain('prime universe');
  });

  it('turns the page, and opens what a button names for the one who pressed it', async () => {
    const reader = bot.alpha.as('reader');
    const reply = await reader.type('/lore entry', { name: 'Klingon-Cardassian Alliance' }).reply();
    expect(buttonsOf(reply)).toContain('▶ Next page');
    await reader.click(reply, '▶ Next page').ack();
    expect(textOf(bot.discord.message(reply.id) ?? reply)).toContain('page 2 of');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it.each<[string, Record<string, string>]>([
    ['/lore conflicts', {}],
    ['/lore members', { of: 'Klingon-Cardassian Alliance' }],
    ['/lore sources', {}],
    ['/lore battles', {}],
  ])('has on each page of %s the buttons to what stands there', async (command, options) => {
    const reader = bot.alpha.as('reader');
    const first = await reader.type(command, options).reply();
    await reader.click(first, '▶ Next page').ack();
    const second = bot.discord.message(first.id) ?? first;
    expect(textOf(second)).toContain('page 2 of');
    const fresh = buttonsOf(second).filter((label) => !/page$/.test(label) && !buttonsOf(first).includes(label));
    const items = textOf(second).replaceAll('\\', '');
    if (command !== '/lore battles') expect(fresh).not.toEqual([]);
    for (const label of fresh) {
      expect(items).toContain(label.split(',')[0]);
      expect(textOf(await reader.click(second, label).reply()).split('\n')[0]).toContain(label.split(',')[0]);
    }
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('refuses a year that is none, in one sentence', async () => {
    const reply = await bot.alpha.as('reader').type('/lore regents', { year: 'soon' }).reply();
    expect(textOf(reply)).toContain('is not a date');
  });
});

describe('questions without an answer', () => {
  it('keeps what found none and what was marked wrong, for keepers alone', async () => {
    const reader = bot.beta.as('reader');
    const asked = await reader.type('/lore ask', { question: 'who was regent in 2340' }).reply();
    expect(textOf(asked)).toContain('Not recorded');
    const answered = await reader.type('/lore ask', { question: 'when was Worf captured' }).reply();
    const thanks = await reader.click(answered, 'Was this wrong?').reply();
    expect(textOf(thanks)).toContain('kept');
    const refused = await reader.type('/fact questions').reply();
    expect(textOf(refused)).toContain('keeper');
    const listed = await bot.beta.as('admin').type('/fact questions').reply();
    expect(textOf(listed)).toContain('who was regent in 2340');
    expect(textOf(listed)).toContain('marked wrong once');
    expect(textOf(await bot.alpha.as('admin').type('/fact questions').reply())).not.toContain('2340');
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('opens the form with what was asked for, each thing in its own field', async () => {
    const reader = bot.alpha.as('reader');
    const asked = await reader.type('/lore ask', { question: 'who was regent in 2340' }).reply();
    const form = JSON.stringify((await reader.click(asked, 'Suggest it').modal()).components);
    const filled = [...form.matchAll(/"custom_id":"(\w+)"[^}]*?"value":"([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]);
    expect(Object.fromEntries(filled)).toEqual({
      predicate: 'holds_position',
      value: 'Regent of the Klingon-Cardassian Alliance',
      date: '2340',
    });
  });

  it('opens the claims behind an answer, and how it was read for keepers alone', async () => {
    const reader = bot.alpha.as('reader');
    const reply = await reader.type('/lore ask', { question: 'who founded the alliance' }).reply();
    expect(textOf(await reader.click(reply, 'Who says so').reply())).toMatch(/#\d+/);
    const plain = await reader.type('/lore ask', { question: 'who succeeded Worf' }).reply();
    expect(textOf(await reader.click(plain, 'How it was read').reply())).toContain('keeper');
    expect(textOf(await bot.alpha.as('admin').click(plain, 'How it was read').reply())).toContain('Kind of question');
  });
});
