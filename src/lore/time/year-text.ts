import { civilDay } from './axis.ts';
import type { Day } from './bounds.ts';
import type { Calendar } from './calendar.ts';
import type { DateWords } from './date-words.ts';
import { eraOf } from './eras.ts';
import { momentPhrase } from './format-moment.ts';
import { yearsMoment } from './tree.ts';

/** The year a day falls in, as people say it: "2372", "35 BBY". */
export function yearText(day: Day, calendar: Calendar, words: DateWords): string {
  const { year } = civilDay(calendar, day);
  return momentPhrase(yearsMoment(year, 1), { calendar, words, marksEras: !eraOf(calendar, year).unmarked });
}
