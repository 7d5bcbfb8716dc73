import { describe, expect, it } from 'vitest';
import { COMMANDS } from './cells.ts';
import { ACTION_NAMES, COMMAND_NAMES, rowOf } from './names.ts';

describe('the matrix of rights', () => {
  it('has a row for every command and every action (add it to cells.ts)', () => {
    expect(COMMAND_NAMES.filter((name) => COMMANDS[name] === undefined)).toEqual([]);
    expect(ACTION_NAMES.filter((name) => rowOf(name) === undefined)).toEqual([]);
  });

  it('has no row for what is not there', () => {
    expect(Object.keys(COMMANDS).filter((name) => !COMMAND_NAMES.includes(name))).toEqual([]);
  });

  it('names every action once', () => {
    expect(new Set(ACTION_NAMES).size).toBe(ACTION_NAMES.length);
  });
});
