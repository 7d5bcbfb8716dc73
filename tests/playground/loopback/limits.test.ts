import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startBotDiscord, type TestDiscord } from '../../support/discord.ts';
import { type RawRest, rawRest } from './raw-rest.ts';

const V2 = 32_768;
const x = (length: number) => 'x'.repeat(length);
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

const button = (index = 0, more = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: `b${index}`, ...more });
const row = (...components: unknown[]) => ({ type: 1, components });
const select = (count: number, more = {}) => ({
  type: 3,
  custom_id: 's',
  options: many(count, (index) => ({ label: `l${index}`, value: `v${index}` })),
  ...more,
});
const said = (length: number) => ({ type: 10, content: x(length) });
const container = (...components: unknown[]) => ({ type: 17, components });
const section = (texts: number) => ({ type: 9, components: many(texts, () => said(1)), accessory: button(9) });
const gallery = (count: number) => ({
  type: 12,
  items: many(count, () => ({ media: { url: 'https://example.org/a.png' } })),
});
const v2 = (...components: unknown[]) => ({ flags: V2, components });
const embed = (more: object) => ({ embeds: [{ title: 't', ...more }] });
const fields = (count: number, name = 1, value = 1) => many(count, () => ({ name: x(name), value: x(value) }));

/** What is taken, and what is one too much. */
const MESSAGES: readonly [string, unknown, unknown][] = [
  ['content of 2000', { content: x(2000) }, { content: x(2001) }],
  ['content in code points', { content: '𝒳'.repeat(2000) }, { content: '𝒳'.repeat(2001) }],
  ['10 embeds', { embeds: many(10, () => ({ title: 't' })) }, { embeds: many(11, () => ({ title: 't' })) }],
  ['embed title of 256', embed({ title: x(256) }), embed({ title: x(257) })],
  ['embed description of 4096', embed({ description: x(4096) }), embed({ description: x(4097) })],
  ['25 embed fields', embed({ fields: fields(25) }), embed({ fields: fields(26) })],
  ['embed field name of 256', embed({ fields: fields(1, 256) }), embed({ fields: fields(1, 257) })],
  ['embed field value of 1024', embed({ fields: fields(1, 1, 1024) }), embed({ fields: fields(1, 1, 1025) })],
  ['an embed field with a value', embed({ fields: fields(1) }), embed({ fields: fields(1, 1, 0) })],
  ['embed footer of 2048', embed({ footer: { text: x(2048) } }), embed({ footer: { text: x(2049) } })],
  ['embed author of 256', embed({ author: { name: x(256) } }), embed({ author: { name: x(257) } })],
  ['embed colour', embed({ color: 0xffffff }), embed({ color: 0x1000000 })],
  ['embed link', embed({ url: 'https://example.org' }), embed({ url: 'ftp://example.org' })],
  [
    '6000 characters of embeds',
    { embeds: [{ description: x(4000) }, { description: x(2000) }] },
    { embeds: [{ description: x(4000) }, { description: x(2001) }] },
  ],
  ['an embed that says something', { embeds: [{ title: 't' }] }, { embeds: [{ color: 1 }] }],
  [
    '5 rows',
    { components: many(5, (index) => row(button(index))) },
    { components: many(6, (index) => row(button(index))) },
  ],
  [
    '5 buttons a row',
    { components: [row(...many(5, (index) => button(index)))] },
    { components: [row(...many(6, (index) => button(index)))] },
  ],
  [
    'button label of 80',
    { components: [row(button(0, { label: x(80) }))] },
    { components: [row(button(0, { label: x(81) }))] },
  ],
  [
    'custom id of 100',
    { components: [row(button(0, { custom_id: x(100) }))] },
    { components: [row(button(0, { custom_id: x(101) }))] },
  ],
  ['unlike custom ids', { components: [row(button(0), button(1))] }, { components: [row(button(0), button(0))] }],
  [
    'a link button with its url',
    { components: [row({ type: 2, style: 5, label: 'l', url: 'https://example.org' })] },
    { components: [row({ type: 2, style: 5, label: 'l' })] },
  ],
  [
    'a button with custom id',
    { components: [row(button())] },
    { components: [row(button(0, { custom_id: undefined }))] },
  ],
  [
    'a button with label or emoji',
    { components: [row(button(0, { label: undefined, emoji: { name: '⚠' } }))] },
    { components: [row(button(0, { label: undefined }))] },
  ],
  [
    'a known emoji',
    { components: [row(button(0, { emoji: { name: '🖖' } }))] },
    { components: [row(button(0, { emoji: { name: 'spock' } }))] },
  ],
  [
    'a known button style',
    { components: [row(button(0, { style: 4 }))] },
    { components: [row(button(0, { style: 7 }))] },
  ],
  ['25 select options', { components: [row(select(25))] }, { components: [row(select(26))] }],
  ['a select alone in its row', { components: [row(select(1))] }, { components: [row(select(1), button())] }],
  [
    'select placeholder of 150',
    { components: [row(select(1, { placeholder: x(150) }))] },
    { components: [row(select(1, { placeholder: x(151) }))] },
  ],
  [
    'max_values as many as options',
    { components: [row(select(2, { max_values: 2 }))] },
    { components: [row(select(2, { max_values: 3 }))] },
  ],
  [
    'min_values up to max_values',
    { components: [row(select(3, { min_values: 2, max_values: 2 }))] },
    { components: [row(select(3, { min_values: 3, max_values: 2 }))] },
  ],
  [
    'unlike option values',
    { components: [row(select(2))] },
    { components: [row(select(0, { options: many(2, () => ({ label: 'l', value: 'v' })) }))] },
  ],
  [
    'option label of 100',
    { components: [row(select(0, { options: [{ label: x(100), value: 'v' }] }))] },
    { components: [row(select(0, { options: [{ label: x(101), value: 'v' }] }))] },
  ],
  [
    'defaults within max_values',
    { components: [row({ type: 5, custom_id: 'u', default_values: [{ id: '1', type: 'user' }] })] },
    {
      components: [
        row({ type: 5, custom_id: 'u', default_values: many(2, (index) => ({ id: `${index}`, type: 'user' })) }),
      ],
    },
  ],
  [
    'defaults of the right kind',
    { components: [row({ type: 6, custom_id: 'r', default_values: [{ id: '1', type: 'role' }] })] },
    { components: [row({ type: 6, custom_id: 'r', default_values: [{ id: '1', type: 'user' }] })] },
  ],
  ['V2 components with the flag', v2(said(1)), { components: [said(1)] }],
  ['V2 without content', v2(said(1)), { ...v2(said(1)), content: 'c' }],
  ['V2 without embeds', v2(said(1)), { ...v2(said(1)), embeds: [{ title: 't' }] }],
  ['4000 characters of text displays', v2(container(said(2000)), said(2000)), v2(container(said(2000)), said(2001))],
  ['a text display with text', v2(said(1)), v2(said(0))],
  ['40 components', v2(container(...many(39, () => said(1)))), v2(container(...many(40, () => said(1))))],
  ['no container in a container', v2(container(said(1))), v2(container(container(said(1))))],
  ['3 texts in a section', v2(section(3)), v2(section(4))],
  ['a section with an accessory', v2(section(1)), v2({ ...section(1), accessory: undefined })],
  ['10 pictures', v2(gallery(10)), v2(gallery(11))],
  [
    'pictures that are there',
    v2(gallery(1)),
    v2({ type: 12, items: [{ media: { url: 'attachment://nowhere.png' } }] }),
  ],
  ['separator spacing', v2(said(1), { type: 14, spacing: 2 }), v2(said(1), { type: 14, spacing: 3 })],
  [
    'accent colour',
    v2({ ...container(said(1)), accent_color: 0xffffff }),
    v2({ ...container(said(1)), accent_color: 0x1000000 }),
  ],
  [
    'a thumbnail description of 1024',
    v2({ ...section(1), accessory: { type: 11, media: { url: 'https://example.org/a.png' }, description: x(1024) } }),
    v2({ ...section(1), accessory: { type: 11, media: { url: 'https://example.org/a.png' }, description: x(1025) } }),
  ],
  [
    'unlike component ids',
    v2({ ...said(1), id: 1 }, { ...said(1), id: 2 }),
    v2({ ...said(1), id: 1 }, { ...said(1), id: 1 }),
  ],
  ['a type that may stand there', v2(row(button())), v2(button())],
  ['nonce of 25', { content: 'c', nonce: x(25) }, { content: 'c', nonce: x(26) }],
  [
    'allowed mentions by ids or as a whole',
    { content: 'c', allowed_mentions: { parse: [], users: ['1'] } },
    { content: 'c', allowed_mentions: { parse: ['users'], users: ['1'] } },
  ],
  [
    '100 allowed users',
    { content: 'c', allowed_mentions: { users: many(100, String) } },
    { content: 'c', allowed_mentions: { users: many(101, String) } },
  ],
];

