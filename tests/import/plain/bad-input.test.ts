import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { of, read, readPage } from './reading.ts';

function tookMs(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

describe('pages that are no pages', () => {
  it('finds nothing in nothing', () => {
    expect(read('')).toEqual([]);
    expect(read('\uFEFF\n\r\n')).toEqual([]);
    expect(readPage('')).toEqual([]);
  });

  it('keeps a megabyte without a full stop as passages and says that it was not read', () => {
    const gathered = read('Ysolde and Pell ran on '.repeat(45_000));
    expect(of('passage', gathered).every((one) => one.text.length <= 6000)).toBe(true);
    expect(of('left-out', gathered)).toHaveLength(1);
  });

  it.each<[string, string]>([
    ['50,000 open brackets', '('.repeat(50_000)],
    ['50,000 brackets in pairs', '(a)'.repeat(50_000)],
    ['commas', 'Ysolde, '.repeat(30_000)],
    ['citations', '(LT: "Low Tide") '.repeat(10_000)],
    ['capitals', 'Ysolde Marsh Tobin Reed '.repeat(10_000)],
    ['a name in every word of a sentence', `${'Ysolde and Tobin captured '.repeat(50)}.`],
    ['numbers', '12 1210 between '.repeat(10_000)],
    ['asterisks', '*a_ '.repeat(30_000)],
    ['colons', 'a: b\n'.repeat(20_000)],
  ])('reads %s in good time', (_name, text) => {
    expect(tookMs(() => read(text))).toBeLessThan(6000);
  });

  it('reads 100,000 nested elements and broken markup', () => {
    expect(tookMs(() => readPage('<div>'.repeat(100_000)))).toBeLessThan(6000);
    expect(of('passage', readPage('<p>Pell <b>fell</p></i></div><p>again')).map((one) => one.text)).toEqual([
      'Pell fell',
      'again',
    ]);
  });

  it('never breaks, and every suggestion rests on words of the page', () => {
    const word = fc.constantFrom(
      ...'Ysolde Pell the The of captured was were by in 1210 and , . ( ) [1] "Tide" LT: : \' king King became succeeded him as of until — • \n \n\n # == member son League formed'.split(
        ' ',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(word, fc.string({ maxLength: 5 })), { maxLength: 60 }), (words) => {
        const text = words.join(' ');
        for (const one of of('suggestion', read(text))) {
          const shown = one.words.replace(/\s+/g, ' ');
          expect(shown.length).toBeGreaterThan(0);
          expect(one.cells.subject).not.toBe('');
          expect(one.cells.value).not.toBe('');
        }
      }),
      { seed: 9, numRuns: 300 },
    );
  });
});
