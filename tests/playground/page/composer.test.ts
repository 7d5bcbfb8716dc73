import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { pageModule } from './page-modules.ts';

const { fittingLeaves, leafOfLine, leavesOf, optionsOfLine } = await pageModule('composer/command-model.js');
const { LiveChoices } = await pageModule('composer/live-choices.js');
const { placeIn } = await pageModule('place.js');
const { sizeText, spanText, timestampText } = await pageModule('render/time.js');

const text = (name: string, required = false) => ({ name, type: 3, required, description: name });
const COMMANDS = [
  {
    id: '1',
    name: 'lore',
    description: 'Ask',
    options: [
      { name: 'ask', type: 1, description: 'A question', options: [text('private'), text('question', true)] },
      { name: 'entry', type: 1, description: 'A name', options: [text('name', true), text('year')] },
      { name: 'of', type: 2, description: 'More', options: [{ name: 'day', type: 1, description: 'Today' }] },
    ],
  },
  { id: '2', name: 'ping', description: 'Is it there', options: [] },
];
const LEAVES = leavesOf(COMMANDS);
const paths = (leaves: readonly { readonly path: string }[]) => leaves.map((leaf) => leaf.path);

describe('commands while they are typed', () => {
  it('lists what can be sent, required options first', () => {
    expect(paths(LEAVES)).toEqual(['lore ask', 'lore entry', 'lore of day', 'ping']);
    expect(LEAVES[0]?.options.map((option) => option.name)).toEqual(['question', 'private']);
  });

  it.each([
    ['/', ['lore ask', 'lore entry', 'lore of day', 'ping']],
    ['/lo', ['lore ask', 'lore entry', 'lore of day']],
    ['/lore e', ['lore entry']],
    ['/entry', ['lore entry']],
    ['/question', ['lore ask']],
    ['/nothing', []],
  ])('fits %j to %j', (typed, expected) => {
    expect(paths(fittingLeaves(LEAVES, typed))).toEqual(expected);
  });

  it.each([
    ['/lore entry Worf', 'lore entry', 'Worf'],
    ['/lore of day', 'lore of day', ''],
    ['/lore', undefined, undefined],
    ['/lore entryways', undefined, undefined],
    ['lore entry', undefined, undefined],
  ])('finds in %j the command %j', (line, path, rest) => {
    const found = leafOfLine(LEAVES, line);
    expect([found?.leaf.path, found?.rest]).toEqual([path, rest]);
  });

  it.each([
    ['Worf', { name: 'Worf' }],
    ['name: Worf year: 2372', { name: 'Worf', year: '2372' }],
    ['name:Worf year:2372', { name: 'Worf', year: '2372' }],
    ['Worf: a life year: 2372', { name: 'Worf: a life', year: '2372' }],
    ['year: 2372 name: a b: c', { year: '2372', name: 'a b: c' }],
    ['', {}],
  ])('reads the options of %j', (rest, expected) => {
    expect(Object.fromEntries(optionsOfLine(LEAVES[1]?.options ?? [], rest))).toEqual(expected);
  });
});

describe('live choices', () => {
  it('asks once for quick typing and drops answers that come too late', async () => {
    const live = new LiveChoices(20);
    const asked: string[] = [];
    const shown: unknown[] = [];
    const type = (typed: string, answerMs: number, atOnce = false) =>
      live.request(
        async () => {
          asked.push(typed);
          await wait(answerMs);
          return [typed];
        },
        (choices) => shown.push(choices),
        { atOnce },
      );
    type('', 80, true);
    type('w', 0);
    type('wo', 60);
    await wait(40);
    type('wor', 5);
    await wait(150);
    expect(asked).toEqual(['', 'wo', 'wor']);
    expect(shown).toEqual([['wor']]);
  });

  it('says when no answer came, unless nobody waits for it any more', async () => {
    const live = new LiveChoices(0);
    const shown: unknown[] = [];
    const fails = () => Promise.reject(new Error('gone'));
    live.request(fails, (choices) => shown.push(choices), { atOnce: true });
    await wait(5);
    live.request(fails, (choices) => shown.push(choices), { atOnce: true });
    live.cancel();
    await wait(5);
    expect(shown).toEqual([null]);
  });
});

describe('places and sizes', () => {
  const channels = [
    { id: '9', type: 4 },
    { id: '10', type: 0 },
    { id: '11', type: 0 },
  ];
  const world = {
    servers: [
      { id: '1', channels },
      { id: '2', channels: [{ id: '20', type: 0 }] },
    ],
    people: [
      { id: '5', person: 'reader' },
      { id: '6', person: 'admin' },
    ],
  };

  it.each([
    ['', null, ['1', '10', '5']],
    ['#1/11/admin', null, ['1', '11', '6']],
    ['', '2/20/admin', ['2', '20', '6']],
    ['#2/11/nobody', null, ['2', '20', '5']],
    ['#<script>', '2/20/admin', ['1', '10', '5']],
  ])('stands at %j, left at %j', (hash, left, expected) => {
    expect(Object.values(placeIn(world, hash, left))).toEqual(expected);
  });

  it('says sizes, spans and moments as people do', () => {
    expect([sizeText(512), sizeText(2048), sizeText(10 * 1024 * 1024)]).toEqual(['512 bytes', '2 KiB', '10 MiB']);
    expect(spanText(90_061_000)).toBe('1 day 1 hour');
    expect(timestampText(0, 'R', 86_400_000)).toBe('yesterday');
  });
});
