import { describe, expect, it } from 'vitest';
import { onThisDayDocument } from '../../src/documents/on-this-day.ts';
import { voiceOf } from '../../src/documents/voice.ts';
import { factOfDay, UNREPEATED_DAYS } from '../../src/lookup/fact-of-day.ts';
import { inThisMonth, onThisDay, todayOf } from '../../src/lookup/on-this-day.ts';
import type { ClaimId } from '../../src/lore/ids.ts';
import { SUNDERED_COAST, THIRTEEN_MOONS } from '../../src/lore/time/examples.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { plain } from '../../src/messages/document.ts';
import { aLorebook } from '../support/lorebook.ts';
import { aHead, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();

type Row = Readonly<Record<string, string>>;

function aWorld(
  rows: readonly Row[],
  head: Readonly<Record<string, unknown>> = {},
  beside: readonly Row[] = [],
): Lorebook {
  const folder = temp();
  const names = [...new Set([...rows, ...beside].map((row) => row.subject ?? ''))];
  writePack(folder, {
    head: aHead({
      ...head,
      accounts: [
        { slug: 'chronicle', title: 'The chronicle' },
        { slug: 'songs', title: 'The songs' },
      ],
    }),
    entities: names.map((name) => ({ name, kind: /^(Battle|Storm)/.test(name) ? 'event' : 'place' })),
    claims: { chronicle: rows, ...(beside.length === 0 ? {} : { songs: beside }) },
  });
  return aLorebook(temp(), folder);
}

const event = (name: string, date: string): Row => ({ subject: name, predicate: 'date', value: date });

function on(lorebook: Lorebook, year: number, month: number, day: number) {
  return onThisDay(lorebook.read, todayOf(lorebook.read, { year, month, day }));
}

function textOn(lorebook: Lorebook, year: number, month: number, day: number): string {
  const { heading, items, closing } = onThisDayDocument(on(lorebook, year, month, day), voiceOf(lorebook.read));
  return [
    heading,
    ...items.flatMap((item) => item.lines.map((line) => plain(line.text))),
    ...(closing ?? []).map((line) => plain(line.text)),
  ].join('\n');
}

describe('on this day', () => {
  it.each([
    ['a day', '1994-05-15', true],
    ['a day long ago', '-0043-05-15', true],
    ['a day to come', '2371-05-15', true],
    ['the day after', '1994-05-16', false],
    ['a month', '1994-05', false],
    ['a year', '1994', false],
    ['a span of years', '1914/1919', false],
    ['a span around it', '1994-05-01/1994-05-30', false],
    ['about that day', '1994-05-15~', false],
    ['perhaps that day', '1994-05-15?', false],
    ['a decade', '199X', false],
    ['a season', '1994-21', false],
    ['one of two days', '[1994-05-15,1994-05-16]', false],
    ['before that day', '[..1994-05-15]', false],
  ])('%s counts, or not', (_what, date, counts) => {
    const lorebook = aWorld([event('Battle of the Ford', date)]);
    expect(on(lorebook, 2026, 5, 15).events.map(({ entity }) => entity?.name)).toEqual(
      counts ? ['Battle of the Ford'] : [],
    );
    lorebook.close();
  });

  it('leaves out what was merely so on that day, what is denied, and how somebody puts it', () => {
    const lorebook = aWorld([
      { subject: 'Ardent', predicate: 'located_in', value: 'Coast', date: '0302-05-15', date_kind: 'asof' },
      { subject: 'Ardent', predicate: 'captured', value: '', value_kind: 'none', date: '0302-05-15' },
      { subject: 'Ardent', predicate: 'described_as', value: 'grim', date: '0302-05-15', modality: 'characterisation' },
      { subject: 'Coast', predicate: 'formed', value: '0302-05-15' },
    ]);
    expect(on(lorebook, 2026, 5, 15).events.map(({ entity }) => entity?.name)).toEqual(['Coast']);
    lorebook.close();
  });

  it.each([
    ['the next of this year', [2026, 4, 1], '15 May'],
    ['the first of the next, after the last', [2026, 12, 1], '2 February'],
    ['the one after today', [2026, 5, 16], '3 November'],
  ] as const)('names %s where nothing happened', (_what, [year, month, day], expected) => {
    const lorebook = aWorld([
      event('Battle of the Ford', '1994-05-15'),
      event('Storm of the Gulls', '0900-11-03'),
      event('Battle of the Fens', '1200-02-02'),
      event('Battle of the Hill', '1200-03'),
    ]);
    expect(textOn(lorebook, year, month, day)).toContain(`Try /lore onthisday date:${expected}, the next day`);
    lorebook.close();
  });

  it('says how long ago it was, and how far ahead', () => {
    const lorebook = aWorld([event('Battle of the Ford', '1994-05-15')]);
    expect(textOn(lorebook, 2026, 5, 15)).toContain('15 May 1994, 32 years ago');
    expect(textOn(lorebook, 1995, 5, 15)).toContain('15 May 1994, 1 year ago');
    expect(textOn(lorebook, 1994, 5, 15)).toContain('15 May 1994, this year');
    expect(textOn(lorebook, 1990, 5, 15)).toContain('15 May 1994, 4 years from now');
    lorebook.close();
  });

  it('puts first what most rests on', () => {
    const lorebook = aWorld([
      event('Storm of the Gulls', '0900-05-15'),
      event('Battle of the Ford', '1200-05-15'),
      { subject: 'Battle of the Ford', predicate: 'outcome', value: 'rout' },
      { subject: 'Battle of the Ford', predicate: 'participant', value: 'Storm of the Gulls' },
    ]);
    expect(on(lorebook, 2026, 5, 15).events.map(({ entity }) => entity?.name)).toEqual([
      'Battle of the Ford',
      'Storm of the Gulls',
    ]);
    lorebook.close();
  });

  it('tells all that is said of one event in one item', () => {
    const lorebook = aWorld([
      {
        subject: 'Coast',
        predicate: 'captured',
        value: 'Ardent',
        date: '0302-05-15',
        qualifiers: 'event=battle-of-the-ford',
      },
      { subject: 'Ardent', predicate: 'formed', value: '0100' },
      event('Battle of the Ford', '0302-05-15'),
      { subject: 'Battle of the Ford', predicate: 'victor', value: 'Coast', date: '0302-05-15' },
    ]);
    const { events } = on(lorebook, 2026, 5, 15);
    expect(events).toHaveLength(1);
    expect(events[0]?.facts[0]?.lead.predicate).toBe('date');
    expect(events[0]?.facts).toHaveLength(3);
    lorebook.close();
  });

  it('posts a contested date as contested, with both accounts, on either day', () => {
    const lorebook = aWorld([event('Battle of the Ford', '1994-05-15')], {}, [
      event('Battle of the Ford', '1994-05-20'),
    ]);
    for (const day of [15, 20]) {
      const said = textOn(lorebook, 2026, 5, day);
      expect(said).toContain('Contested');
      expect(said).toContain('The chronicle');
      expect(said).toContain('The songs');
      expect(on(lorebook, 2026, 5, day).events[0]?.contested).toHaveLength(1);
    }
    lorebook.close();
  });

  it('remembers 29 February on the 28th of a year without it, and says so', () => {
    const lorebook = aWorld([event('Battle of the Ford', '2000-02-29')]);
    expect(on(lorebook, 2024, 2, 28).events).toEqual([]);
    expect(on(lorebook, 2024, 2, 29).events).toHaveLength(1);
    expect(on(lorebook, 2026, 3, 1).events).toEqual([]);
    expect(textOn(lorebook, 2026, 2, 28)).toContain('29 February, a day that this year does not have');
    lorebook.close();
  });

  it('knows invented months, days outside them and leap days', () => {
    const moved = (date: string) => ({ kind: 'set', date, since: '2026-01-01', days: 1, per: 1 });
    const coast = aWorld(
      [event('Battle of the Ford', '12 Thaw 302 AS'), event('Storm of the Gulls', '12 Thaw 40 BS')],
      {
        calendar: SUNDERED_COAST,
        today: moved('11 Thaw 305 AS'),
      },
    );
    expect(on(coast, 2026, 1, 1).events).toEqual([]);
    expect(on(coast, 2026, 1, 2).events.map(({ ago }) => ago)).toEqual([344, 3]);
    expect(textOn(coast, 2026, 1, 2)).toContain('On this day: 12 Thaw');
    coast.close();
    const moons = aWorld([event('Battle of the Ford', 'Lantern Night, LA 4')], {
      calendar: THIRTEEN_MOONS,
      today: moved('28 Rose Moon, LA 5'),
    });
    expect(textOn(moons, 2026, 1, 1)).toContain('It was on Lantern Night');
    moons.close();
  });

  it.each<[string, string, readonly [number, number, number], string]>([
    ['by our calendar', '1994-05-15', [2026, 5, 15], '15 May 1994, 32 years ago'],
    ['as people write it', '15 May 1994', [2026, 5, 15], '15 May 1994, 32 years ago'],
    ['on a day that the world does not have', '1994-12-31', [2026, 12, 31], '31 December 1994, 32 years ago'],
    ['on the day before in a year without it', '1996-02-29', [2026, 2, 28], '29 February'],
    ["by the world's, where ours cannot read it", '12 Thaw 302 AS', [2026, 2, 12], '12 Thaw 302 AS'],
  ])('looks for what was released %s, in a world with a calendar of its own', (_what, released, day, expected) => {
    const folder = temp();
    writePack(folder, {
      head: aHead({ calendar: SUNDERED_COAST, accounts: [{ slug: 'chronicle', title: 'The chronicle' }] }),
      entities: [{ name: 'Storm of the Gulls', kind: 'event' }],
      works: [{ title: 'The Ford', kind: 'novel', released }],
      claims: { chronicle: [event('Storm of the Gulls', '3 Highsun 302 AS')] },
    });
    const lorebook = aLorebook(temp(), folder);
    const [one, ...others] = on(lorebook, ...day).events.filter(({ kind }) => kind === 'release');
    expect([one?.entity?.name, others]).toEqual(['The Ford', []]);
    expect(textOn(lorebook, ...day)).toContain(expected);
    expect(textOn(lorebook, 2026, 5, 3)).toContain('happened on 3 Highsun 302 AS');
    lorebook.close();
  });

  it('looks at our day for what was released, where the world is years ahead', () => {
    const folder = temp();
    writePack(folder, {
      head: aHead({ today: { kind: 'shift', years: 346, days: 10 } }),
      entities: [{ name: 'Battle of the Ford', kind: 'event' }],
      works: [{ title: 'The Ford', kind: 'novel', released: '1994-05-15' }],
      claims: {
        chronicle: [
          event('Battle of the Ford', '2370-05-25'),
          { subject: 'Ford', predicate: 'outcome', value: 'x' },
        ].slice(0, 1),
      },
    });
    const lorebook = aLorebook(temp(), folder);
    const { events } = on(lorebook, 2026, 5, 15);
    expect(events.map(({ kind, ago }) => [kind, ago])).toEqual(
      expect.arrayContaining([
        ['event', 2],
        ['release', 32],
      ]),
    );
    expect(textOn(lorebook, 2026, 5, 15)).toContain('“The Ford” was first published.');
    lorebook.close();
  });

  it('finds what is dated to the month alone, for an empty day', () => {
    const lorebook = aWorld([event('Battle of the Ford', '1994-05'), event('Storm of the Gulls', '1994')]);
    const month = inThisMonth(lorebook.read, todayOf(lorebook.read, { year: 2026, month: 5, day: 3 }));
    expect(month.events.map(({ entity }) => entity?.name)).toEqual(['Battle of the Ford']);
    lorebook.close();
  });
});

describe('the fact of the day', () => {
  const aBook = (facts: number) =>
    aWorld(
      Array.from({ length: facts }, (_, at) => ({
        subject: `Place ${at}`,
        predicate: 'located_in',
        value: 'Place 0',
        statement: `Place ${at} is there.`,
      })),
    );

  it.each([
    [200, 400, 400],
    [60, 180, 180],
    [10, 130, 30],
  ])('of %d facts, in %d days, comes %d times, and none again within 60 days', (facts, days, times) => {
    const lorebook = aBook(facts);
    const told: (ClaimId | undefined)[] = [];
    for (let day = 0; day < days; day += 1) {
      const recent = new Set(told.slice(-(UNREPEATED_DAYS - 1)).filter((id) => id !== undefined));
      const found = factOfDay(lorebook.read, day, recent);
      if (day % 20 === 0) expect(factOfDay(lorebook.read, day, recent)).toEqual(found);
      told.push(found?.id);
    }
    expect(told.filter((id) => id !== undefined)).toHaveLength(times);
    for (const [day, id] of told.entries()) {
      if (id !== undefined) expect(told.slice(day + 1, day + UNREPEATED_DAYS)).not.toContain(id);
    }
    lorebook.close();
  });

  it('leaves out what has a date', () => {
    const lorebook = aWorld([event('Battle of the Ford', '1994-05-15')]);
    expect(factOfDay(lorebook.read, 1, new Set())).toBeUndefined();
    lorebook.close();
  });
});
