import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/lore/fold.ts';
import { find } from '../../../src/lorebook/find/find.ts';
import { settleNames } from '../../../src/lorebook/find/fresh.ts';
import { indexEntity } from '../../../src/lorebook/find/index-entity.ts';
import { beginNameLoad } from '../../../src/lorebook/find/load-names.ts';
import { nameCorpus } from '../../bench/name-corpus.ts';
import { emptyLorebook, insertEntity } from './names-in.ts';

describe('loading names in bulk', () => {
  it('makes the same index as adding them one by one, however often it has to write', () => {
    const names = nameCorpus(400);
    const [bulk, single] = [emptyLorebook(), emptyLorebook()];
    bulk.transaction(() => {
      const load = beginNameLoad(bulk, 500);
      for (const name of names) load.add(insertEntity(bulk, { name }), [fold(name)]);
      load.end();
    });
    single.transaction(() => {
      for (const name of names) indexEntity(single, insertEntity(single, { name }));
      settleNames(single);
    });
    const all = 'SELECT key, others, ids FROM name_gram ORDER BY key';
    expect(bulk.all(all)).toEqual(single.all(all));
    expect(find(bulk, names[7] ?? '', { purpose: 'resolve', limit: 5 }).hits[0]?.entity.name).toBe(names[7]);
  });
});
