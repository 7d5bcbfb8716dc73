import { describe, expect, it } from 'vitest';
import { suggested } from './reading.ts';

describe('what a clear sentence suggests', () => {
  it.each<[string, readonly string[]]>([
    ['The Marrow League conquered Harrowgate in 1210.', ['Marrow League, conquered, Harrowgate · 1210']],
    ['In 1210, the Marrow League conquered Harrowgate.', ['Marrow League, conquered, Harrowgate · 1210']],
    ['Harrowgate was captured by the Marrow League in 1210.', ['Marrow League, captured, Harrowgate · 1210']],
    [
      'The Marrow League was founded in 1204 by Ysolde Marsh and Tobin Reed.',
      [
        'Marrow League, founded_by, Ysolde Marsh · 1204',
        'Marrow League, founded_by, Tobin Reed · 1204',
        'Marrow League, formed, 1204',
      ],
    ],
    [
      'The Marrow League was a pact formed by the Fen Cities and the Saltholds in 1204.',
      [
        'Marrow League, formed_from, Fen Cities · 1204',
        'Marrow League, formed_from, Saltholds · 1204',
        'Marrow League, formed, 1204',
      ],
    ],
    [
      'The Marrow League was the union of two old rivals, the Fen Cities and the Saltholds.',
      ['Marrow League, formed_from, Fen Cities', 'Marrow League, formed_from, Saltholds'],
    ],
    ['The rebels managed to capture Greywater.', []],
    ['Ysolde managed to capture Greywater in 1211.', ['Ysolde, captured, Greywater · 1211']],
    ['Ysolde attempted to capture Greywater in 1211.', []],
    ['Ysolde never captured Greywater.', []],
    ['If Ysolde had captured Greywater, the war was won.', []],
    ['Did Ysolde capture Greywater in 1211?', []],
    ['The agents of Ysolde captured Greywater.', []],
    ["Ysolde's fleet captured Greywater.", []],
    ['Ysolde captured three Greywater ships.', []],
    [
      'Ysolde freed Greywater and enslaved the Saltholds.',
      ['Ysolde, liberated, Greywater', 'Ysolde, enslaved, Saltholds'],
    ],
    [
      'Following the capture of Pell by the Marrow League in 1215, Orrin Hale succeeded him as Warden of the Saltholds.',
      [
        'Pell, succeeded_by, Orrin Hale · 1215 · office=Warden of the Saltholds',
        'Orrin Hale, holds_position, Warden of the Saltholds · 1215/..',
        'Marrow League, captured, Pell · 1215',
      ],
    ],
    [
      'Orrin Hale became Warden of the Saltholds in 1215.',
      ['Orrin Hale, holds_position, Warden of the Saltholds · 1215/..'],
    ],
    [
      'Orrin Hale was Warden of the Saltholds until 1220.',
      ['Orrin Hale, holds_position, Warden of the Saltholds · /1220'],
    ],
    [
      'Hild, the Queen of Eastmarch, died in 1231 in Pell.',
      ['Hild, died, 1231', 'Hild, holds_position, Queen of Eastmarch', 'Hild, death_place, Pell'],
    ],
    ['Tobin Reed was born in Pell in 1180.', ['Tobin Reed, born, 1180', 'Tobin Reed, birth_place, Pell']],
    ['Edda, daughter of Hild, married Tobin Reed in 1200.', ['Edda, spouse, Tobin Reed · 1200', 'Edda, parent, Hild']],
    ['Captain Voss was murdered by Hale Orrin in 1215.', ['Voss, killed_by, Hale Orrin · 1215', 'Voss, died, 1215']],
    ['Perhaps Voss murdered Hale Orrin.', ['Hale Orrin, killed_by, Voss · hedged']],
    ['It is told that Voss allegedly murdered Hale Orrin.', ['Hale Orrin, killed_by, Voss · reported']],
    ['Greywater is part of the Fen.', ['Greywater, part_of, Fen']],
    [
      'As of 1240, the Marrow League is at war with the Iron Court.',
      ['Marrow League, at_war_with, Iron Court · 1240 · asof'],
    ],
    [
      'The Battle of Tern Bridge was fought at Tern Bridge in 1240.',
      ['Battle of Tern Bridge, date, 1240', 'Battle of Tern Bridge, location, Tern Bridge · 1240'],
    ],
    ['The Iron Court won the Battle of Tern Bridge.', ['Battle of Tern Bridge, victor, Iron Court']],
    ['The Iron Court was dissolved in 1290.', ['Iron Court, dissolved, 1290']],
    ['The final fate of the Iron Court is unknown.', ['Iron Court, fate, unknown']],
    ['The Iron Court never existed.', ['Iron Court, existed, no']],
    [
      'Although Pell was killed by the Iron Court in 1215, Ysolde captured Tern.',
      ['Pell, killed_by, Iron Court · 1215', 'Pell, died, 1215', 'Ysolde, captured, Tern'],
    ],
    ['The Iron Court set up its camp in the Fen in 1216.', ['Iron Court, based_at, Fen · 1216/..']],
    ['12 ships of the Iron Court sank.', []],
  ])('%s', (sentence, expected) => {
    expect([...suggested(sentence)].sort()).toEqual([...expected].sort());
  });

  it.each<[string, readonly string[]]>([
    ['Osric took Stonebridge in 940.', ['osric~history, captured, Stonebridge · 0940']],
    [
      'King Osric was killed by the Northmark in 940.',
      ['osric~history, killed_by, Northmark · 0940', 'osric~history, died, 0940'],
    ],
  ])('knows the names of its lorebook: %s', (sentence, expected) => {
    expect(suggested(sentence, 'vale')).toEqual(expected);
  });
});

describe('short forms and what refers back', () => {
  it('knows the longer name that a page uses elsewhere, its initials, and whom "she" means', () => {
    const page = [
      'The Marrow League was founded by Ysolde Marsh. The League conquered Harrowgate. Marsh died in 1231.',
      'She was succeeded by Edda Marsh-Voss. In that year, the ML captured Pell.',
    ].join(' ');
    expect(suggested(page)).toEqual([
      'Marrow League, founded_by, Ysolde Marsh',
      'Marrow League, conquered, Harrowgate',
      'Ysolde Marsh, died, 1231',
      'Ysolde Marsh, succeeded_by, Edda Marsh-Voss',
      'Marrow League, captured, Pell · 1231',
    ]);
  });

  it('takes the one with a date where one thing is told with and without it', () => {
    expect(suggested('Ysolde captured Pell in 1211. Later songs say more. Ysolde captured Pell.')).toEqual([
      'Ysolde, captured, Pell · 1211',
    ]);
  });
});

describe('lists and fact boxes', () => {
  it('reads a list of members, with the offices behind their names', () => {
    const page =
      'The Marrow League is a league of towns.\n\nNotable members\n\n• Ysolde Marsh (Warden of the Saltholds)\n• Tobin Reed\n';
    expect(suggested(page)).toEqual([
      'Ysolde Marsh, holds_position, Warden of the Saltholds',
      'Ysolde Marsh, member_of, Marrow League',
      'Tobin Reed, member_of, Marrow League',
    ]);
  });

  it('reads rows whose key is a phrase of a predicate, and leaves the others out', () => {
    const page = 'Founded: 1204\nLeader: Ysolde Marsh\nMood: sour\n\nThe Marrow League is a league of towns.';
    expect(suggested(page)).toEqual(['Marrow League, formed, 1204', 'Marrow League, led_by, Ysolde Marsh']);
  });
});
