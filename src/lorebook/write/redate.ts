import { datedAgain } from '../../lore/intake/claim-date.ts';
import type { DateKind } from '../../lore/time/bounds.ts';
import { type Calendar, calendarSchema } from '../../lore/time/calendar.ts';
import { GREGORIAN } from '../../lore/time/gregorian.ts';
import { parseDate } from '../../lore/time/parse-date.ts';
import type { Database } from '../database.ts';
import { readSetting } from './apply-change.ts';

const AT_ONCE = 2000;
const PAGE = `SELECT claim.id, claim.date, claim.date_kind AS kind, claim.predicate_id AS predicate, account.now FROM claim
  JOIN account ON account.id = claim.account_id WHERE claim.id > ? ORDER BY claim.id LIMIT ?`;
const UPDATE = `UPDATE claim SET s_lo = ?, s_hi = ?, e_lo = ?, e_hi = ?, first_day = ?, last_day = ? WHERE id = ?`;
const BRANCHES = 'SELECT id, branch FROM continuity WHERE branch IS NOT NULL';
const BRANCH = 'UPDATE continuity SET branch_day = ? WHERE id = ?';

interface Row {
  readonly id: number;
  readonly date: string | null;
  readonly kind: DateKind;
  readonly predicate: string;
  readonly now: string | null;
}

/**
 * Puts every date on the axis of the calendar as it is set now. The texts of the dates stay as they are: what they bound
 * follows from them, so that taking the change of calendar back puts all of it back.
 */
export function redate(database: Database): void {
  const calendar = calendarOf(database);
  let last = 0;
  for (;;) {
    const page = database.all<Row>(PAGE, last, AT_ONCE);
    for (const { id, date, kind, predicate, now } of page) {
      const { bounds, extent } = datedAgain(date, kind, { calendar, account: { now }, predicate });
      const { sLo, sHi, eLo, eHi } = bounds;
      database.run(UPDATE, sLo, sHi, eLo, eHi, extent.first ?? extent.last, extent.last, id);
    }
    const end = page.at(-1);
    if (end === undefined) break;
    last = end.id;
  }
  for (const { id, branch } of database.all<{ id: number; branch: string }>(BRANCHES)) {
    const read = parseDate(branch, calendar);
    database.run(BRANCH, read.ok ? (read.value.start?.min ?? null) : null, id);
  }
}

function calendarOf(database: Database): Calendar {
  const stored = readSetting(database, 'calendar');
  return stored === null ? GREGORIAN : calendarSchema.parse(stored);
}
