import { describe, expect, it } from 'vitest';
import { openProblemOf } from '../../src/lorebook/open.ts';
import { openAt } from '../support/lorebook.ts';

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what is no JSON', () => {
  it('means a damaged file where a lorebook keeps it', () => {
    const { database, drafts } = openAt(':memory:');
    const id = drafts.add({ at: 0, ref: 'x', action: 'test', data: { some: 'thing' } });
    database.run(`UPDATE draft SET data = '{"some' WHERE id = ?`, id);
    const thrown = thrownBy(() => drafts.get(id));
    expect(openProblemOf(thrown, 'guild.db')).toEqual({ kind: 'corrupt', path: 'guild.db' });
  });

  it.each([
    ['an answer from elsewhere', () => void JSON.parse('<html>')],
    ['a pattern somebody typed', () => void new RegExp(['('].join())],
  ])('is a bug like any other anywhere else: %s', (_, work) => {
    expect(openProblemOf(thrownBy(work), 'guild.db')).toBeUndefined();
  });
});
