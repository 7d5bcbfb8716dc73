import { describe, expect, it } from 'vitest';
import {
  type Bounds,
  cannotPrecede,
  type DateKind,
  disjoint,
  hullOf,
  mustOverlap,
  mustPrecede,
  tightened,
  UNBOUNDED,
  windowCovers,
  windowsDisjoint,
} from '../../../src/lore/time/bounds.ts';
import { boundsOf } from '../../../src/lore/time/date-bounds.ts';
import { dateOf, isoBounds } from './dates.ts';

const state = (text: string): Bounds => boundsOf(dateOf(text), 'state');

describe('the four bounds of a date', () => {
  it.each<[string, DateKind, readonly (string | null)[]]>([
    ['2371', 'point', ['2371-01-01', '2371-12-31', '2371-01-01', '2371-12-31']],
    ['2372/2375', 'state', ['2372-01-01', '2372-12-31', '2375-01-01', '2375-12-31']],
    ['2375/..', 'state', ['2375-01-01', '2375-12-31', null, null]],
    ['2375/', 'state', ['2375-01-01', '2375-12-31', null, null]],
    ['../2375', 'state', [null, null, '2375-01-01', '2375-12-31']],
    ['/0837', 'state', [null, null, '0837-01-01', '0837-12-31']],
    ['237X', 'state', [null, '2379-12-31', '2370-01-01', null]],
    ['2372', 'asof', [null, '2372-12-31', '2372-01-01', null]],
    ['[..2366]', 'point', [null, '2366-12-31', null, '2366-12-31']],
    ['[..2295]', 'asof', [null, '2295-12-31', null, null]],
    ['[2409..]', 'state', [null, null, '2409-01-01', null]],
    ['2409/[2409..]', 'asof', [null, '2409-12-31', '2409-01-01', null]],
    ['2350/[2409..]', 'state', ['2350-01-01', '2350-12-31', '2409-01-01', null]],
    ['[..2350]/2375', 'state', [null, '2350-12-31', '2375-01-01', '2375-12-31']],
    ['2372/2375', 'asof', [null, '2372-12-31', '2375-01-01', '2375-12-31']],
    ['/2375', 'asof', [null, '2375-12-31', '2375-01-01', '2375-12-31']],
    ['0967/0989', 'point', ['0967-01-01', '0967-12-31', '0989-01-01', '0989-12-31']],
    ['[2371,2375]', 'point', ['2371-01-01', '2375-12-31', '2371-01-01', '2375-12-31']],
    ['[2371,2375]', 'state', [null, '2375-12-31', '2371-01-01', null]],
    ['{2371,2375}', 'state', [null, '2371-12-31', '2375-01-01', null]],
    ['2351~/2400~', 'state', ['2349-01-01', '2353-12-31', '2398-01-01', '2402-12-31']],
    ['../..', 'state', [null, null, null, null]],
    ['2371', 'none', [null, null, null, null]],
  ])('of %s as %s', (text, kind, expected) => {
    expect(isoBounds(boundsOf(dateOf(text), kind))).toEqual(expected);
  });

  it('leaves an undated claim and a date that did not parse free', () => {
    expect(boundsOf(null, 'state')).toBe(UNBOUNDED);
    expect(boundsOf(dateOf('when the stars fell'), 'point')).toBe(UNBOUNDED);
  });
});

describe('overlap', () => {
  it.each<[string, string, string, boolean]>([
    ['touching years do not overlap', '2372/2375', '2375/2380', false],
    ['a year in common does', '2372/2375', '2374/2380', true],
    ['touching days do not overlap', '2372/2375-06-01', '2375-06-01/2380', false],
    ['a day in common does', '2372/2375-06-02', '2375-06-01/2380', true],
    ['a year touches a month within it', '2372/2375', '2375-06/2380', false],
    ['one that starts in the middle of another must share its start, whatever its end', '2370/2380', '2375/..', true],
    ['one that starts as the other ends need not', '2372/2375', '2375/..', false],
    ['two open ends need not', '2371/..', '2371/..', false],
    ['one in some time of a decade need not', '237X', '2371/2375', false],
    ['an unknown start may be any', '/2380', '2375/2378', false],
    ['one inside the other does', '2370/2380', '2373/2375', true],
  ])('%s: %s and %s', (_case, a, b, expected) => {
    expect(mustOverlap(state(a), state(b))).toBe(expected);
    expect(mustOverlap(state(b), state(a))).toBe(expected);
  });

  it('takes an as-of as true then, bounding nothing else', () => {
    const asOf = boundsOf(dateOf('2372'), 'asof');
    expect(mustOverlap(asOf, state('2375/..'))).toBe(false);
    expect(disjoint(asOf, state('2375/..'))).toBe(false);
    expect(mustOverlap(asOf, state('2370/2374'))).toBe(true);
    expect(disjoint(asOf, state('2376/..'))).toBe(false);
  });

  it('treats free bounds as unknown, never as day 0', () => {
    expect(disjoint(state('/1960'), state('1950'))).toBe(false);
    expect(disjoint(state('2372/'), state('2400'))).toBe(false);
    expect(mustOverlap(UNBOUNDED, state('2370/2380'))).toBe(false);
    expect(mustPrecede(UNBOUNDED, UNBOUNDED)).toBe(false);
  });
});

describe('order', () => {
  it('knows what must come before, and what cannot', () => {
    expect(mustPrecede(state('2370/2371'), state('2372/2375'))).toBe(true);
    expect(mustPrecede(state('2370/2372'), state('2372/2375'))).toBe(false);
    expect(cannotPrecede(state('2370/2375'), state('2375/2380'))).toBe(false);
    expect(cannotPrecede(state('2370/2376'), state('2375/2378'))).toBe(true);
    expect(cannotPrecede(state('2377/..'), state('2375/..'))).toBe(true);
  });
});

describe('windows', () => {
  it('tells containment and disjointness', () => {
    const decade = hullOf(boundsOf(dateOf('237X'), 'point'));
    const year = hullOf(boundsOf(dateOf('2372'), 'point'));
    const other = hullOf(boundsOf(dateOf('2366'), 'point'));
    const before = hullOf(boundsOf(dateOf('[..2366]'), 'point'));
    expect(windowCovers(decade, year)).toBe(true);
    expect(windowCovers(year, decade)).toBe(false);
    expect(windowCovers(before, other)).toBe(true);
    expect(windowCovers(other, before)).toBe(false);
    expect(windowsDisjoint(decade, other)).toBe(true);
    expect(windowsDisjoint(before, year)).toBe(true);
    expect(windowsDisjoint(decade, year)).toBe(false);
  });

  it('takes what begins in a year to end no earlier', () => {
    expect(tightened(state('2375/..')).eLo).toBe(state('2375/..').sLo);
  });
});
