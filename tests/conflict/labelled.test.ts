import { describe, expect, it } from 'vitest';
import { anyTwoValues, engine, scoreOf, singleValued } from './judges.ts';
import { labelledWorlds } from './labelled.ts';

const worlds = labelledWorlds();
const isHard = (name: string): boolean => name.startsWith('hard: ');

describe('the labelled pairs', () => {
  it('are enough, of three worlds', () => {
    expect(worlds).toHaveLength(3);
    for (const { pairs } of worlds) expect(pairs.length).toBeGreaterThanOrEqual(40);
  });

  it('are judged as a reader judges them, but for those marked as hard', () => {
    const wrong = scoreOf(engine, worlds).wrong.filter(({ pair }) => !isHard(pair.name));
    expect(wrong.map(({ pair, said }) => `${pair.name}: ${said}, not ${pair.label}`)).toEqual([]);
  });

  it('are judged better than by comparing values', () => {
    const [own, ...others] = [engine, anyTwoValues, singleValued].map((judge) => scoreOf(judge, worlds));
    for (const other of others) {
      expect(own?.precision).toBeGreaterThan(other.precision * 1.5);
      expect(own?.recall).toBeGreaterThan(other.recall);
    }
  });
});
