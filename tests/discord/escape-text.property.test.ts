import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText } from '../../src/discord/escape-text.ts';
import { kindsOf, parseMarkdown, wordsOf } from '../support/markdown.ts';

/** What a person reads of a text that is one line: breaks are spaces, what nobody sees is not there. */
function visible(text: string): string {
  return text
    .replace(/[\r\n\t\v\f\u0085\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]/gu, '');
}

const pieces = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '```',
    '||',
    '> ',
    '>>> ',
    '# ',
    '## ',
    '### ',
    '-# ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '12) ',
  ],
  ...[
    '[',
    '](',
    ')',
    '<',
    '>',
    '@everyone',
    '@here',
    '<@123456789012345678>',
    '<@&1>',
    '<#1>',
    '<t:0:R>',
    '<t:1700000000>',
  ],
  ...[
    '</lore entry:1>',
    '<a:b:1>',
    ':smile:',
    ':',
    '://',
    'https://example.org/a_b',
    'http://x.y',
    '<https://x.y>',
    '\\',
    '\\\\',
  ],
  ...[
    '[a](https://b.c)',
    '\n',
    '\r\n',
    '\t',
    ' ',
    '\u202E',
    '\u2066',
    '\u200F',
    '\uFEFF',
    '\u0000',
    'a',
    'word',
    '7',
    'é',
    '東',
    '🙂',
  ],
);
const hostile = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.tuple(fc.string({ maxLength: 10 }), pieces, fc.string({ maxLength: 10 })).map((parts) => parts.join('')),
);

describe('text of a lorebook on a card', () => {
  it.each(['', '> ', 'before ', '**', '-# '])('reads as just that text after %j', (before) => {
    fc.assert(
      fc.property(hostile, (text) => {
        if (visible(text).trim() === '') return;
        // On a card it never stands alone on its line but after words, a bullet of ours, or at its beginning.
        const tree = parseMarkdown(before === '**' ? `**a${escapeText(text)}b**` : `${before}${escapeText(text)}`);
        const kinds = new Set(kindsOf(tree));
        for (const ours of [
          'paragraph',
          'text',
          ...({ '> ': ['quote'], '**': ['strong'], '-# ': ['small'] }[before] ?? []),
        ]) {
          kinds.delete(ours);
        }
        expect([...kinds].filter((kind) => kind !== 'gap')).toEqual([]);
        const around =
          before === '**' ? `a${visible(text)}b` : before === 'before ' ? `before ${visible(text)}` : visible(text);
        expect(wordsOf(tree).trim()).toBe(around.trim());
      }),
      { seed: 1, numRuns: 1500 },
    );
  });

  it('grows to twice its length at most', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(escapeText(text).length).toBeLessThanOrEqual(2 * text.length);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
