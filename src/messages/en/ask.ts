import { common } from './common.ts';

/** The words of answers. */
export const ask = {
  notRecorded: 'Not recorded',
  disagree: 'The accounts disagree',
  disagreeBetween: (sides: readonly string[]): string => `The accounts disagree: ${common.or(sides)}.`,
  disagreeOn: (title: string): string => `The accounts disagree on a point of this: ${title.replace(/[.]$/, '')}.`,
  values: (values: readonly string[]): string => `${capital(common.and(values))}.`,
  yes: 'Yes, it is recorded.',
  contrary: 'The contrary is recorded.',
  perhaps: 'Not asserted by any account, but told in a lesser way.',
  denied: 'No: it is denied.',
  noOneSays: 'No account says so.',
  noOneSaysTimes: (times: readonly string[]): string => `No account says ${common.or(times)}.`,
  recordedInstead: 'What is recorded:',
  both: 'Both are told.',
  inferred: (values: readonly string[]): string => `${capital(common.and(values))}, which is inferred, not told.`,
  inferredOnly: 'Inferred, not told.',
  ongoing: 'inferred: no account says that it ended',
  inferredTerm: (name: string): string =>
    `inferred: ${name} is the last one named, and no account says when the term ended`,
  inheritedFrom: (timeline: string): string => `inferred, as told of the timeline it branched from: ${timeline}`,
  isAlias: (typed: string, name: string): string => `${capital(typed)} is another name of ${name}.`,
  tones: 'The accounts tell of it in different tones.',
  called: (account: string, wording: string): string => `${account} calls it “${wording}”`,
  neutral: 'Told without a judgement:',
  undated: 'Told without a date:',
  elsewhereOnly: (home: string): string => `Nothing of it is told of ${common.theTimeline(home)}.`,
  elsewhere: (timeline: string): string => `${capital(common.inTimeline(timeline))}:`,
  lastSeen: (home: string): string => `In its place, of ${common.theTimeline(home)}:`,
  opposite: (home: string): string => `Of ${common.theTimeline(home)} it is told instead:`,
  citedThere: 'Cited there for:',
  otherSide: 'Against it:',
  ofThatTime: 'Of that time it is told:',
  countedNames: (names: readonly string[]): string =>
    `No account counts them; ${names.length === 1 ? '1 is' : `${names.length} are`} named: ${common.and(names)}.`,
  firstSeen: (year: string): string => `By ${year} at the latest: no account says when it began.`,
  lasted: (from: string, to: string, years: number, isBegun: boolean): string =>
    isBegun
      ? `${about(years)}, from ${from} to ${to}.`
      : `${about(years)} or more: as of ${from}, until ${to}, and no account says when it began.`,
  lastedOn: (from: string, isBegun: boolean): string =>
    isBegun
      ? `From ${from} on; no account says when it ended.`
      : `As of ${from}; no account says when it began or ended.`,
  events: (n: number): string => `${common.count(n, 'thing is', 'things are')} told of it.`,
  disputed: 'The accounts disagree about it.',
  undisputed: 'No disagreement is on record about it; this is what is told.',
  namesakes: (typed: string, n: number): string => `${n} are called ${typed}. Which one is meant?`,
  reading: (name: string, timeline: string): string => (timeline === '' ? `${name}:` : `${name}, ${timeline}:`),
  saidBy: (titles: readonly string[]): string => `${capital(common.and(titles))}.`,
  noAnswer: (question: string): string => `No account answers this: “${question}”.`,
  noName: (names: readonly string[]): string =>
    `No account names ${common.or(names.map((name) => `“${name}”`))} there.`,
  noAccount: (typed: string, accounts: readonly string[]): string =>
    accounts.length === 0 || accounts.length > 6
      ? `No account here is called “${typed}”.`
      : `No account here is called “${typed}”. Those there are: ${common.and(accounts)}.`,
  noTimeline: (timeline: string): string => `Nothing of it is told of ${common.theTimeline(timeline)}.`,
  isRecorded: 'Recorded of the same:',
  between: (from: string, to: string): string => `Between ${from} and ${to} nobody is named.`,
  holder: (name: string, when: string): string => `${name}, ${when}`,
  notUnderstood: 'That question was not understood.',
  empty: 'There is no question there.',
  tooLong: 'That is too long for one question; a sentence is enough.',
  language: 'Questions are read in English only.',
  lorebookLanguage: (language: string): string =>
    `Questions are read in English, and this lorebook is in another language (${language}). Entries and search work in any.`,
  twoQuestions: (parts: readonly string[]): string =>
    `These are two questions. Ask one at a time: ${common.or(parts.map((part) => `“${part}”`))}.`,
  whatCanBeAsked:
    'What can be asked: who, what, when, where, why, how many, who held an office in a year, what happened in a year, which source says it.',
  tryOne: (examples: readonly string[]): string => `For example: ${examples.join(' ')}`,
  examples: {
    whoHeld: (office: string): string => `Who held the office ${office}?`,
    when: (event: string): string => `When was the ${event.replace(/^the /i, '')}?`,
    members: (of: string): string => `Who were the members of ${of}?`,
    about: (name: string): string => `What is known about ${name}?`,
    year: (year: string): string => `What happened in ${year}?`,
  },
  related: 'Near it, but no answer',
  explain: {
    read: (text: string): string => `Read as: ${text}`,
    intent: (intent: string): string => `Kind of question: ${intent}`,
    names: (names: readonly string[]): string => `Names: ${names.length === 0 ? 'none' : names.join('; ')}`,
    time: (times: readonly string[]): string => `Time: ${times.length === 0 ? 'any' : times.join('; ')}`,
    timeline: (name: string): string => `Timeline: ${name}`,
    account: (name: string): string => `Account: ${name}`,
    work: (name: string): string => `Work: ${name}`,
    phrases: (phrases: readonly string[]): string =>
      `Words for predicates: ${phrases.length === 0 ? 'none' : phrases.join('; ')}`,
    predicates: (ids: readonly string[]): string =>
      `Answered from: ${ids.length === 0 ? 'no one predicate' : ids.join(', ')}`,
    loose: (words: readonly string[]): string => `Words without a reading: ${words.join(', ')}`,
    claims: (n: number): string => `Claims it rests on: ${n}`,
    order:
      'Order: the timeline asked for or the default one first, then the others; in each, as told, dated before undated, asserted before hedged.',
    status: (status: string): string => `Status: ${status}`,
  },
} as const;

function about(years: number): string {
  return years === 0 ? 'Less than a year' : `About ${common.count(years, 'year', 'years')}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
