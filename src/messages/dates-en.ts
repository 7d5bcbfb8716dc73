import type { DateWords } from '../lore/time/date-words.ts';

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const SUFFIXES = { zero: 'th', one: 'st', two: 'nd', few: 'rd', many: 'th', other: 'th' } as const;
const EITHER = new Intl.ListFormat('en-GB', { type: 'disjunction' });
const ALL = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** How dates are put in English: "as of 2372", "2372 until 2375", "the late 24th century". */
export const DATES_EN: DateWords = {
  about: (date) => `about ${date}`,
  perhaps: (date) => `perhaps ${date}`,
  asOf: (date) => `as of ${date}`,
  asOfUntil: (date, end) => `as of ${date}, until ${end}`,
  from: (start) => `from ${start}`,
  fromEndUnknown: (start) => `from ${start}, end unknown`,
  until: (end) => `until ${end}`,
  span: (start, end) => `${start} until ${end}`,
  before: (date) => `before ${date}`,
  after: (date) => `after ${date}`,
  orEarlier: (date) => `${date} or earlier`,
  orLater: (date) => `${date} or later`,
  between: (first, last) => `between ${first} and ${last}`,
  through: (first, last) => `${first} to ${last}`,
  oneOf: (dates) => EITHER.format(dates),
  allOf: (dates) => ALL.format(dates),
  years: (number) => `${number}s`,
  century: (ordinal) => `${ordinal}${SUFFIXES[ORDINALS.select(ordinal)]} century`,
  theSpan: (name) => `the ${name}`,
  part: (part, name, isNamed) => {
    const the = isNamed ? 'the ' : '';
    switch (part) {
      case 'early':
        return `${the}early ${name}`;
      case 'mid':
        return `${the}mid-${name}`;
      case 'late':
        return `${the}late ${name}`;
      case 'first-half':
        return `the first half of ${the}${name}`;
      case 'second-half':
        return `the second half of ${the}${name}`;
    }
  },
  season: (name, year) => `${name} ${year}`,
  unknownTime: 'at an unknown time',
  always: 'at all times',
};
