import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appended, countPart, decodePart, encodePart, PART_BYTES } from '../../../src/lorebook/find/id-part.ts';

const ascending = fc
  .uniqueArray(fc.oneof(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 2 ** 31 - 1 })), { maxLength: 200 })
  .map((ids) => ids.sort((a, b) => a - b));

describe('a part of a list of ids', () => {
  it('gives back the ids that were put in', () => {
    fc.assert(
      fc.property(ascending, (ids) => {
        const { bytes, to } = encodePart(ids);
        expect(to).toBe(ids.length);
        expect(decodePart(bytes)).toEqual(ids);
      }),
      { seed: 2, numRuns: 200 },
    );
  });

  it('takes ids one by one as it takes them all at once', () => {
    fc.assert(
      fc.property(ascending, (ids) => {
        let bytes = new Uint8Array(0);
        for (const id of ids) bytes = Uint8Array.from(appended(bytes, id) ?? []);
        expect(bytes).toEqual(encodePart(ids).bytes);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('stops where it is full and says how far it came', () => {
    const ids = Array.from({ length: 10_000 }, (_, at) => 5 + at * 3);
    const { bytes, to } = encodePart(ids);
    expect(bytes.length).toBeLessThanOrEqual(PART_BYTES);
    expect(decodePart(bytes)).toEqual(ids.slice(0, to));
    expect(appended(bytes, 1_000_000)).toBeUndefined();
  });

  it('takes no id that is not its highest', () => {
    const { bytes } = encodePart([3, 7]);
    expect(appended(bytes, 7)).toBeUndefined();
    expect(appended(bytes, 5)).toBeUndefined();
  });

  it('notes the ids that are counted a second time', () => {
    const counts = new Uint8Array(100);
    const twice = new Uint32Array(20);
    const met = countPart(encodePart([1, 50, 99]).bytes, counts, twice, 0);
    const after = countPart(encodePart([50, 60, 99]).bytes, counts, twice, met);
    expect([...twice.subarray(0, after)]).toEqual([50, 99]);
  });
});
