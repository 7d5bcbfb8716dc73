import { describe, expect, it } from 'vitest';
import type { Calendar } from '../../../src/lore/time/calendar.ts';
import { SUNDERED_COAST, THIRTEEN_MOONS } from '../../../src/lore/time/examples.ts';
import { GREGORIAN } from '../../../src/lore/time/gregorian.ts';
import { isTimeZone, localTime } from '../../../src/lore/time/local-day.ts';
import { monthDayText, readDayOfYear } from '../../../src/lore/time/month-day.ts';
import {
  isNewWorldDay,
  missingDaysAfter,
  readOurDay,
  type WorldToday,
  worldDays,
  worldTodaySchema,
} from '../../../src/lore/time/world-today.ts';

const our = (text: string) => {
  const day = readOurDay(text);
  if (day === null) throw new Error(text);
  return day;
};
const told = (rule: WorldToday, calendar: Calendar, text: string) =>
  worldDays(rule, calendar, our(text)).map(({ year, month, day }) => `${year}-${month}-${day}`);

const SET = { kind: 'set', date: '12 Thaw 302 AS', since: '2026-01-01', days: 1, per: 1 } as const;

describe("the world's today", () => {
  it.each<[string, WorldToday, Calendar, string, string[]]>([
    ['is ours', { kind: 'same' }, GREGORIAN, '2026-05-15', ['2026-5-15']],
    ['has our day and month, and no year we know', { kind: 'same' }, SUNDERED_COAST, '2026-05-15', ['null-5-15']],
    ['has no twelfth month', { kind: 'same' }, SUNDERED_COAST, '2026-12-15', []],
    ['has no 31st of a month of 28 days', { kind: 'same' }, THIRTEEN_MOONS, '2026-05-29', []],
    ['is years ahead', { kind: 'shift', years: 346, days: 0 }, GREGORIAN, '2026-05-15', ['2372-5-15']],
    ['is days behind', { kind: 'shift', years: 0, days: -15 }, GREGORIAN, '2026-05-15', ['2026-4-30']],
    [
      'keeps a leap day that its own year lacks',
      { kind: 'shift', years: 1, days: 0 },
      GREGORIAN,
      '2024-02-29',
      ['2025-2-29'],
    ],
    ['is the day that was set', SET, SUNDERED_COAST, '2026-01-01', ['302-2-12']],
    ['moves on', SET, SUNDERED_COAST, '2026-02-01', ['302-3-7']],
    ['was earlier before', SET, SUNDERED_COAST, '2025-12-31', ['302-2-11']],
    [
      'goes seven days a day',
      { ...SET, days: 7 },
      SUNDERED_COAST,
      '2026-01-02',
      ['302-2-19', '302-2-20', '302-2-21', '302-2-22', '302-2-23', '302-2-24', '302-2-25'],
    ],
    ['goes a day a week', { ...SET, per: 7 }, SUNDERED_COAST, '2026-01-08', ['302-2-13']],
    ['stands still', { ...SET, days: 0 }, SUNDERED_COAST, '2030-01-08', ['302-2-12']],
    ['crosses eras without a year 0', { ...SET, date: '36 Longdark 1 BS' }, SUNDERED_COAST, '2026-01-02', ['1-1-1']],
    [
      'comes to days outside the months',
      { ...SET, date: '28 Rose Moon, LA 4' },
      THIRTEEN_MOONS,
      '2026-01-02',
      ['1444-0-1'],
    ],
    ['is none where the set date is no day', { ...SET, date: '302 AS' }, SUNDERED_COAST, '2026-01-01', []],
  ])('%s', (_what, rule, calendar, ours, expected) => {
    expect(told(rule, calendar, ours)).toEqual(expected);
  });

  it('is new once, where the world is slower than we are', () => {
    const rule = { ...SET, per: 7 };
    const days = Array.from({ length: 14 }, (_, at) => `2026-01-${String(at + 1).padStart(2, '0')}`);
    expect(days.filter((day) => isNewWorldDay(rule, SUNDERED_COAST, our(day)))).toEqual(['2026-01-01', '2026-01-08']);
  });

  it.each([
    ['a pace of more than a year a day', { ...SET, days: 1000, per: 1 }],
    ['a day of ours that is none', { ...SET, since: 'yesterday' }],
    ['a kind nobody knows', { kind: 'guess' }],
  ])('refuses %s', (_what, rule) => {
    expect(worldTodaySchema.safeParse(rule).success).toBe(false);
  });
});

