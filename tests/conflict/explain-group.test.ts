import { describe, expect, it } from 'vitest';
import { explainGroup } from '../../src/conflict/explain-group.ts';
import { hasSign } from '../../src/lore/finding.ts';
import { readRow } from './case-table.ts';
import { REALM } from './realm.ts';
import { sketch } from './sketch.ts';

const CASES: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['a year and its decade', ['A | Aldra | died | 044X', 'B | Aldra | died | 0441'], ['precision']],
  [
    'a ward and its town',
    ['A | Aldra | birth_place | Highgate', 'B | Aldra | birth_place | Lower Ward'],
    ['precision'],
  ],
  ['unknown beside a value', ['A | Varn | fate | conquered', 'B | Varn | fate | (unknown)'], ['gap']],
  ['one dates it, one does not', ['A | Varn | captured | Brun | date: 0440', 'B | Varn | captured | Brun'], ['gap']],
  [
    'holders in turn',
    ['A | Aldra | holds_position | Steward | date: 0430/0440', 'B | Brun | holds_position | Steward | date: 0440/..'],
    ['succession'],
  ],
  [
    'opposed words',
    [
      'A | Feast | described_as | dull | said: characterisation',
      'B | Feast | described_as | splendid | said: characterisation',
    ],
    ['slant'],
  ],
  ['the same said twice', ['A | Aldra | died | 0440', 'B | Aldra | died | 0440'], []],
  ['two dates that disagree', ['A | Aldra | died | 0440', 'B | Aldra | died | 0460'], []],
];

describe('explainGroup', () => {
  it.each(CASES)('%s', (_, lines, classes) => {
    const rows = [...lines.map(readRow), readRow('A | Lower Ward | located_in | Highgate')];
    const { world, facts } = sketch(REALM, rows);
    const found = explainGroup(world, facts.slice(0, lines.length));
    expect(found.map((finding) => finding.class)).toEqual(classes);
    expect(found.some(hasSign)).toBe(false);
  });
});
