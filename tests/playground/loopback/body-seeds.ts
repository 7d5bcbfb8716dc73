const V2 = 32_768;
const button = { type: 2, style: 1, label: 'Go', custom_id: 'go', emoji: { name: '🖖' }, disabled: false };
const link = { type: 2, style: 5, label: 'Read', url: 'https://example.org/read' };
const options = [
  { label: 'First', value: '1', description: 'The first', emoji: { id: '1', name: 'one' }, default: true },
];
const stringSelect = { type: 3, custom_id: 'pick', placeholder: 'Pick', min_values: 1, max_values: 1, options };
const userSelect = { type: 5, custom_id: 'who', default_values: [{ id: '1', type: 'user' }] };
const text = { type: 10, content: '# Worf' };
const media = { url: 'https://example.org/a.png' };

/** Bodies of messages that use everything a bot may. */
export const MESSAGE_SEEDS: readonly Readonly<Record<string, unknown>>[] = [
  { content: 'Hello', tts: false, allowed_mentions: { parse: ['users'], roles: ['1'], replied_user: true } },
  {
    embeds: [
      {
        title: 'Worf',
        description: 'Regent',
        url: 'https://example.org',
        color: 255,
        timestamp: '2375-01-01T00:00:00.000Z',
        fields: [{ name: 'House', value: 'Duras', inline: true }],
        footer: { text: 'Source', icon_url: 'https://example.org/i.png' },
        author: { name: 'Keeper', url: 'https://example.org', icon_url: 'https://example.org/i.png' },
        image: { url: 'https://example.org/a.png' },
        thumbnail: { url: 'https://example.org/a.png' },
      },
    ],
  },
  { content: 'Buttons', components: [{ type: 1, components: [button, link] }] },
  {
    content: 'Selects',
    components: [
      stringSelect,
      userSelect,
      { type: 6, custom_id: 'role' },
      { type: 7, custom_id: 'any' },
      { type: 8, custom_id: 'place', channel_types: [0] },
    ].map((select) => ({ type: 1, components: [select] })),
  },
  {
    flags: V2,
    components: [
      {
        type: 17,
        accent_color: 255,
        spoiler: false,
        components: [
          text,
          { type: 9, components: [text], accessory: { type: 11, media, description: 'A face', spoiler: false } },
          { type: 9, id: 77, components: [text], accessory: { ...button, custom_id: 'other' } },
          { type: 14, divider: true, spacing: 2 },
          { type: 12, items: [{ media, description: 'A picture', spoiler: true }] },
          { type: 1, components: [button] },
        ],
      },
      text,
    ],
  },
];

/** Bodies of forms. */
export const FORM_SEEDS: readonly Readonly<Record<string, unknown>>[] = [
  {
    custom_id: 'form',
    title: 'Form',
    components: [
      {
        type: 1,
        components: [
          {
            type: 4,
            custom_id: 'a',
            style: 1,
            label: 'A',
            value: 'v',
            placeholder: 'p',
            required: true,
            min_length: 1,
            max_length: 9,
          },
        ],
      },
    ],
  },
  {
    custom_id: 'form',
    title: 'Form',
    components: [
      text,
      { type: 18, label: 'Note', description: 'What', component: { type: 4, custom_id: 'a', style: 2 } },
      { type: 18, label: 'Pick', component: stringSelect },
      {
        type: 18,
        label: 'File',
        component: { type: 19, custom_id: 'f', min_values: 1, max_values: 2, required: true },
      },
      { type: 18, label: 'Who', component: userSelect },
    ],
  },
  {
    custom_id: 'form',
    title: 'Form',
    components: [
      {
        type: 18,
        label: 'One',
        component: {
          type: 21,
          custom_id: 'r',
          options: [
            { label: 'A', value: 'a' },
            { label: 'B', value: 'b' },
          ],
        },
      },
      {
        type: 18,
        label: 'Some',
        component: { type: 22, custom_id: 'c', options: [{ label: 'A', value: 'a' }], max_values: 1 },
      },
      { type: 18, label: 'Yes', component: { type: 23, custom_id: 'y', default: true } },
    ],
  },
];

const named = (name: string, type: number, more = {}) => ({ type, name, description: 'd', ...more });

/** Command definitions. */
export const COMMAND_SEEDS: readonly Readonly<Record<string, unknown>>[] = [
  {
    name: 'lore',
    type: 1,
    description: 'Lore',
    name_localizations: { de: 'sage' },
    description_localizations: { de: 'Sagen' },
    default_member_permissions: '32',
    contexts: [0, 1],
    integration_types: [0],
    nsfw: false,
    options: [
      named('text', 3, {
        required: true,
        min_length: 1,
        max_length: 10,
        choices: [{ name: 'A', value: 'a', name_localizations: { de: 'A' } }],
      }),
      named('whole', 4, { min_value: 1, max_value: 2, choices: [{ name: 'A', value: 1 }] }),
      named('yes', 5),
      named('who', 6),
      named('place', 7, { channel_types: [0, 5] }),
      named('role', 8),
      named('any', 9),
      named('part', 10, { min_value: 0.5, max_value: 1.5 }),
      named('file', 11),
      named('more', 3, { autocomplete: true }),
    ],
  },
  {
    name: 'fact',
    description: 'Facts',
    options: [named('add', 1, { options: [named('x', 3)] }), named('group', 2, { options: [named('y', 1)] })],
  },
  { name: 'Look up', type: 3 },
];
