import { describe, expect, it } from 'vitest';
import { find } from '../../../src/lorebook/find/find.ts';
import { lorebookOf } from './names-in.ts';

const database = lorebookOf([
  { name: 'Benjamin Sisko', aliases: ['Emissary'] },
  'Worf',
  'Worf',
  'Kira Nerys',
  'Kira Nerys',
  { name: "Qo'noS", kind: 'place', aliases: ['Kronos', 'Klingon homeworld'] },
  { name: 'Terok Nor', kind: 'place' },
  { name: 'Empok Nor', kind: 'place' },
  "Miles O'Brien",
  'Gul Dukat',
  'General Martok',
  { name: 'House of Martok', kind: 'group' },
  { name: 'Fall of Ardent', kind: 'event' },
  { name: 'The Fall of Ardent', kind: 'event' },
  { name: 'The Grand Council', kind: 'group' },
  { name: 'Klingon-Cardassian Alliance', kind: 'polity' },
  { name: 'Alliance High Command', kind: 'group' },
  'Jean-Luc Picard',
  { name: 'Enterprise D', kind: 'vessel' },
  { name: 'Enterprise E', kind: 'vessel' },
  { name: 'USS Defiant', kind: 'vessel' },
  { name: 'Æsir', kind: 'species' },
  { name: '地球連邦', kind: 'polity' },
  { name: '!!!', kind: 'artefact' },
  { name: 'Ra', kind: 'place' },
  { name: 'Rá', kind: 'person' },
  { name: 'Anna Bell', aliases: ['The Red Queen'] },
  { name: 'Clara Bell', aliases: ['The Red Queen'] },
]);

const resolve = (text: string) => find(database, text, { purpose: 'resolve', limit: 5 });

describe('resolving a name', () => {
  it.each([
    ["Qo'noS", "Qo'noS", 'exact'],
    ['Qonos', "Qo'noS", 'exact'],
    ['QO’NOS', "Qo'noS", 'exact'],
    ['qo nos', "Qo'noS", 'spelling'],
    ['kronos', "Qo'noS", 'alias'],
    ['klingon homewrold', "Qo'noS", 'spelling'],
    ['aesir', 'Æsir', 'exact'],
    ['Sisko', 'Benjamin Sisko', 'prefix'],
    ['Sysko', 'Benjamin Sisko', 'spelling'],
    ['sisko benjamin', 'Benjamin Sisko', 'order'],
    ['Benjamin Sis', 'Benjamin Sisko', 'prefix'],
    ['dukat', 'Gul Dukat', 'prefix'],
    ['Martok', 'General Martok', 'prefix'],
    ["O'Brien", "Miles O'Brien", 'prefix'],
    ['milesobrien', "Miles O'Brien", 'spelling'],
    ['Empock Nor', 'Empok Nor', 'spelling'],
    ['jeanluc picrad', 'Jean-Luc Picard', 'spelling'],
    ['Fall of Ardent', 'Fall of Ardent', 'exact'],
    ['The Fall of Ardent', 'The Fall of Ardent', 'exact'],
    ['Grand Council', 'The Grand Council', 'prefix'],
    ['Alliance', 'Klingon-Cardassian Alliance', 'prefix'],
    ['defiant', 'USS Defiant', 'prefix'],
    ['地球連邦', '地球連邦', 'exact'],
    ['!!!', '!!!', 'exact'],
    ['Rá', 'Rá', 'exact'],
  ])('reads %j as %s', (typed, name, match) => {
    const { verdict, hits } = resolve(typed);
    expect(verdict).toBe('one');
    expect(hits.map((hit) => [hit.entity.name, hit.match])).toEqual([[name, match]]);
  });

  it.each([
    ['Worf', ['Worf', 'Worf']],
    ['Kira Neris', ['Kira Nerys', 'Kira Nerys']],
    ['Nerys', ['Kira Nerys', 'Kira Nerys']],
    ['ra', ['Ra', 'Rá']],
    ['the red queen', ['Anna Bell', 'Clara Bell']],
    ['Bell', ['Anna Bell', 'Clara Bell']],
    ['A Fall of Ardent', ['Fall of Ardent', 'The Fall of Ardent']],
  ])('asks who is meant by %j', (typed, names) => {
    const { verdict, hits } = resolve(typed);
    expect(verdict).toBe('several');
    expect(hits.map((hit) => hit.entity.name).sort()).toEqual(names);
  });

  it.each([
    ["James O'Brien", "Miles O'Brien"],
    ['Kira Meru', 'Kira Nerys'],
    ['Enterprise F', 'Enterprise D'],
    ['Ardent', 'Fall of Ardent'],
    ['Karok Nor', 'Terok Nor'],
    ['benj', 'Benjamin Sisko'],
    ['地', '地球連邦'],
    ['連邦', '地球連邦'],
  ])('does not take %j for %s, but names it as near', (typed, near) => {
    const { verdict, hits } = resolve(typed);
    expect(verdict).toBe('none');
    expect(hits.map((hit) => hit.entity.name)).toContain(near);
  });

  it.each(['Jadzia', 'Zorbatron the Unheard-of', '🙂', '"', 'x AND', '*', "'; DROP TABLE entity; --", '\u0000'])(
    'finds nothing for %j',
    (typed) => {
      expect(resolve(typed)).toEqual({ verdict: 'none', hits: [] });
    },
  );

  it('gives the score 1 to the same folded text alone', () => {
    expect(resolve('QONOS').hits[0]?.score).toBe(1);
    expect(resolve('qo nos').hits[0]?.score).toBeLessThan(1);
  });
});
