import { z } from 'zod';
import { calendarFaults } from './calendar-faults.ts';

/** Names stand in stored dates beside `/ .. [ ] { } , ~ ? %`, so they may hold none of those, and begin with a letter. */
const nameSchema = z
  .string()
  .max(60)
  .regex(
    /^\p{L}[\p{L}\p{M}\p{N} '’.-]*$/u,
    "a name begins with a letter and holds letters, digits, spaces, - and ' only",
  )
  .refine((name) => !name.includes('..') && name === name.trim(), 'a name has no ".." and no space at its ends');

const eraSchema = z.object({
  name: nameSchema.describe('In full: Third Age'),
  abbreviations: z.array(nameSchema).default([]).describe('The first one is written, all are read: AC'),
  direction: z.enum(['forward', 'backward']).describe('Whether later years have higher or lower numbers'),
  firstYear: z
    .union([z.literal(0), z.literal(1)])
    .default(1)
    .describe('The number of the year the count begins with'),
  axisYear: z.int().min(-1e9).max(1e9).describe('Where the year of that number lies on the one axis all eras share'),
  lastYear: z.int().min(0).max(1e9).optional().describe('The highest number it has; left out where it never ends'),
  position: z.enum(['before', 'after']).default('after').describe('Where its abbreviation stands beside the number'),
  unmarked: z.boolean().default(false).describe('Whether its years are written without the abbreviation'),
});

const monthSchema = z.object({
  name: nameSchema,
  short: nameSchema.optional(),
  days: z.int().min(1).max(1000).describe('Its days in a common year'),
});

const outsideDaySchema = z.object({
  name: nameSchema,
  after: z.int().min(0).describe('The number of the month it follows; 0 = before the first month'),
});

const leapRuleSchema = z.object({
  every: z.int().min(1).max(1e6).describe('Years of the default era whose number it divides'),
  except: z.int().min(1).max(1e6).optional(),
  unless: z.int().min(1).max(1e6).optional().describe('An exception to the exception'),
  month: z.int().min(1).optional().describe('The month that gets one more day'),
  outsideDay: nameSchema.optional().describe('Or the day outside the months that only leap years have'),
});

const weekSchema = z.object({
  days: z.array(nameSchema).min(1).max(30),
  dayZero: z.int().min(0).default(0).describe('Which of them, counted from 0, day 0 is'),
  outsideDays: z
    .enum(['counted', 'skipped'])
    .default('counted')
    .describe('Whether days outside months have a week day'),
});

const seasonSchema = z.object({
  names: z.array(nameSchema).min(1).describe('The first one is written, all are read'),
  fromMonth: z.int().min(1),
  toMonth: z.int().min(1).describe('Lower than fromMonth where it runs over the turn of the year'),
});

const formatsSchema = z.object({
  day: z.string().max(100).default('{day} {month} {year}').describe('{day} {month} {monthNumber} {year} {weekday}'),
  month: z.string().max(100).default('{month} {year}'),
  outsideDay: z.string().max(100).default('{name}, {year}'),
  read: z.array(z.string().max(100)).max(20).default([]).describe('More ways in which people write a day or month'),
});

const shapeSchema = z.object({
  slug: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(100),
  eras: z.array(eraSchema).min(1).max(50),
  defaultEra: nameSchema.optional().describe('Name or abbreviation; left out: the first era'),
  months: z.array(monthSchema).min(1, 'a calendar needs at least one month').max(100),
  outsideDays: z.array(outsideDaySchema).max(100).default([]),
  leapRules: z.array(leapRuleSchema).max(8).default([]),
  dayZero: z.int().min(-1e6).max(1e6).default(0).describe('The axis year whose first day is day 0'),
  week: weekSchema.optional(),
  seasons: z.array(seasonSchema).max(12).default([]),
  formats: formatsSchema.prefault({}),
});

/** A calendar as data. A year on its axis is a whole number that all eras share; 0 and negative ones are years too. */
export type Calendar = z.infer<typeof shapeSchema>;
export type Era = Calendar['eras'][number];
export type LeapRule = Calendar['leapRules'][number];

/** What a pack or a keeper gives. Every fault is an issue at its place, with the fault's data in `params`. */
export const calendarSchema = shapeSchema.superRefine((calendar, context) => {
  for (const fault of calendarFaults(calendar)) {
    context.addIssue({ code: 'custom', path: [...fault.path], message: fault.message, params: { fault: fault.kind } });
  }
});
