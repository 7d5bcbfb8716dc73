import ical, { type VEvent } from 'node-ical';
import { describe, expect, it } from 'vitest';
import { onThisDayIcs } from '../../src/documents/on-this-day-ics.ts';
import { SUNDERED_COAST } from '../../src/lore/time/examples.ts';
import { aLorebook } from '../support/lorebook.ts';
import { aHead, writePack } from '../support/packs.ts';
import { tempFolders } from '../support/temp.ts';

const temp = tempFolders();
const AT = Date.UTC(2026, 10, 21);

function feed(dates: readonly string[], head: Readonly<Record<string, unknown>> = {}, title = 'Storm'): string {
  const folder = temp();
  writePack(folder, {
    head: aHead(head),
    entities: dates.map((_, at) => ({ name: `${title} ${at}`, kind: 'event' })),
    claims: { chronicle: dates.map((date, at) => ({ subject: `${title} ${at}`, predicate: 'date', value: date })) },
  });
  const lorebook = aLorebook(temp(), folder);
  const text = onThisDayIcs(lorebook.read, 2026, AT);
  lorebook.close();
  return text;
}

function events(text: string): readonly VEvent[] {
  return Object.values(ical.sync.parseICS(text)).flatMap((part) => (part?.type === 'VEVENT' ? [part as VEvent] : []));
}

/** The days of a yearly event in these years, as a calendar program finds them. */
function daysOf(event: VEvent, from: number, to: number): readonly string[] {
  const between = event.rrule?.between(new Date(Date.UTC(from, 0, 1)), new Date(Date.UTC(to, 11, 31)), true) ?? [];
  return between.map((date) => date.toISOString().slice(0, 10));
}

describe('the calendar of a lorebook', () => {
  it('holds what is precise to the day and nothing else, every year from the reader’s own on', () => {
    const found = events(feed(['2371-05-15', '1994-05', '1914/1919', '1994-05-15~', '-0043-03-15']));
    expect(found.map(({ summary }) => String(summary).slice(0, 5)).sort()).toEqual(['2371:', '44 BC']);
    for (const event of found) {
      expect(event.datetype).toBe('date');
      expect(daysOf(event, 2026, 2028)).toHaveLength(3);
      expect(daysOf(event, 2026, 2026)[0]).toMatch(/^2026-(05|03)-15$/);
    }
  });

  it('has 29 February on the last day of February', () => {
    const [event] = events(feed(['2000-02-29']));
    expect(event && daysOf(event, 2026, 2028)).toEqual(['2026-02-28', '2027-02-28', '2028-02-29']);
  });

  it('lays out a world whose days are not ours', () => {
    const today = { kind: 'set', date: '1 Frost 300 AS', since: '2026-01-01', days: 1, per: 1 };
    const found = events(feed(['12 Thaw 40 BS'], { calendar: SUNDERED_COAST, today }));
    expect(found.map(({ start }) => start.toISOString().slice(0, 10)).sort()).toEqual(['2026-02-17', '2027-02-12']);
    expect(found.every(({ rrule, summary }) => rrule === undefined && String(summary).startsWith('40 BS: '))).toBe(
      true,
    );
    expect(new Set(found.map(({ uid }) => uid)).size).toBe(2);
  });

  it('is written as the standard wants it, whatever a name holds', () => {
    const text = feed(
      ['1994-05-15'],
      {},
      'A; B, C\\nBEGIN:VEVENT “ünï” 🜁 and a name that is much longer than one line of a calendar may be',
    );
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\n'))).toBe(true);
    const [event] = events(text);
    expect(String(event?.summary)).toContain('BEGIN:VEVENT “ünï” 🜁');
    expect(text.replaceAll('\r\n ', '')).toContain('A\\; B\\, C\\\\nBEGIN:VEVENT');
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
  });

  it('is a calendar without events where nothing is dated', () => {
    expect(events(feed(['1994']))).toEqual([]);
  });
});
