import type { Calendar, Era } from './calendar.ts';

/** The axis years an era covers; infinite where it never ends. */
export function eraSpan(era: Era): { readonly min: number; readonly max: number } {
  const length = (era.lastYear ?? Number.POSITIVE_INFINITY) - era.firstYear;
  return era.direction === 'forward'
    ? { min: era.axisYear, max: era.axisYear + length }
    : { min: era.axisYear - length, max: era.axisYear };
}

/** The axis year of an era's year of that number. Numbers past its ends continue the count. */
export function axisYearOf(era: Era, number: number): number {
  const steps = number - era.firstYear;
  return era.direction === 'forward' ? era.axisYear + steps : era.axisYear - steps;
}

/** The number an era gives to an axis year. */
export function numberIn(era: Era, axisYear: number): number {
  const steps = axisYear - era.axisYear;
  return era.firstYear + (era.direction === 'forward' ? steps : -steps);
}

function eraHas(era: Era, axisYear: number): boolean {
  const span = eraSpan(era);
  return axisYear >= span.min && axisYear <= span.max;
}

function firstEra(calendar: Calendar): Era {
  const [first] = calendar.eras;
  if (first === undefined) throw new Error(`the calendar ${calendar.slug} has no era`);
  return first;
}

/** The era that a number without one belongs to. */
export function defaultEra(calendar: Calendar): Era {
  const wanted = calendar.defaultEra;
  const found = calendar.eras.find((era) => era.name === wanted || era.abbreviations.some((short) => short === wanted));
  return found ?? firstEra(calendar);
}

/**
 * The era in which an axis year is written: the one that has it (a forward one first, where two share a year),
 * else the default one, whose count then runs on past its end.
 */
export function eraOf(calendar: Calendar, axisYear: number): Era {
  const having = calendar.eras.filter((era) => eraHas(era, axisYear));
  return having.find((era) => era.direction === 'forward') ?? having[0] ?? defaultEra(calendar);
}

/** What stands beside the number: the first abbreviation, else the name. */
export function markOf(era: Era): string {
  return era.abbreviations[0] ?? era.name;
}
