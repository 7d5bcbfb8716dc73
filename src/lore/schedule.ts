import { z } from 'zod';
import { isTimeZone } from './time/local-day.ts';

const id = z.string().regex(/^\d{1,20}$/);

/** What is posted on a day on which nothing happened. */
export const ON_EMPTY_DAYS = ['silence', 'month', 'fact'] as const;
export type OnEmptyDay = (typeof ON_EMPTY_DAYS)[number];

/** Why the bot itself paused a schedule. */
const SCHEDULE_PROBLEMS = ['no-channel', 'no-access', 'not-a-text-channel'] as const;
export type ScheduleProblem = (typeof SCHEDULE_PROBLEMS)[number];

/** Monday is 1, as in ISO 8601. */
export const EVERY_DAY: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** When and where "on this day" is posted; kept as the setting `schedule` of the lorebook. */
const scheduleSchema = z.object({
  channel: id,
  hour: z.int().min(0).max(23),
  minute: z.int().min(0).max(59),
  /** IANA name. */
  zone: z.string().refine(isTimeZone),
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  empty: z.enum(ON_EMPTY_DAYS).default('silence'),
  /** The one role that may ever be mentioned. */
  role: id.nullable().default(null),
  paused: z.boolean().default(false),
  problem: z.enum(SCHEDULE_PROBLEMS).nullable().default(null),
  /** When it was last set, in milliseconds since 1970: nothing before that is due. */
  since: z.number(),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** Reads the setting; null where there is none, or one that cannot be read, so that a lorebook always opens. */
export function readSchedule(stored: unknown): Schedule | null {
  const read = scheduleSchema.safeParse(stored);
  return read.success ? read.data : null;
}
