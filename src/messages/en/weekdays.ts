import { common } from './common.ts';

const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const ALL = [1, 2, 3, 4, 5, 6, 7];
const WHOLE: Readonly<Record<string, readonly number[]>> = {
  'every day': ALL,
  daily: ALL,
  weekdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
};

/** "Monday, Wednesday", "mon-fri", "every day": days of the week as people write them; null where something is none. */
export function readWeekdays(typed: string): readonly number[] | null {
  const text = typed.trim().toLowerCase().replace(/\s+/g, ' ');
  const whole = WHOLE[text];
  if (whole !== undefined) return whole;
  const days = new Set<number>();
  for (const part of text.split(/\s*(?:,|;|\/|\band\b|\s)\s*/).filter((word) => word !== '')) {
    const [first, last, ...more] = part.split(/[-–]/).map(dayNamed);
    if (first === null || first === undefined || last === null || more.length > 0) return null;
    // "fri-mon" runs over the week's end.
    for (let day = first; ; day = (day % 7) + 1) {
      days.add(day);
      if (day === (last ?? first)) break;
    }
  }
  return days.size === 0 ? null : [...days].sort((a, b) => a - b);
}

function dayNamed(word: string): number | null {
  const at = word.length < 2 ? -1 : NAMES.findIndex((name) => name.toLowerCase().startsWith(word.replace(/\.$/, '')));
  return at === -1 ? null : at + 1;
}

/** "every day", "Monday to Friday", "Monday and Thursday". */
export function weekdaysText(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const names = days.map((day) => NAMES[day - 1] ?? '');
  const isRun = days.length > 2 && days.every((day, at) => day === (days[0] ?? 0) + at);
  return isRun ? `${names[0]} to ${names.at(-1)}` : common.and(names);
}

/** What the option offers while it is being typed. */
export const WEEKDAY_CHOICES: readonly string[] = ['every day', 'weekdays', 'weekends', ...NAMES];
