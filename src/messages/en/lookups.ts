import { common } from './common.ts';

/** The words of look-up cards. */
export const lookups = {
  topics: {
    identity: 'Who or what',
    life: 'Life',
    family: 'Family',
    offices: 'Offices and leaders',
    founding: 'Beginning and end',
    ties: 'Members, allies and enemies',
    deeds: 'Deeds',
    undergone: 'What was done to it',
    events: 'Events',
    places: 'Places',
    things: 'Possessions',
    numbers: 'Numbers',
    causes: 'Causes and motives',
    works: 'As a work',
    character: 'How it is described',
    other: 'More',
  },
  entry: {
    alsoCalled: (names: readonly string[]): string => `Also called ${common.and(names)}.`,
    namesakes: (n: number, name: string, kind: string): string => {
      const people = kind === 'person' ? 'people' : 'things';
      const number = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine'][n] ?? String(n);
      return `${number} ${people} are called ${name}`;
    },
    whichOne: (typed: string): string => `Which “${typed}” is meant?`,
    nothingSaid: 'No account says anything of it yet.',
    /** What stands beside the timeline's name need not name it again. */
    aboutBeside: (about: string, timeline: string): string =>
      about.replace(`of the ${timeline}, `, '').replace(`, of the ${timeline}`, '').trim(),
    unknownTimeline: 'timeline not recorded',
    counterpart: (name: string, timeline: string): string => `${name}, ${timeline}`,
  },
  missing: {
    name: (typed: string): string => `No account names “${typed}”.`,
    nearest: (names: readonly string[]): string => `The nearest names: ${common.and(names)}.`,
    fill: '/fact add for a first fact, /lorebook import for lore that you have already, or /lore suggest if you may not add',
    tryThis: (what: string): string => `Try ${what}.`,
    empty: 'This lorebook holds nothing yet.',
  },
  members: {
    heading: (of: string): string => `Members of ${of}`,
    headingIn: (of: string, year: string): string => `Members of ${of}, ${year}`,
    none: (of: string): string => `No account names a member of ${of}.`,
    noneIn: (of: string, year: string): string => `No account names a member of ${of} in ${year}.`,
    notSure: 'no account says when',
    noEnd: 'no account says until when',
  },
  regents: {
    heading: (office: string): string => `Holders of the office: ${office}`,
    headingIn: (office: string, year: string): string => `${office}, ${year}`,
    gap: (from: string, to: string): string => `between ${from} and ${to}`,
    from: (from: string): string => `from ${from}`,
    asOf: (date: string): string => `as of ${date}`,
    until: (date: string): string => `until ${date}`,
    inferredUntil: (date: string): string => `until ${date} (inferred from the next holder)`,
    undated: 'no date recorded',
    noOffice: 'No account names an office and its holder.',
    none: (office: string): string => `No account says who held the office ${office}.`,
    noneIn: (office: string, year: string, around: string): string =>
      `No account says who held the office ${office} in ${year}${around === '' ? '.' : `; ${around}.`}`,
    isNamed: (name: string, when: string): string => `${name} is named ${when}`,
  },
  battles: {
    heading: (of: string | null, span: string | null): string =>
      ['Battles and deeds of war', of === null ? null : `of ${of}`, span].filter((part) => part !== null).join(', '),
    none: (of: string | null, span: string | null): string =>
      `No account tells of a dated fight${of === null ? '' : ` of ${of}`}${span === null ? '' : `, ${span}`}.`,
    undated: 'undated',
    span: (from: string | null, to: string | null): string | null => {
      if (from !== null && to !== null) return from === to ? `in ${from}` : `${from} to ${to}`;
      if (from !== null) return `from ${from}`;
      return to === null ? null : `until ${to}`;
    },
  },
  sources: {
    heading: 'Works and accounts',
    accounts: 'Accounts: who tells it',
    works: 'Works: what they cite',
    rests: (claims: number, alone: number): string => {
      const counted = common.count(claims, 'claim', 'claims');
      if (claims === 0) return counted;
      if (alone === claims) return `${counted}, ${claims === 1 ? '' : 'all '}resting on it alone`;
      return `${counted}, ${alone} on it alone`;
    },
    released: (date: string): string => `released ${date}`,
    noRelease: 'release date not recorded',
    voice: (voice: string): string => `Voice: ${voice}.`,
    copyOf: (title: string): string => `A copy of ${title}: not a second witness.`,
    cites: (works: readonly string[]): string => `Cites ${common.and(works)}.`,
    citedBy: (accounts: readonly string[]): string => `Cited by ${common.and(accounts)}.`,
    saysNothing: 'Nothing is recorded from it yet.',
    cutAt: (most: number): string => `Its first ${most.toLocaleString('en')} claims are listed.`,
  },
  timeline: {
    heading: (about: string | null, span: string | null): string =>
      [about === null ? 'What happened' : `${about} in time`, span].filter((part) => part !== null).join(', '),
    undated: 'Without a date',
    outside: 'As a work, in our own time',
    none: (about: string | null, span: string | null): string =>
      `No account tells of anything dated${about === null ? '' : ` on ${about}`}${span === null ? '' : `, ${span}`}.`,
    cut: (most: number): string =>
      `The first ${most.toLocaleString('en')} claims were read: narrow the span to see others.`,
  },
  compare: {
    heading: (about: string, a: string, b: string): string => `${about}: ${a} and ${b}`,
    differ: 'They differ',
    agree: 'Both say',
    only: (title: string): string => `Only ${title.charAt(0).toLowerCase()}${title.slice(1)} says`,
    says: (title: string): string => `${title} says`,
    neither: (about: string): string => `Neither of the two says anything of ${about}.`,
    unknownAccount: (typed: string, known: readonly string[]): string =>
      known.length === 0
        ? 'This lorebook has no accounts yet.'
        : `No account here is called “${typed}”: there are ${common.and(known)}.`,
    sameAccount: (title: string): string => `Both are ${title}: choose two different accounts.`,
  },
  claims: {
    heading: (n: number): string => (n === 1 ? 'One claim' : `${n} claims`),
    none: 'These claims were taken back since.',
  },
  search: {
    heading: (text: string): string => `Search: ${text}`,
    names: 'Names',
    statements: 'Statements',
    none: (text: string): string => `Neither a name nor a statement fits “${text}”.`,
    matched: (name: string): string => `found by “${name}”`,
    emptyQuery: 'Names people ask for',
  },
  narrow: 'There is more: ask with a shorter name or a narrower span to turn the pages.',
  buttons: {
    sources: 'All sources',
    regents: 'Regents in order',
    another: 'Another one',
    previous: 'Previous page',
    next: 'Next page',
    share: 'Share',
    remove: 'Remove',
  },
} as const;
