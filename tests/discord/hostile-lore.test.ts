import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/discord/limits.ts';
import { componentsOf } from '../../src/playground/loopback/person/find-component.ts';
import { buttonsOf, textOf } from '../../src/playground/loopback/person/message-text.ts';
import type { Message } from '../../src/playground/loopback/world/model.ts';
import { startTestBot, type TestBot } from '../support/bot.ts';
import { kindsOf, parseMarkdown } from '../support/markdown.ts';
import { aHead, type PackFiles, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const MARKS = '**@everyone** <@123456789012345678> [a](https://evil.example) `x` ||y|| # z\n> q \u202Ertl\u2066 ';
const long = (start: string): string => `${start} ${MARKS.repeat(10)}`.slice(0, 200).trim();
const STARRY = `Hub ${'*'.repeat(196)}`;
const PEOPLE = Array.from({ length: 16 }, (_, n) => long(`Person ${n}`));

/** A world in which every text is as long as it may be and full of marks. */
const HOSTILE: PackFiles = {
  head: aHead({
    title: long('World'),
    chief_office: 'office',
    accounts: Array.from({ length: 5 }, (_, n) => ({
      slug: `account-${n}`,
      title: long(`Account ${n}`),
      voice: long('Voice'),
    })),
    continuities: [
      { slug: 'main', name: long('Main') },
      { slug: 'side', name: long('Side'), parent: 'main' },
    ],
  }),
  entities: [
    {
      name: STARRY,
      kind: 'polity',
      slug: 'hub',
      aliases: PEOPLE.map((_, n) => long(`Alias ${n}`)),
      about: MARKS.repeat(5),
    },
    { name: long('Office'), kind: 'office', slug: 'office' },
    { name: long('Twin'), kind: 'person', slug: 'twin-a', continuity: 'main', about: MARKS.repeat(6).slice(0, 480) },
    { name: long('Twin'), kind: 'person', slug: 'twin-b', continuity: 'side', counterpart: 'twin-a' },
    ...PEOPLE.map((name, n) => ({
      name,
      kind: 'person',
      slug: `person-${n}`,
      continuity: n % 2 === 0 ? 'main' : 'side',
    })),
    ...Array.from({ length: 20 }, (_, n) => ({ name: long(`Work ${n}`), kind: 'work', slug: `work-${n}` })),
    ...PEOPLE.map((_, n) => ({ name: long(`Battle ${n}`), kind: 'battle', slug: `battle-${n}` })),
  ],
  works: Array.from({ length: 20 }, (_, n) => ({
    title: long(`Work ${n}`),
    kind: 'x'.repeat(100),
    series: '*'.repeat(200),
  })),
  claims: Object.fromEntries(
    Array.from({ length: 5 }, (_, account) => [
      `account-${account}`,
      [
        ...PEOPLE.map((_, n) => ({
          subject: `person-${n}`,
          predicate: 'member_of',
          value: 'hub',
          date: String(2300 + n + account),
          statement: '*'.repeat(2000),
          work: Array.from({ length: 20 }, (_, w) => `work-${w}`).join('|'),
        })),
        ...PEOPLE.map((_, n) => ({
          subject: `person-${n}`,
          predicate: 'holds_position',
          value: 'office',
          date: String(2300 + n),
          end: String(2301 + n),
        })),
        ...PEOPLE.map((_, n) => ({
          subject: `battle-${n}`,
          predicate: 'participant',
          value: 'hub',
          statement: MARKS.repeat(20).slice(0, 1900),
        })),
        ...PEOPLE.map((_, n) => ({ subject: `battle-${n}`, predicate: 'date', value: String(2300 + n) })),
        {
          subject: 'hub',
          predicate: 'described_as',
          value: MARKS.repeat(20).slice(0, 1900),
          statement: `line one\nline two\r\n# ${MARKS}`,
        },
        { subject: 'hub', predicate: 'fate', value: `ended ${account}`, statement: 'w'.repeat(2000) },
      ],
    ]),
  ),
};

let bot: TestBot;
beforeAll(async () => {
  bot = await startTestBot(writePack(temp(), HOSTILE));
}, 60_000);
afterAll(() => bot.stop());

/** What cards are made of; anything else in one would be the lore's own formatting. */
const OURS = new Set(['heading', 'paragraph', 'small', 'gap', 'break', 'text', 'strong', 'em']);

/** What Discord would refuse; and what no card may hold: a working mention, link or format of the lore's own. */
function check(message: Message): void {
  const components = componentsOf(message);
  expect(components.length).toBeLessThanOrEqual(LIMITS.components);
  const texts = components.flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
  expect(texts.join('').length).toBeLessThanOrEqual(LIMITS.textTotal);
  for (const text of texts) {
    const kinds = [...kindsOf(parseMarkdown(text))].filter((kind) => !OURS.has(kind));
    expect(kinds).toEqual([]);
    expect(text).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  }
  for (const { label, custom_id: id } of components) {
    if (typeof label === 'string') expect(label.length).toBeLessThanOrEqual(LIMITS.buttonLabel);
    if (typeof id === 'string') expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
  }
}

const ASKED: readonly (readonly [string, Record<string, string>])[] = [
  ['/lore entry', { name: 'hub' }],
  ['/lore entry', { name: STARRY }],
  ['/lore entry', { name: 'Hubb' }],
  ['/lore entry', { name: long('Twin') }],
  ['/lore entry', { name: 'Twin' }],
  ['/lore entry', { name: MARKS.repeat(10).slice(0, 200) }],
  ['/lore members', { of: 'hub' }],
  ['/lore members', { of: `${'*'.repeat(190)} hubb` }],
  ['/lore members', { of: 'hub', year: '2310' }],
  ['/lore regents', {}],
  ['/lore regents', { office: 'office', year: '2200' }],
  ['/lore battles', {}],
  ['/lore battles', { of: 'hub', from: '2300', to: '2320' }],
  ['/lore sources', {}],
  ['/lore sources', { name: long('Work 3') }],
  ['/lore sources', { name: 'account-1' }],
  ['/lore search', { text: 'everyone' }],
  ['/lore search', { text: '*'.repeat(70) }],
  ['/lore random', {}],
];

describe('lore full of marks, at every length', () => {
  it.each(ASKED)('%s %o stays within Discord’s limits on every page', async (command, options) => {
    const reader = bot.alpha.as('reader');
    const reply = await reader.type(command, options).reply();
    check(reply);
    for (
      let turned = 0;
      turned < 12 && buttonsOf(bot.discord.message(reply.id) ?? reply).includes('▶ Next page');
      turned += 1
    ) {
      await reader.click(reply, '▶ Next page').ack();
      check(bot.discord.message(reply.id) ?? reply);
    }
    expect(bot.discord.refusals()).toEqual([]);
  });

  it.each([
    ['/lore entry', 'name', 'per'],
    ['/lore entry', 'name', ''],
    ['/lore entry', 'name', '*'.repeat(150)],
    ['/lore members', 'of', 'hub'],
    ['/lore regents', 'office', ''],
    ['/lore sources', 'name', ''],
    ['/lore sources', 'name', 'acc'],
    ['/lore battles', 'of', 'battle'],
  ])('suggests at most 25 choices of at most 100 characters: %s %s:%s', async (command, option, typed) => {
    const choices = await bot.alpha.as('reader').autocomplete(command, { [option]: typed }, option);
    expect(choices.length).toBeLessThanOrEqual(LIMITS.choices);
    for (const { name, value } of choices) {
      expect(name.length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(LIMITS.choiceName);
      expect(String(value).length).toBeLessThanOrEqual(LIMITS.choiceValue);
    }
    expect(bot.discord.refusals()).toEqual([]);
  });

  it('takes every choice it suggested', async () => {
    const reader = bot.alpha.as('reader');
    const choices = await reader.autocomplete('/lore entry', { name: 'twin' }, 'name');
    expect(choices.length).toBeGreaterThan(1);
    for (const { value } of choices) {
      expect(textOf(await reader.type('/lore entry', { name: String(value) }).reply())).not.toContain('Not recorded');
    }
  });

  it('mentions nobody in any answer', () => {
    const sent = bot.discord.requests().filter(({ path }) => path.endsWith('/callback'));
    expect(sent.length).toBeGreaterThan(20);
    for (const { body } of sent) {
      const { type, data } = body as { type: number; data: { allowed_mentions?: { parse: unknown } } };
      if (type !== 8) expect(data.allowed_mentions?.parse).toEqual([]);
    }
  });
});
