import { factOfDay } from '../lookup/fact-of-day.ts';
import { inThisMonth, type OnThisDay, onThisDay, todayOf } from '../lookup/on-this-day.ts';
import type { ClaimId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';
import type { OnEmptyDay } from '../lore/schedule.ts';
import { dayNumber } from '../lore/time/axis.ts';
import { GREGORIAN } from '../lore/time/gregorian.ts';
import { isNewWorldDay, type OurDay, ourDayText } from '../lore/time/world-today.ts';
import type { Document } from '../messages/document.ts';
import { factOfDayDocument, onThisDayDocument, thisMonthDocument } from './on-this-day.ts';
import { voiceOf } from './voice.ts';

/** What is posted on a day. */
export interface DayPost {
  readonly document: Document;
  /** The look-up that shows it again, so that its buttons can turn the page. */
  readonly again: Readonly<Record<string, string>>;
  /** The undated fact it tells. */
  readonly fact: ClaimId | null;
}

/** The card for one of our days; null on an empty day that is passed in silence. `told`: facts not to be told again. */
export function dayPost(
  reader: LoreReader,
  ours: OurDay,
  empty: OnEmptyDay,
  told: () => ReadonlySet<ClaimId>,
): DayPost | null {
  const { calendar, today: rule } = reader.profile;
  const voice = voiceOf(reader);
  const today = todayOf(reader, ours);
  // Where the world is slower than we are, one of its days is remembered once and not for a week.
  const isNew = isNewWorldDay(rule, calendar, ours);
  const view = onThisDay(reader, isNew ? today : { ...today, days: [] });
  const on = ourDayText(ours);
  if (view.events.length > 0) return { document: onThisDayDocument(view, voice), again: { on }, fact: null };
  if (empty === 'month') {
    const month = monthOf(reader, ours);
    return month === null
      ? null
      : { document: thisMonthDocument(month, voice), again: { on, as: 'month' }, fact: null };
  }
  if (empty === 'silence') return null;
  const claim = factOfDay(reader, dayNumber(GREGORIAN, ours) ?? 0, told());
  if (claim === undefined) return null;
  return { document: factOfDayDocument(claim, today, voice), again: {}, fact: claim.id };
}

/** What is dated to the month alone; another event of it comes first every day. */
export function monthOf(reader: LoreReader, ours: OurDay): OnThisDay | null {
  const month = inThisMonth(reader, todayOf(reader, ours));
  if (month.events.length === 0) return null;
  const first = ours.day % month.events.length;
  return { ...month, events: [...month.events.slice(first), ...month.events.slice(0, first)] };
}