const option = (more = {}) => ({ type: 3, name: 'o', description: 'd', ...more });
const command = (more = {}) => ({ name: 'c', description: 'd', ...more });
const withOptions = (...options: unknown[]) => [command({ options })];
const choice = (index: number, more = {}) => ({ name: `n${index}`, value: `v${index}`, ...more });
/** A command of that many characters: names, descriptions and choice values count. */
function heavy(length: number) {
  const full = (count: number) => many(count, (index) => choice(index, { name: x(100), value: x(100) }));
  const others = 2 + 2 + 2 + 39 * 200 + 100;
  const last = choice(99, { name: x(length - others), value: x(100) });
  return withOptions(option({ choices: full(25) }), option({ name: 'p', choices: [...full(14), last] }));
}

const COMMANDS: readonly [string, unknown, unknown][] = [
  [
    '100 commands',
    many(100, (index) => command({ name: `c${index}` })),
    many(101, (index) => command({ name: `c${index}` })),
  ],
  ['unlike names', [command(), command({ name: 'e' })], [command(), command()]],
  ['name of 32', [command({ name: x(32) })], [command({ name: x(33) })]],
  ['a lower-case name', [command({ name: 'klingon' })], [command({ name: 'Klingon' })]],
  ['a name without space', [command({ name: 'bat-leth' })], [command({ name: 'bat leth' })]],
  ['a description', [command()], [command({ description: undefined })]],
  ['description of 100', [command({ description: x(100) })], [command({ description: x(101) })]],
  [
    '25 options',
    withOptions(...many(25, (index) => option({ name: `o${index}` }))),
    withOptions(...many(26, (index) => option({ name: `o${index}` }))),
  ],
  [
    '25 choices',
    withOptions(option({ choices: many(25, choice) })),
    withOptions(option({ choices: many(26, choice) })),
  ],
  [
    'choice name of 100',
    withOptions(option({ choices: [choice(0, { name: x(100) })] })),
    withOptions(option({ choices: [choice(0, { name: x(101) })] })),
  ],
  [
    'choice value of 100',
    withOptions(option({ choices: [choice(0, { value: x(100) })] })),
    withOptions(option({ choices: [choice(0, { value: x(101) })] })),
  ],
  [
    'choices or autocomplete',
    withOptions(option({ autocomplete: true })),
    withOptions(option({ autocomplete: true, choices: [choice(0)] })),
  ],
  ['unlike option names', withOptions(option(), option({ name: 'p' })), withOptions(option(), option())],
  [
    'required options first',
    withOptions(option({ required: true }), option({ name: 'p' })),
    withOptions(option(), option({ name: 'p', required: true })),
  ],
  [
    'subcommands among themselves',
    withOptions(option({ type: 1 })),
    withOptions(option({ type: 1 }), option({ name: 'p' })),
  ],
  [
    'no group in a group',
    withOptions(option({ type: 2, options: [option({ type: 1 })] })),
    withOptions(option({ type: 2, options: [option({ type: 2 })] })),
  ],
  ['max_length of 6000', withOptions(option({ max_length: 6000 })), withOptions(option({ max_length: 6001 }))],
  ['a known locale', [command({ name_localizations: { de: 'c' } })], [command({ name_localizations: { xx: 'c' } })]],
  ['8000 characters', heavy(8000), heavy(8001)],
];

