import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline, pageModule, type TextContext, type Tree } from './page-modules.ts';

const { markdownTree } = await pageModule('markdown/markdown-tree.js');
const { textOf } = await pageModule('tree.js');

const CONTEXT: TextContext = {
  nowMs: Date.UTC(2026, 10, 21),
  user: (id) => (id === '1' ? { name: 'Worf', color: 0 } : null),
  role: (id) => (id === '2' ? { name: 'Keeper', color: 0 } : null),
  channel: (id) => (id === '3' ? { name: 'general' } : null),
};

function drawn(text: string): string {
  const tree = markdownTree(text, CONTEXT);
  return typeof tree === 'string' ? tree : tree.children.map(outline).join('');
}

describe('Discord’s Markdown', () => {
  it.each([
    ['plain', '<p>plain</p>'],
    ['**b** *i* _i_ __u__ ~~s~~', '<p><strong>b</strong> <em>i</em> <em>i</em> <u>u</u> <s>s</s></p>'],
    ['***both***', '<p><em><strong>both</strong></em></p>'],
    ['**bold *and italic***', '<p><strong>bold <em>and italic</em></strong></p>'],
    ['__**under and bold**__', '<p><u><strong>under and bold</strong></u></p>'],
    ['||secret **thing**||', '<p><span><span>secret <strong>thing</strong></span></span></p>'],
    ['snake_case_word', '<p>snake_case_word</p>'],
    ['2 * 3 * 4', '<p>2 * 3 * 4</p>'],
    ['**never closed', '<p>**never closed</p>'],
    ['****', '<p>****</p>'],
    ['`**code**`', '<p><code>**code**</code></p>'],
    ['`` a`b ``', '<p><code> a`b </code></p>'],
    ['**a `**` b**', '<p><strong>a <code>**</code> b</strong></p>'],
    ['\\*not\\* \\_this\\_ \\\\', '<p>*not* _this_ \\</p>'],
    ['a\nb', '<p>a<br></br>b</p>'],
  ])('reads %j inline', (text, expected) => {
    expect(drawn(text)).toBe(expected);
  });

  it.each([
    ['# One', '<h3>One</h3>'],
    ['## Two', '<h4>Two</h4>'],
    ['### **Three**', '<h5><strong>Three</strong></h5>'],
    ['#### Four', '<p>#### Four</p>'],
    ['#tag', '<p>#tag</p>'],
    ['\\# not a heading', '<p># not a heading</p>'],
    ['-# small', '<p>small</p>'],
    ['> a\n> b', '<blockquote><p>a<br></br>b</p></blockquote>'],
    ['>>> a\n# b', '<blockquote><p>a</p><h3>b</h3></blockquote>'],
    ['- a\n  - b\n- c', '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ul>'],
    ['3. a\n4. b', '<ol><li><p>a</p></li><li><p>b</p></li></ol>'],
    ['-not a list', '<p>-not a list</p>'],
    ['```js\n# a\n**b**\n```', '<pre><code># a\n**b**</code></pre>'],
    ['before ```x``` after', '<p>before</p><pre><code>x</code></pre><p>after</p>'],
    ['```never closed', '<p>```never closed</p>'],
    ['a\n\nb', '<p>a</p><div></div><p>b</p>'],
  ])('reads %j as blocks', (text, expected) => {
    expect(drawn(text)).toBe(expected);
  });

  it.each([
    ['<@1> <@!1> <@9>', '@Worf @Worf @unknown-user'],
    ['<@&2> <#3> @everyone', '@Keeper #general @everyone'],
    ['</lore ask:123> <:smile:456>', '/lore ask :smile:'],
    ['<t:43200:d> <t:1795219200:R>', '01/01/1970 now'],
    ['<t:1795222800:R> <t:99999999999999:f>', 'in 1 hour <t:99999999999999:f>'],
    ['<t:9999999999999:D>', 'Invalid Date'],
  ])('names what %j points at', (text, expected) => {
    expect(textOf(markdownTree(text, CONTEXT))).toBe(expected);
  });

  it.each([
    ['[page](https://a.org/x)', 'https://a.org/x', 'page'],
    ['[page](<https://a.org/x>)', 'https://a.org/x', 'page'],
    ['https://a.org/b_c_d.', 'https://a.org/b_c_d', 'https://a.org/b_c_d'],
    ['(https://a.org/b)', 'https://a.org/b', 'https://a.org/b'],
    ['<https://a.org>', 'https://a.org', 'https://a.org'],
  ])('follows %j to %s', (text, url, label) => {
    const links = all(markdownTree(text, CONTEXT), 'a');
    expect(links.map((link) => [link.props.href, textOf(link)])).toEqual([[url, label]]);
  });

  it.each(['[x](javascript:alert(1))', '[x](data:text/html,x)', 'javascript:alert(1)', '<script>alert(1)</script>'])(
    'makes no link of %j',
    (text) => {
      expect(all(markdownTree(text, CONTEXT), 'a')).toEqual([]);
      expect(textOf(markdownTree(text, CONTEXT))).toBe(text);
    },
  );

  it('shows any escaped text as it was', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~]{1,60}$/), (text) => {
        const plain = text.trim();
        fc.pre(plain !== '');
        const escaped = plain.replace(/[^0-9A-Za-z\s]/g, (sign) => `\\${sign}`).replace(/h(?=ttp)/g, 'h\u2060');
        expect(textOf(markdownTree(escaped, CONTEXT)).replaceAll('\u2060', '')).toBe(plain);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('never fails, and never loses a letter or a digit of what it shows', () => {
    const signs = fc.constantFrom(
      '*',
      '**',
      '_',
      '__',
      '`',
      '```',
      '~~',
      '||',
      '>',
      '- ',
      '# ',
      '\n',
      ' ',
      // No letter of a language's name, which is read and not shown.
      'é',
      '[',
      ']',
      '(',
      ')',
      '\\',
      '<@1>',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const count = (shown: string) => shown.split('é').length;
        expect(count(textOf(markdownTree(text, { ...CONTEXT, user: () => ({ name: 'W', color: 0 }) })))).toBe(
          count(text),
        );
      }),
      { seed: -951893160, numRuns: 500 },
    );
  });

  it.each(['*', '_', '`', '``*', '||', '**a ', '[', '> ', '- ', '*`', '<', '__*', '~~`'])(
    'stays quick on 4000 characters of %j',
    (sign) => {
      const started = performance.now();
      markdownTree(sign.repeat(Math.ceil(4000 / sign.length)), CONTEXT);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );
});

function all(tree: Tree, tag: string): Exclude<Tree, string>[] {
  if (typeof tree === 'string') return [];
  return [...(tree.tag === tag ? [tree] : []), ...tree.children.flatMap((child) => all(child, tag))];
}
