import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVERY_DAY } from '../../src/lore/schedule.ts';
import { localTime } from '../../src/lore/time/local-day.ts';
import { readOurDay } from '../../src/lore/time/world-today.ts';
import { daysDue, localDay, momentOf, nextDue } from '../../src/schedule/due.ts';
import { nonceOf, spreadOf, spreadWindow } from '../../src/schedule/spread.ts';

const ZONES = [...Intl.supportedValuesOf('timeZone'), 'UTC'];

function moment(text: string, hour: number, minute: number, zone: string): string | null {
  const day = readOurDay(text);
  const at = day === null ? null : momentOf(day, hour, minute, zone);
  return at === null ? null : new Date(at).toISOString();
}

describe('a time of a day in a zone', () => {
  it.each([
    ['a plain day', '2026-01-15', 9, 0, 'Europe/Berlin', '2026-01-15T08:00:00.000Z'],
    ['in summer', '2026-07-15', 9, 0, 'Europe/Berlin', '2026-07-15T07:00:00.000Z'],
    ['half an hour off', '2026-07-15', 9, 0, 'Asia/Kolkata', '2026-07-15T03:30:00.000Z'],
    ['three quarters off', '2026-07-15', 0, 15, 'Asia/Kathmandu', '2026-07-14T18:30:00.000Z'],
    ['fourteen hours ahead', '2026-07-15', 0, 0, 'Pacific/Kiritimati', '2026-07-14T10:00:00.000Z'],
    ['clocks leap over it: as long after', '2026-03-29', 2, 30, 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['clocks leap over it by half an hour', '2026-10-04', 2, 15, 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['clocks leap over midnight', '2026-04-24', 0, 30, 'Africa/Cairo', '2026-04-23T22:30:00.000Z'],
    ['clocks show it twice: the first', '2026-10-25', 2, 30, 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['clocks show it twice in New York', '2026-11-01', 1, 30, 'America/New_York', '2026-11-01T05:30:00.000Z'],
    ['a day that was left out', '2011-12-30', 9, 0, 'Pacific/Apia', null],
    ['the day after it', '2011-12-31', 9, 0, 'Pacific/Apia', '2011-12-30T19:00:00.000Z'],
    ['UTC', '2026-02-28', 23, 59, 'UTC', '2026-02-28T23:59:00.000Z'],
  ])('%s', (_what, day, hour, minute, zone, expected) => {
    expect(moment(day, hour, minute, zone)).toBe(expected);
  });

  it('is on that day, and shows that time or the one after a leap, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: 1439 }),
        (zone, number, minutes) => {
          const date = new Date(Date.UTC(2024, 0, 1) + number * 86_400_000);
          const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
          const at = momentOf(day, Math.floor(minutes / 60), minutes % 60, zone);
          if (at === null) throw new Error(`${zone} left out ${date.toISOString()}`);
          const shown = localTime(at, zone);
          expect(shown).toMatchObject(day);
          const later = shown.hour * 60 + shown.minute - minutes;
          expect(later === 0 || (later > 0 && later <= 120)).toBe(true);
        },
      ),
      { numRuns: 300, seed: 8 },
    );
  });
});

describe('what is due', () => {
  const at = (text: string) => Date.parse(text);
  const nine = { hour: 9, minute: 0, zone: 'Europe/Berlin', days: [...EVERY_DAY] };
  const since = at('2026-05-01T12:00:00Z');
  const due = (now: string, last: string | null = null, over: object = {}, spreadMs = 0) =>
    daysDue({ ...nine, since, ...over }, spreadMs, last, at(now), 60).map(({ day }) => day);

  it.each<[string, string, string | null, object, number, string[]]>([
    ['nothing before it was set', '2026-05-01T12:00:01Z', null, {}, 0, []],
    ['nothing a second before', '2026-05-02T06:59:59Z', null, {}, 0, []],
    ['the day at its minute', '2026-05-02T07:00:00Z', null, {}, 0, ['2026-05-02']],
    ['not before its place in the spread', '2026-05-02T07:00:59Z', null, {}, 60_000, []],
    ['not what was dealt with', '2026-05-02T07:00:00Z', '2026-05-02', {}, 0, []],
    ['all days of an absence', '2026-05-04T07:00:00Z', null, {}, 0, ['2026-05-02', '2026-05-03', '2026-05-04']],
    [
      'only its days of the week (2 May 2026 is a Saturday)',
      '2026-05-11T20:00:00Z',
      null,
      { days: [6, 1] },
      0,
      ['2026-05-02', '2026-05-04', '2026-05-09', '2026-05-11'],
    ],
    ['nothing where the clock was set back', '2026-05-02T07:00:00Z', '2026-05-02', {}, 0, []],
  ])('%s', (_what, now, last, over, spreadMs, expected) => {
    expect(due(now, last, over, spreadMs)).toEqual(expected);
  });

  it('comes next at the first of its days', () => {
    const next = (now: string, over: object = {}, spreadMs = 0) => {
      const found = nextDue({ ...nine, ...over }, spreadMs, at(now));
      return found === null ? null : [found.day, new Date(found.dueAt).toISOString()];
    };
    expect(next('2026-05-02T06:00:00Z')).toEqual(['2026-05-02', '2026-05-02T07:00:00.000Z']);
    expect(next('2026-05-02T07:00:00Z')).toEqual(['2026-05-03', '2026-05-03T07:00:00.000Z']);
    expect(next('2026-05-02T07:00:00Z', { days: [5] })).toEqual(['2026-05-08', '2026-05-08T07:00:00.000Z']);
    expect(next('2026-05-02T22:02:00Z', { hour: 23, minute: 59 }, 300_000)).toEqual([
      '2026-05-02',
      '2026-05-02T22:04:00.000Z',
    ]);
    expect(localDay(at('2026-05-02T22:02:00Z'), 'Europe/Berlin')).toBe('2026-05-03');
  });

  it('is spread where many share an hour, each server in a place of its own', () => {
    expect([1, 50, 51, 1_000, 10_000].map(spreadWindow)).toEqual([0, 0, 60_000, 60_000, 300_000]);
    const places = Array.from({ length: 10_000 }, (_, server) =>
      spreadOf(String(10n ** 18n + BigInt(server)), 300_000),
    );
    const perSecond = new Map<number, number>();
    for (const place of places)
      perSecond.set(Math.floor(place / 1000), (perSecond.get(Math.floor(place / 1000)) ?? 0) + 1);
    expect(Math.max(...perSecond.values())).toBeLessThanOrEqual(60);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(spreadOf('123', 300_000)).toBe(spreadOf('123', 300_000));
  });

  it('has a nonce that Discord takes, another one for another server or day', () => {
    const nonces = [
      nonceOf('1', '2026-05-02', 'due'),
      nonceOf('2', '2026-05-02', 'due'),
      nonceOf('1', '2026-05-03', 'due'),
    ];
    expect(new Set(nonces).size).toBe(3);
    for (const nonce of nonces) expect(nonce.length).toBeLessThanOrEqual(25);
  });
});