describe('limits of the loopback Discord', () => {
  let world: TestDiscord;
  let rest: RawRest;
  beforeAll(async () => {
    world = await startBotDiscord();
    rest = rawRest(world);
  });
  afterAll(() => world.stop());
  beforeEach(() => world.discord.clearRequests());

  it.each(MESSAGES)('takes %s and refuses one more', async (_, taken, refused) => {
    const path = `/channels/${world.alpha.channel.id}/messages`;
    expect(await rest.send('POST', path, taken)).toMatchObject({ status: 200 });
    expect(await rest.send('POST', path, refused)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it.each(MESSAGES)('judges %s alike in the answer to an interaction', async (_, taken, refused) => {
    const answer = async (data: unknown) => {
      const { interaction } = world.alpha.as('admin').type('/probe');
      return rest.send('POST', `/interactions/${interaction.id}/${interaction.token}/callback`, { type: 4, data });
    };
    await rest.send('PUT', `/applications/${world.discord.bot.id}/commands`, [command({ name: 'probe' })]);
    expect(await answer(taken)).toMatchObject({ status: 204 });
    expect(await answer(refused)).toMatchObject({ status: 400, body: { code: 50035, errors: { data: {} } } });
  });

  it.each(COMMANDS)('registers %s and refuses one more', async (name, taken, refused) => {
    const path = `/applications/${world.discord.bot.id}/commands`;
    expect(await rest.send('PUT', path, taken)).toMatchObject({ status: 200 });
    const code = name === '100 commands' ? 30032 : 50035;
    expect(await rest.send('PUT', path, refused)).toMatchObject({ status: 400, body: { code } });
  });

  it.each([{}, { content: '' }, { content: '  ' }, { embeds: [] }, { flags: V2, components: [] }])(
    'refuses the empty message %j',
    async (body) => {
      const path = `/channels/${world.alpha.channel.id}/messages`;
      expect(await rest.send('POST', path, body)).toMatchObject({ status: 400, body: { code: 50006 } });
    },
  );

  it('leaves keys it does not know alone', async () => {
    const path = `/channels/${world.alpha.channel.id}/messages`;
    expect(await rest.send('POST', path, { content: 'c', contnet: 'd' })).toMatchObject({ status: 200 });
  });
});
