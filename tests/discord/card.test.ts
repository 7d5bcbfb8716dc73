import { describe, expect, it } from 'vitest';
import { actionId, readActionId } from '../../src/discord/action-id.ts';
import { card } from '../../src/discord/card.ts';
import { LIMITS } from '../../src/discord/limits.ts';
import { type Document, fact, heading, line, small } from '../../src/messages/document.ts';
import { common } from '../../src/messages/en/common.ts';

interface Piece {
  readonly content?: string;
  readonly label?: string;
  readonly custom_id?: string;
  readonly components?: readonly Piece[];
}

const piecesOf = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.flatMap((piece) => [piece, ...piecesOf(piece.components ?? [])]);
const stars = (n: number): string => '*'.repeat(n);
const source = { command: 'entry', options: { name: 'hub' } };
const plain: Document = { tone: 'plain', heading: 'Hub', items: [], links: [] };

function read(document: Document, page = 1) {
  const pieces = piecesOf(card(document, source, page) as readonly Piece[]);
  const texts = pieces.flatMap((piece) => piece.content ?? []);
  return {
    pieces,
    text: texts.join('\n'),
    size: texts.join('').length,
    labels: pieces.flatMap((piece) => piece.label ?? []),
  };
}

/** Documents at and beyond what one page can hold. */
const LARGE: readonly (readonly [string, Document])[] = [
  ['one line of 2,000 marks', { ...plain, items: [fact(line(stars(2000)))] }],
  [
    'a heading over a full block',
    { ...plain, heading: stars(200), items: [heading(stars(200)), fact(line(stars(1640)))] },
  ],
  [
    'long headings, a full block and long closing lines',
    {
      ...plain,
      heading: stars(500),
      items: [heading(stars(200)), heading(stars(200)), fact(line(stars(1640)))],
      closing: [small(common.readAs(stars(200), stars(200))), small(common.readAs(stars(200), stars(200)))],
    },
  ],
  ['many lines in one fact', { ...plain, items: [fact(...Array.from({ length: 60 }, () => small(stars(20))))] }],
  ['a line of 20,000 letters without a space', { ...plain, items: [fact(line('w'.repeat(20_000)))] }],
  ['pictures that are two code units', { ...plain, items: [fact(line('🙂'.repeat(4_000)))] }],
  ['120 facts', { ...plain, items: Array.from({ length: 120 }, (_, n) => fact(line(`fact ${n}`), small(stars(300)))) }],
];

function pageCount(document: Document): number {
  return Number(/page \d+ of (\d+)/.exec(read(document).text)?.[1] ?? 1);
}

describe('a card', () => {
  it.each(LARGE)('stays within the limits on every page: %s', (_what, document) => {
    for (let page = 1; page <= pageCount(document); page += 1) {
      const { pieces, size, text } = read(document, page);
      expect(size).toBeLessThanOrEqual(LIMITS.textTotal);
      expect(pieces.length).toBeLessThanOrEqual(LIMITS.components);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it.each(LARGE)('leaves nothing out: %s', (_what, document) => {
    const pages = Array.from({ length: pageCount(document) }, (_, index) => read(document, index + 1).text).join('\n');
    const count = (text: string, letter: string): number => text.split(letter).length - 1;
    const given = document.items.flatMap((item) =>
      item.lines.flatMap(({ text }) => text.filter((piece) => typeof piece === 'string')),
    );
    for (const letter of ['w', '🙂', 'fact ']) expect(count(pages, letter)).toBe(count(given.join('\n'), letter));
    expect(count(pages, '\\*')).toBeGreaterThanOrEqual(count(given.join(''), '*'));
  });

  it.each([
    [6, 1],
    [7, 2],
    [12, 3],
  ])('shows %i facts of three lines on %i pages: nobody turns one for the last few lines', (facts, pages) => {
    const items = Array.from({ length: facts }, (_, at) => fact(line(`Fact ${at}`), small('who'), small('when')));
    const { text } = read({ ...plain, items });
    expect(text.includes('page 1 of')).toBe(pages > 1);
    if (pages > 1) expect(text).toContain(`page 1 of ${pages}`);
  });

  it('brings a page that is not there into range', () => {
    const [, document] = LARGE.at(-1) ?? ['', plain];
    expect(read(document, 999).text).toContain(`page ${pageCount(document)} of`);
    expect(read(document, -3).text).toContain('page 1 of');
  });

  it('holds at most five buttons, each with a label and a custom id that fit', () => {
    const links = Array.from({ length: 9 }, (_, n) => ({
      label: `🙂${stars(120)}`,
      command: 'entry',
      options: { name: `e${n}` },
    }));
    const { pieces, labels } = read({ ...plain, links });
    expect(labels).toHaveLength(LIMITS.buttonsInRow);
    for (const label of labels) {
      expect(label.length).toBeLessThanOrEqual(LIMITS.buttonLabel);
      expect(label.isWellFormed()).toBe(true);
    }
    const ids = pieces.flatMap((piece) => piece.custom_id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const surrogate = read({ ...plain, links: [{ label: `a${'🙂'.repeat(60)}`, command: 'entry', options: {} }] });
    expect(surrogate.labels.join().isWellFormed()).toBe(true);
  });

  it('leaves out a button whose command does not fit into a custom id, and says so where pages cannot be turned', () => {
    const options = { name: 'x'.repeat(100) };
    expect(read({ ...plain, links: [{ label: 'a', command: 'entry', options }] }).labels).toEqual([]);
    const [, many] = LARGE.at(-1) ?? ['', plain];
    const pieces = piecesOf(card(many, { command: 'entry', options }) as readonly Piece[]);
    expect(pieces.map((piece) => piece.content ?? '').join('\n')).toContain('There is more');
  });
});

describe('the custom id of a button', () => {
  it.each([{ name: 'Worf' }, { name: 'a=b|c%7C%d', year: '2371' }, { name: '#12' }, {}])(
    'gives back what was put in: %o',
    (options) => {
      const action = { verb: 'page', command: 'entry', options, page: 3 } as const;
      expect(readActionId(actionId(action) ?? '')).toEqual(action);
    },
  );

  it.each([
    '',
    'page',
    'page|entry',
    'page|entry|x',
    'page|entry|-1',
    'page|entry|1|novalue',
    'drop|entry|1',
    'x'.repeat(100),
  ])('is not “%s”', (id) => {
    expect(readActionId(id)).toBeNull();
  });

  it('is none where it would be longer than Discord allows', () => {
    expect(actionId({ verb: 'open', command: 'entry', options: { name: 'x'.repeat(82) }, page: 1 })).toHaveLength(100);
    expect(actionId({ verb: 'open', command: 'entry', options: { name: 'x'.repeat(83) }, page: 1 })).toBeNull();
  });
});
