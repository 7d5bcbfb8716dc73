import { fold } from '../../src/lore/fold.ts';
import { type Chance, chance } from './seeded.ts';

export const QUERY_CLASSES = [
  'exact',
  'keystroke',
  'one typo',
  'two typos',
  'half-typed, typo',
  'word order',
  'missing marks',
  'bad input',
  'misspelling',
] as const;
export type QueryClass = (typeof QUERY_CLASSES)[number];

export interface NameQuery {
  readonly class: QueryClass;
  readonly text: string;
  /** The name that was meant; empty for bad input, which means nothing. */
  readonly gold: string;
}

const SIZES: Readonly<Record<Exclude<QueryClass, 'keystroke' | 'bad input' | 'misspelling'>, number>> = {
  exact: 150,
  'one typo': 150,
  'two typos': 150,
  'half-typed, typo': 150,
  'word order': 100,
  'missing marks': 100,
};
const KEYSTROKE_NAMES = 20;
const FEWEST_LETTERS = 5;

/** About 1,200 queries, the same for every engine. Very short names are left out: a typo makes another name of them. */
export function nameQueries(names: readonly string[], seed = 11): readonly NameQuery[] {
  const random = chance(seed);
  const known = new Set(names.map(fold));
  const name = (fits: (name: string) => boolean): string => {
    for (;;) {
      const picked = random.pick(names);
      if (picked.length >= FEWEST_LETTERS && fits(picked)) return picked;
    }
  };
  const any = (): boolean => true;
  /** A misspelling that happens to be another name would mean that one. */
  const misspelt = (gold: string, spoil: (name: string) => string): string => {
    for (;;) {
      const text = spoil(gold);
      if (fold(text) !== fold(gold) && !known.has(fold(text))) return text;
    }
  };
  const queries: NameQuery[] = [];
  const add = (kind: keyof typeof SIZES, fits: (name: string) => boolean, spoil: (gold: string) => string): void => {
    for (let at = 0; at < SIZES[kind]; at += 1) {
      const gold = name(fits);
      queries.push({ class: kind, text: spoil(gold), gold });
    }
  };
  add('exact', any, (gold) => gold);
  add('one typo', any, (gold) => misspelt(gold, (text) => typo(text, random)));
  add(
    'two typos',
    (gold) => gold.length >= 8,
    (gold) => misspelt(gold, (text) => typo(typo(text, random), random)),
  );
  add(
    'half-typed, typo',
    (gold) => gold.length >= 10,
    (gold) => misspelt(gold, (text) => typo(text.slice(0, Math.ceil(text.length * 0.75)), random)),
  );
  add('word order', (gold) => gold.split(' ').length > 1, swapped);
  add('missing marks', (gold) => gold !== bare(gold), bare);
  for (let at = 0; at < KEYSTROKE_NAMES; at += 1) {
    const gold = name(any);
    for (let end = 1; end <= gold.length; end += 1) {
      queries.push({ class: 'keystroke', text: gold.slice(0, end), gold });
    }
  }
  return [...queries, ...badInput(random)];
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

function typo(text: string, random: Chance): string {
  const at = random.below(text.length);
  const kind = random.below(4);
  if (kind === 0) return text.slice(0, at) + random.pick(LETTERS) + text.slice(at + 1);
  if (kind === 1) return text.slice(0, at) + text.slice(at + 1);
  if (kind === 2) return text.slice(0, at) + random.pick(LETTERS) + text.slice(at);
  return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2);
}

/** The last word first. */
function swapped(gold: string): string {
  const words = gold.split(' ');
  return [words.at(-1) ?? '', ...words.slice(0, -1)].join(' ');
}

function bare(gold: string): string {
  return gold.normalize('NFD').replace(/\p{M}/gu, '').replaceAll("'", '').replaceAll('ø', 'o').replaceAll('Ł', 'L');
}

function badInput(random: Chance): readonly NameQuery[] {
  const letters = (count: number): string => Array.from({ length: count }, () => random.pick(LETTERS)).join('');
  const texts = [
    letters(6_000),
    'battle of '.repeat(600),
    '!?…—'.repeat(50),
    '\u0000\u0007\u001b[31m',
    '🙂🙃🚀'.repeat(20),
    '"',
    'x AND',
    'NEAR(a b, 2)',
    '*',
    'a* OR b*',
    "'; DROP TABLE entity; --",
    '%_%',
    '地球',
    '\u202egnihton',
    ' '.repeat(40),
    '\ud800',
    'a '.repeat(60),
    letters(100),
    'zzzzzzzz',
    '0',
  ];
  return texts.map((text) => ({ class: 'bad input', text, gold: '' }));
}
