import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/lore/fold.ts';
import type { Database } from '../../../src/lorebook/database.ts';
import { find } from '../../../src/lorebook/find/find.ts';
import { settleNames } from '../../../src/lorebook/find/fresh.ts';
import { indexEntity } from '../../../src/lorebook/find/index-entity.ts';
import { loadNamesAfter } from '../../../src/lorebook/find/load-names.ts';
import { nameCorpus } from '../../bench/name-corpus.ts';
import { addAlias, addEntity, emptyLorebook, insertEntity } from './names-in.ts';

const word = fc.string({ unit: fc.constantFrom(..."abeko' -é球"), minLength: 1, maxLength: 8 });
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));

const found = (database: Database, text: string) =>
  find(database, text, { purpose: 'suggest', limit: 25 }).hits.map((hit) => [hit.entity.id, hit.matched, hit.score]);

/** All that the index holds, for comparison. */
const contents = (database: Database) => ({
  texts: database.all('SELECT id, names FROM name_text ORDER BY id'),
  fresh: database.all('SELECT id, codes FROM name_fresh'),
  postings: database.all('SELECT key, others, ids FROM name_gram WHERE LENGTH(ids) > 0 ORDER BY key'),
});

function rename(database: Database, id: number, to: string): void {
  database.run('UPDATE entity SET name = ?, folded = ? WHERE id = ?', to, fold(to), id);
  indexEntity(database, id);
}

describe('the index of names', () => {
  it('finds every name exactly as soon as it is added', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 12 }), (names) => {
        const database = emptyLorebook();
        for (const given of names) {
          const id = addEntity(database, given);
          const { verdict, hits } = find(database, given, { purpose: 'resolve', limit: 25 });
          expect(verdict).not.toBe('none');
          expect(hits.map((hit) => hit.entity.id)).toContain(id);
        }
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('never shows what was merged away', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 8, selector: fold }), (names) => {
        const database = emptyLorebook();
        const [first = 0, ...others] = names.map((given) => addEntity(database, given));
        for (const id of others) {
          database.run('UPDATE entity SET merged_into = ? WHERE id = ?', first, id);
          indexEntity(database, id);
        }
        for (const given of names) expect(found(database, given).every(([id]) => id === first)).toBe(true);
      }),
      { seed: 12, numRuns: 25 },
    );
  });

  it('is the same kept up to date as built anew', () => {
    const change = fc.record({ at: fc.nat(9), to: name, isAlias: fc.boolean() });
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 10 }),
        fc.array(change, { maxLength: 10 }),
        (names, changes) => {
          const database = emptyLorebook();
          const ids = names.map((given) => addEntity(database, given));
          for (const { at, to, isAlias } of changes) {
            const id = ids[at % ids.length] ?? 0;
            if (!isAlias) rename(database, id, to);
            else {
              addAlias(database, id, to);
              indexEntity(database, id);
            }
          }
          const answers = [...names, ...changes.map((one) => one.to)].map((text) => found(database, text));
          database.transaction(() => settleNames(database));
          const kept = contents(database);
          for (const table of ['name_text', 'name_fresh', 'name_gram']) database.run(`DELETE FROM ${table}`);
          loadNamesAfter(database, 0);
          expect(contents(database)).toEqual(kept);
          expect([...names, ...changes.map((one) => one.to)].map((text) => found(database, text))).toEqual(answers);
        },
      ),
      { seed: 13, numRuns: 25 },
    );
  });

  it('puts what was added into the postings now and then, and answers the same before and after', () => {
    const database = emptyLorebook();
    const names = nameCorpus(150);
    for (const given of names) {
      addEntity(database, given);
      expect(find(database, given, { purpose: 'resolve', limit: 5 })).toMatchObject({ verdict: 'one' });
    }
    expect(contents(database).fresh.length).toBeLessThan(32);
    const before = names.map((text) => found(database, `x${text}`));
    settleNames(database);
    expect(contents(database).fresh).toEqual([]);
    expect(names.map((text) => found(database, `x${text}`))).toEqual(before);
  });

  it('finds a name of any length', () => {
    const database = emptyLorebook();
    const long = 'Of Him Who Came Before '.repeat(20).trim();
    addEntity(database, long);
    expect(find(database, long, { purpose: 'resolve', limit: 5 })).toMatchObject({ verdict: 'one' });
  });

  it('finds by a new name and no longer by the old one', () => {
    const database = emptyLorebook();
    const id = addEntity(database, 'Elim Garak');
    rename(database, id, 'Plain Simple');
    expect(found(database, 'garak')).toEqual([]);
    expect(found(database, 'simple')).toHaveLength(1);
  });

  it('finds an alias given a moment ago, and indexing again changes nothing', () => {
    const database = emptyLorebook();
    const id = insertEntity(database, { name: 'Elim Garak' });
    indexEntity(database, id);
    addAlias(database, id, 'The Tailor');
    indexEntity(database, id);
    const before = contents(database);
    indexEntity(database, id);
    expect(contents(database)).toEqual(before);
    expect(find(database, 'tailor', { purpose: 'resolve', limit: 5 }).hits[0]?.entity.name).toBe('Elim Garak');
  });
});
