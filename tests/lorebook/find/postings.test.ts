import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../src/lorebook/database.ts';
import { decodePart } from '../../../src/lorebook/find/id-part.ts';
import { postingsOf } from '../../../src/lorebook/find/postings.ts';
import { emptyLorebook } from './names-in.ts';

const CODE = 7;

function idsOf(database: Database, code: number): number[] {
  const postings = postingsOf(database, 'name_gram');
  const head = postings.heads([code])[0];
  return head === undefined ? [] : postings.parts(head).flatMap(decodePart);
}

describe('postings', () => {
  it('hold what was added and not removed, in order, however it came', () => {
    const step = fc.record({ isAdded: fc.boolean(), id: fc.integer({ min: 1, max: 60 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
        const database = emptyLorebook();
        const postings = postingsOf(database, 'name_gram');
        const model = new Set<number>();
        for (const { isAdded, id } of steps) {
          if (isAdded) postings.add(CODE, id);
          else postings.remove(CODE, id);
          if (isAdded) model.add(id);
          else model.delete(id);
        }
        expect(idsOf(database, CODE)).toEqual([...model].sort((a, b) => a - b));
      }),
      { seed: 4, numRuns: 25 },
    );
  });

  it('grow over many parts, take ids in the middle of a full one, and shrink to nothing', () => {
    const database = emptyLorebook();
    const postings = postingsOf(database, 'name_gram');
    const even = Array.from({ length: 12_000 }, (_, at) => (at + 1) * 2);
    database.transaction(() => {
      postings.addAll(CODE, even);
      for (const id of [1, 5_001, 9_999, 23_999]) postings.add(CODE, id);
      postings.add(CODE + 1, 3);
    });
    const all = [...even, 1, 5_001, 9_999, 23_999].sort((a, b) => a - b);
    expect(idsOf(database, CODE)).toEqual(all);
    expect(idsOf(database, CODE + 1)).toEqual([3]);
    database.transaction(() => {
      for (const id of all) postings.remove(CODE, id);
    });
    expect(idsOf(database, CODE)).toEqual([]);
    // The first part of a code stays, empty, once there were others.
    expect(database.get('SELECT COUNT(*) AS parts FROM name_gram')).toEqual({ parts: 2 });
  });

  it('take ids in bulk that lie below those they hold', () => {
    const database = emptyLorebook();
    const postings = postingsOf(database, 'name_gram');
    postings.addAll(CODE, [100, 200_000]);
    postings.addAll(CODE, [3, 150, 90_000, 300_000]);
    expect(idsOf(database, CODE)).toEqual([3, 100, 150, 90_000, 200_000, 300_000]);
  });
});
