import { beforeEach, describe, expect, it } from 'vitest';
import type { Lorebook } from '../../../src/lorebook/lorebook.ts';
import { claimsOf, filesIn, imported } from '../../support/importing.ts';
import { aLorebook } from '../../support/lorebook.ts';
import { aHead, writePack } from '../../support/packs.ts';
import { tempFolders } from '../../support/temp.ts';

const temp = tempFolders();
const CALENDAR = {
  slug: 'coast',
  name: 'Coast reckoning',
  eras: [
    { name: 'After Landing', abbreviations: ['AL'], direction: 'forward', axisYear: 1 },
    { name: 'Before Landing', abbreviations: ['BL'], direction: 'backward', axisYear: 0 },
  ],
  months: [{ name: 'Thaw', days: 360 }],
};
const PACK = writePack(temp(), { head: aHead({ calendar: CALENDAR }) });

let folder: string;
let lorebook: Lorebook;
beforeEach(() => {
  folder = temp();
  lorebook = aLorebook(folder, PACK);
});

const table = (files: Readonly<Record<string, string | Uint8Array>>, overrides = {}) =>
  imported(lorebook, filesIn(folder, files), { title: 'The table', ...overrides });
const claims = () => claimsOf(lorebook, 'The table');

describe('a table with any columns', () => {
  it('becomes things and claims, dates by the calendar with the place beside them', () => {
    table({
      'people.csv':
        'name,gender,born,died\nAnna,female,In 263 AL or 264 AL,"In 298 AL, at Port Sorrow"\nBerg,male,27 BL,\nCy,,At Cornfield,\n',
    });
    expect(claims()).toEqual([
      'Anna | born | date | [263 AL,264 AL]',
      'Anna | death_place | [Port Sorrow]',
      'Anna | died | date | 298 AL',
      'Anna | gender | female',
      'Berg | born | date | 27 BL',
      'Berg | gender | male',
      'Cy | birth_place | [Cornfield]',
    ]);
    expect(lorebook.references.entities('Anna')[0]?.kind).toBe('person');
  });

  it('joins tables that point at each other by ids, and tells namesakes apart', () => {
    const { report } = table({
      'characters.csv': 'id,name\n1,Anna\n2,Anna\n3,\n',
      'houses.csv': 'id,name\n7,House Vale\n',
      'house_characters.csv': 'house_id,character_id\n7,1\n7,3\n',
      'character_aliases.csv': 'character_id,alias\n3,The Lamprey\n1,Annie\n',
    });
    expect(report.counts).toMatchObject({ entities: 4, claims: 2 });
    expect(claims()).toEqual(['Anna | member_of | [House Vale]', 'The Lamprey | member_of | [House Vale]']);
    expect(lorebook.references.entities('Anna')).toHaveLength(2);
    expect(lorebook.references.entities('Annie')).toHaveLength(1);
    expect(report.openedCount).toBe(0);
    const again = table({
      'characters.csv': 'id,name\n1,Anna\n2,Anna\n3,\n',
      'houses.csv': 'id,name\n7,House Vale\n',
      'house_characters.csv': 'house_id,character_id\n7,1\n7,3\n',
      'character_aliases.csv': 'character_id,alias\n3,The Lamprey\n1,Annie\n',
    });
    expect(again.report.counts).toMatchObject({ entities: 0, aliases: 0, claims: 0, unchanged: 2 });
  });

  it.each<[string, Record<string, string | Uint8Array>, object]>([
    ['CR alone and ;', { 't.csv': 'name;eyes\rAnna;green\rBerg;grün\r' }, {}],
    ['a BOM', { 't.csv': '\uFEFFname,eyes\nAnna,green\nBerg,grün\n' }, {}],
    ['UTF-16', { 't.csv': Buffer.from('\uFEFFname\teyes\nAnna\tgreen\nBerg\tgrün\n', 'utf16le') }, {}],
    [
      'windows-1252',
      { 't.csv': Buffer.from('name,eyes\nAnna,green\nBerg,gr\xfcn\n', 'latin1') },
      { encoding: 'windows-1252' },
    ],
    ['JSON Lines', { t: '{"name":"Anna","eyes":"green"}\n{"name":"Berg","eyes":"grün"}\n' }, {}],
    ['a JSON array', { t: '[{"name":"Anna","eyes":"green"},{"name":"Berg","eyes":"grün"}]' }, {}],
  ])('may come with %s', (_how, files, overrides) => {
    table(files, overrides);
    expect(claims()).toEqual(['Anna | eyes | green', 'Berg | eyes | grün']);
  });

  it('names bad rows with their line, and takes the others', () => {
    const { report } = table({ 't.csv': 'name,eyes\nAnna,green\nBerg,blue,extra\n,grey\nCy,red\n' });
    expect(claims()).toEqual(['Anna | eyes | green', 'Cy | eyes | red']);
    expect(report.leftOut.map(({ place }) => place.line).sort()).toEqual([3, 4]);
  });

  it('of claims in bulk is taken as it is', () => {
    table({ 'claims.csv': 'subject,predicate,value,date\nAnna,based_at,Port Sorrow,263 AL\n' });
    expect(claims()).toEqual(['Anna | based_at | [Port Sorrow] | 263 AL']);
  });

  it('is read as a keeper says', () => {
    const mapping = '[table crew] person\nship = member_of, split ;\nnotes = -';
    table({ 'crew.csv': 'name,ship,notes\nAnna,Grey Gull; Red Gull,nothing\n' }, { mapping });
    expect(claims()).toEqual(['Anna | member_of | [Grey Gull]', 'Anna | member_of | [Red Gull]']);
  });
});
