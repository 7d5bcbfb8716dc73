const lists = new Intl.ListFormat('en', { type: 'conjunction' });
const choices = new Intl.ListFormat('en', { type: 'disjunction' });
const plurals = new Intl.PluralRules('en');

/** "the Sundered Coast timeline", but "Harrow's long night". */
function theTimeline(name: string): string {
  const isPlain = /^the /i.test(name) || !/(timeline|universe|continuity|history|world|canon)$/i.test(name);
  return isPlain ? name : `the ${name}`;
}

export const common = {
  and: (parts: readonly string[]): string => lists.format(parts),
  or: (parts: readonly string[]): string => choices.format(parts),
  count: (n: number, one: string, many: string): string =>
    `${n.toLocaleString('en')} ${plurals.select(n) === 'one' ? one : many}`,
  /** Who says so: an account and what it cites. */
  citing: (account: string, works: readonly string[]): string =>
    works.length === 0 ? account : `${account}, citing ${lists.format(works)}`,
  /** Those who say the same with another date, or without one. */
  lessExactly: (date: string, who: string): string => (date === '' ? `without a date: ${who}` : `${date}: ${who}`),
  accounts: (all: number, independent: number): string =>
    all === independent ? `${all} accounts` : `${all} accounts (${independent} independent)`,
  more: (n: number): string => `and ${n} more`,
  /** "in the Sundered Coast timeline", but "in Harrow's long night". */
  inTimeline: (name: string): string => `in ${theTimeline(name)}`,
  theTimeline,
  modality: {
    asserted: '',
    hedged: 'hedged, not asserted',
    reported: 'as a person in the account says',
    belief: 'a belief, not asserted',
    characterisation: 'the account’s own wording',
  },
  unknown: 'unknown (the account says that it is not known)',
  none: 'none (the account denies it)',
  yes: 'yes',
  no: 'no',
  asTold: 'as it was told',
  page: (page: number, pages: number): string => `page ${page} of ${pages}`,
  readAs: (typed: string, read: string): string => `Read “${typed}” as ${read}.`,
  sign: '⚠',
  capital: (words: string): string => words.charAt(0).toUpperCase() + words.slice(1),
  disputed: (n: number): string => (n === 1 ? '1 matter disputed' : `${n} matters disputed`),
  notRecorded: 'Not recorded',
} as const;
