import { describe, expect, it } from 'vitest';
import { find } from '../../../src/lorebook/find/find.ts';
import { recordAsk } from '../../../src/lorebook/find/popular.ts';
import { addClaim, addEntity, emptyLorebook, lorebookOf, readyForClaims } from './names-in.ts';

const names = (database: ReturnType<typeof emptyLorebook>, text: string, kinds?: string[]) =>
  find(database, text, { purpose: 'suggest', limit: 25, ...(kinds === undefined ? {} : { kinds }) }).hits.map(
    (hit) => hit.entity.name,
  );

describe('suggesting names', () => {
  const database = lorebookOf([
    'Mara Jade',
    { name: 'Marble Hall', kind: 'place' },
    { name: 'The Hall of Mara', kind: 'place' },
    { name: 'Jade Tamara', aliases: ['Marvel'] },
    'Mora Jade',
    'Zeno',
  ]);

  it('puts the same name before beginnings, words and misspellings', () => {
    expect(names(database, 'mara')).toEqual([
      'Mara Jade',
      'The Hall of Mara',
      'Mora Jade',
      'Jade Tamara',
      'Marble Hall',
    ]);
  });

  it('shows an entity once, by the name or alias that matches best', () => {
    const { hits } = find(database, 'marvel', { purpose: 'suggest', limit: 25 });
    expect(hits[0]).toMatchObject({ entity: { name: 'Jade Tamara' }, match: 'alias', matched: 'Marvel' });
    expect(hits.filter((hit) => hit.entity.name === 'Jade Tamara')).toHaveLength(1);
  });

  it('keeps to the kinds that are wanted', () => {
    expect(names(database, 'mara', ['place'])).toEqual(['The Hall of Mara', 'Marble Hall']);
    expect(names(database, 'mara', [])).toEqual([]);
  });

  it('answers one and two letters', () => {
    expect(names(database, 'z')).toEqual(['Zeno']);
    expect(names(database, 'ha')).toContain('Marble Hall');
  });

  it('marks the letters that match', () => {
    expect(find(database, 'mara', { purpose: 'suggest', limit: 1 }).hits[0]?.ranges).toEqual([[0, 3]]);
    expect(find(database, 'MARA JADE', { purpose: 'suggest', limit: 1 }).hits[0]?.ranges).toEqual([[0, 8]]);
  });

  it('gives no more than the limit', () => {
    const crowd = lorebookOf(Array.from({ length: 60 }, (_, at) => `Soldier ${at}`));
    expect(names(crowd, 'soldier')).toHaveLength(25);
    expect(names(crowd, 'soldeir')).toHaveLength(25);
  });
});

describe('suggesting among equals', () => {
  it('puts the one with more claims first', () => {
    const database = emptyLorebook();
    readyForClaims(database);
    const [first, second] = [addEntity(database, 'Kira One'), addEntity(database, 'Kira Two')];
    addClaim(database, second);
    expect(names(database, 'kira')).toEqual(['Kira Two', 'Kira One']);
    addClaim(database, first);
    addClaim(database, first);
    expect(names(database, 'kira')).toEqual(['Kira One', 'Kira Two']);
  });
});

describe('an empty query', () => {
  it('suggests what is asked for most, then what most is told of', () => {
    const database = emptyLorebook();
    readyForClaims(database);
    const told = (name: string, claims: number): number => {
      const id = addEntity(database, name);
      for (let at = 0; at < claims; at += 1) addClaim(database, id);
      return id;
    };
    told('Told twice', 2);
    told('Told often', 40);
    const asked = told('Asked once', 0);
    const askedMost = told('Asked twice', 1);
    for (const id of [asked, askedMost, askedMost]) recordAsk(database, id);
    expect(names(database, '').slice(0, 4)).toEqual(['Asked twice', 'Asked once', 'Told often', 'Told twice']);
    expect(names(database, '   ').slice(0, 2)).toEqual(['Asked twice', 'Asked once']);
  });

  it('follows retraction', () => {
    const database = emptyLorebook();
    readyForClaims(database);
    const [a, b] = [addEntity(database, 'A'), addEntity(database, 'B')];
    const claims = [a, a, a, b, b].map((id) => addClaim(database, id));
    expect(names(database, '').slice(0, 2)).toEqual(['A', 'B']);
    database.run(`INSERT INTO actor(ref, name) VALUES ('test', 'Test')`);
    const edit = database.run(`INSERT INTO edit(at, actor_id, op, target) VALUES (0, 1, 'retract', 'claim:1')`).lastId;
    for (const claim of claims.slice(0, 2)) database.run('UPDATE claim SET retracted_by = ? WHERE id = ?', edit, claim);
    expect(names(database, '').slice(0, 2)).toEqual(['B', 'A']);
  });
});