describe('leap days', () => {
  it.each<[Calendar, number, number, number, string[]]>([
    [GREGORIAN, 2026, 2, 28, ['2-29']],
    [GREGORIAN, 2024, 2, 28, []],
    [GREGORIAN, 2026, 3, 1, []],
    [GREGORIAN, 1900, 2, 28, ['2-29']],
    [GREGORIAN, -3, 2, 28, ['2-29']],
    [THIRTEEN_MOONS, 1442, 6, 28, ['0-1']],
    [THIRTEEN_MOONS, 1444, 6, 28, []],
    [SUNDERED_COAST, 302, 2, 36, []],
  ])('%# are remembered on the day before, where the year lacks them', (calendar, year, month, day, expected) => {
    expect(missingDaysAfter(calendar, { year, month, day }).map((one) => `${one.month}-${one.day}`)).toEqual(expected);
  });
});

describe('a day without its year', () => {
  it.each<[string, Calendar, string | null]>([
    ['15 May', GREGORIAN, '2000-05-15'],
    ['May 15', GREGORIAN, '2000-05-15'],
    ['05-15', GREGORIAN, '2000-05-15'],
    ['29 February', GREGORIAN, '2000-02-29'],
    ['1994-05-15', GREGORIAN, '1994-05-15'],
    ['May 1994', GREGORIAN, '1994-05'],
    ['30 February', GREGORIAN, null],
    ['soon', GREGORIAN, null],
    ['12 Thaw', SUNDERED_COAST, '12 Thaw 2000 AS'],
    ['12 Thaw 302 AS', SUNDERED_COAST, '12 Thaw 302 AS'],
    ['40 Thaw', SUNDERED_COAST, null],
    ['02-12', SUNDERED_COAST, '12 Thaw 2000 AS'],
    ['Lantern Night', THIRTEEN_MOONS, 'Lantern Night LA 2000'],
    ['3 Wolf Moon', THIRTEEN_MOONS, '3 Wolf Moon LA 2000'],
  ])('%s is read', (text, calendar, expected) => {
    const read = readDayOfYear(text, calendar);
    expect(read.ok ? read.value.text : null).toBe(expected);
  });

  it.each<[Calendar, number, number, string]>([
    [GREGORIAN, 5, 15, '15 May'],
    [SUNDERED_COAST, 2, 12, '12 Thaw'],
    [THIRTEEN_MOONS, 0, 1, 'Lantern Night'],
    [THIRTEEN_MOONS, 1, 3, '3 Wolf Moon'],
  ])('is written as its calendar writes it', (calendar, month, day, expected) => {
    expect(monthDayText(calendar, { month, day })).toBe(expected);
  });
});

describe('time zones', () => {
  it.each([
    ['UTC', true],
    ['Europe/Berlin', true],
    ['Asia/Kolkata', true],
    ['Mars/Base', false],
    ['+05:30', false],
    ['', false],
  ])('%s', (zone, isOne) => {
    expect(isTimeZone(zone)).toBe(isOne);
  });

  it('show a moment as their clocks do', () => {
    const at = Date.UTC(2026, 0, 1, 11, 45);
    expect(localTime(at, 'Pacific/Auckland')).toMatchObject({ year: 2026, month: 1, day: 2, hour: 0, minute: 45 });
    expect(localTime(at, 'Pacific/Pago_Pago')).toMatchObject({ year: 2026, month: 1, day: 1, hour: 0, minute: 45 });
    expect(localTime(at, 'Asia/Kathmandu')).toMatchObject({ hour: 17, minute: 30 });
  });
});
