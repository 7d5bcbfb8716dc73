import type { SpanPart } from './parts-of-span.ts';

/** The words of one language around a date; the names of months, eras and seasons are the calendar's. */
export interface DateWords {
  readonly about: (date: string) => string;
  readonly perhaps: (date: string) => string;
  readonly asOf: (date: string) => string;
  readonly asOfUntil: (date: string, end: string) => string;
  readonly from: (start: string) => string;
  readonly fromEndUnknown: (start: string) => string;
  readonly until: (end: string) => string;
  readonly span: (start: string, end: string) => string;
  readonly before: (date: string) => string;
  readonly after: (date: string) => string;
  readonly orEarlier: (date: string) => string;
  readonly orLater: (date: string) => string;
  /** Some time within. */
  readonly between: (first: string, last: string) => string;
  /** All of it. */
  readonly through: (first: string, last: string) => string;
  readonly oneOf: (dates: readonly string[]) => string;
  readonly allOf: (dates: readonly string[]) => string;
  /** "2370s", to which the era is added. */
  readonly years: (number: string) => string;
  /** "24th century", to which the era is added. */
  readonly century: (ordinal: number) => string;
  /** "the 2370s", "the 24th century". */
  readonly theSpan: (name: string) => string;
  /** `isNamed`: a decade or century, which bears an article: "the late 2370s", "late 2371". */
  readonly part: (part: SpanPart, name: string, isNamed: boolean) => string;
  readonly season: (name: string, year: string) => string;
  readonly unknownTime: string;
  readonly always: string;
}
