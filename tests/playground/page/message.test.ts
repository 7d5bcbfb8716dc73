import { describe, expect, it } from 'vitest';
import { pageModule, type Tree } from './page-modules.ts';

const { messageTree } = await pageModule('render/message.js');
const { textOf } = await pageModule('tree.js');

const CONTEXT = {
  nowMs: 0,
  viewerId: '1',
  filesOrigin: 'http://127.0.0.1:9',
  user: () => null,
  role: () => null,
  channel: () => null,
  actions: {},
};

const HOSTILE = '<img src=x onerror=alert(1)>';

function aMessage(overrides: object = {}) {
  return {
    id: '7',
    channelId: '3',
    author: { id: '2', name: 'Concordance', isBot: true },
    content: '',
    embeds: [],
    components: [],
    attachments: [],
    isV2: false,
    isEphemeral: false,
    isThinking: false,
    createdAtMs: Date.UTC(2026, 10, 21),
    editedAtMs: null,
    replyTo: null,
    origin: null,
    ...overrides,
  };
}

const drawn = (overrides: object, how = { grouped: false, failed: false }) =>
  messageTree(aMessage(overrides), CONTEXT, how);

function find(tree: Tree, test: (tree: Exclude<Tree, string>) => boolean): Exclude<Tree, string>[] {
  if (typeof tree === 'string') return [];
  return [...(test(tree) ? [tree] : []), ...tree.children.flatMap((child) => find(child, test))];
}

const hasClass = (name: string) => (tree: Exclude<Tree, string>) =>
  String(tree.props.class ?? '')
    .split(' ')
    .includes(name);

describe('a message on the page', () => {
  it('names its author, that it is an app, and what it answers', () => {
    const origin = { kind: 'command', name: 'lore ask', user: { id: '1', name: 'Reader', isBot: false } };
    const text = textOf(drawn({ content: 'Hello', origin }));
    expect(text).toMatch(/^Reader used \/lore askCConcordanceAPP/);
    expect(text).toContain('Hello');
  });

  it('leaves out the author of a message that follows closely', () => {
    expect(textOf(drawn({ content: 'Again' }, { grouped: true, failed: false }))).toBe('Again');
  });

  it('says that it is edited, private, or failed', () => {
    const text = textOf(drawn({ content: 'x', editedAtMs: 1, isEphemeral: true }, { grouped: true, failed: true }));
    expect(text).toBe('x(edited)This interaction failed.◉ Only you can see this · Dismiss message');
  });

  it('thinks instead of showing anything', () => {
    expect(textOf(drawn({ isThinking: true }, { grouped: true, failed: false }))).toBe('Concordance is thinking…');
  });

  it.each([
    ['a text display', { components: [{ type: 10, content: HOSTILE }] }],
    ['a button', { components: [{ type: 1, components: [{ type: 2, style: 1, label: HOSTILE, custom_id: 'x' }] }] }],
    ['a select', { components: [{ type: 1, components: [{ type: 3, placeholder: HOSTILE, custom_id: 'x' }] }] }],
    [
      'an embed',
      { embeds: [{ title: HOSTILE, description: HOSTILE, author: { name: HOSTILE }, footer: { text: HOSTILE } }] },
    ],
    ['a file', { attachments: [{ name: HOSTILE, url: 'javascript:alert(1)', size: 3, type: 'text/html' }] }],
    ['an author', { author: { id: '1', name: HOSTILE, isBot: false } }],
    ['a reply', { replyTo: { author: { id: '1', name: HOSTILE, isBot: false }, content: HOSTILE } }],
  ])('keeps what stands in %s as text', (_, overrides) => {
    const tree = drawn(overrides);
    expect(textOf(tree)).toContain(HOSTILE);
    expect(find(tree, ({ tag }) => tag === 'img')).toEqual([]);
    expect(find(tree, ({ props }) => String(props.href ?? '').startsWith('javascript:'))).toEqual([]);
  });

  it.each([
    [{ type: 2, style: 5, label: 'Go', url: 'javascript:alert(1)' }, undefined],
    [{ type: 2, style: 5, label: 'Go', url: 'https://a.org/' }, 'https://a.org/'],
    [{ type: 2, style: 5, label: 'Go', url: 'https://a.org/', disabled: true }, undefined],
  ])('lets the link button %j lead to %j', (button, href) => {
    const [link] = find(drawn({ components: [{ type: 1, components: [button] }] }), hasClass('button'));
    expect([link?.tag, link?.props.href]).toEqual(['a', href]);
  });

  it('loads pictures that came with the message and only names others', () => {
    const item = (url: string) => ({ media: { url }, description: 'A map' });
    const items = [item('http://127.0.0.1:9/attachments/1/2/a.png'), item('https://elsewhere.org/a.png')];
    const tree = drawn({ isV2: true, components: [{ type: 12, items }] });
    expect(find(tree, ({ tag }) => tag === 'img').map(({ props }) => props.src)).toEqual([items[0]?.media.url]);
    expect(find(tree, hasClass('outside')).map(textOf)).toEqual(['A map']);
  });

  it('says which component it does not know', () => {
    expect(textOf(drawn({ components: [{ type: 99 }] }))).toContain('A component of type 99');
  });
});
