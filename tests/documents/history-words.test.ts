import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { calendar } from '../../src/messages/en/calendar.ts';
import { history } from '../../src/messages/en/history.ts';
import { keeping } from '../../src/messages/en/keeping.ts';
import { lookups } from '../../src/messages/en/lookups.ts';
import { predicateMatter } from '../../src/messages/en/predicates.ts';
import { suggestions } from '../../src/messages/en/suggestions.ts';

/** What edits are recorded as, read from the code that records them. */
const OPS = ['src', 'commands'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => [...readFileSync(`${folder}/${path}`, 'utf8').matchAll(/\bop: '([a-z-]+)'/g)])
    .map(([, op = '']) => op),
);

describe('the history', () => {
  it.each([...new Set(OPS)])('tells %s in words: who did what', (op) => {
    expect(history.op(op)).toMatch(/^[a-z]+(ed|an|made) |^(made|undid|imported)/);
  });
});

describe('small words', () => {
  it.each([
    [lookups.entry.aboutBeside('of the old world, a baker', 'old world'), 'a baker'],
    [lookups.entry.aboutBeside('a baker, of the old world', 'old world'), 'a baker'],
    [predicateMatter('sung_by', ['sung']), 'by whom it was sung'],
    [keeping.status.postsGood(1), 'the last one went as planned'],
    [keeping.status.postsGood(5), 'the last 5 went as planned'],
    [suggestions.queue.oneEdit(10, 1), 'It is edit 10: /fact undo takes it back.'],
    [suggestions.queue.oneEdit(10, 3), 'All of them are edit 10, and are undone together.'],
    [
      calendar.rule({ kind: 'set', date: '12 Thaw 302 AS', since: '2026-11-21', days: 1, per: 1 }),
      'On 21 November 2026 it was 12 Thaw 302 AS there, and each day of ours is a day there.',
    ],
    [
      calendar.rule({ kind: 'set', date: '12 Thaw 302 AS', since: '2026-11-21', days: 7, per: 1 }),
      'On 21 November 2026 it was 12 Thaw 302 AS there, and moves on by 7 days in 1 day of ours.',
    ],
  ])('%s', (said, expected) => {
    expect(said).toBe(expected);
  });
});
