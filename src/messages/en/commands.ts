/** Names of things a person sees in Discord's command list. Descriptions: at most 100 characters. */
export const commands = {
  /** Top-level commands. */
  groups: {
    lore: 'Ask what the accounts say, and who says so',
    fact: 'Look after the facts of this lorebook',
    lorebook: 'Set up this server’s lorebook',
  } as Readonly<Record<string, string>>,
  fact: {
    columns: {
      claim: 'Which statement: its number, or words of it',
      subject: 'Whom or what it is about',
      predicate: 'What is said of it',
      value: 'The value: a name, a text, a number, a date, yes or no',
      date: 'When: 2372, about 2374, 2370 to 2375, or the lorebook’s calendar',
      end: 'Until when',
      continuity: 'In which timeline (left empty: that of the work or account)',
      work: 'The work it rests on',
      locator: 'Where in the work',
      account: 'Who tells it (left empty: you, in your own words)',
      statement: 'The sentence people are shown (left empty: made of the parts)',
      modality: 'How it is told',
      valueKind: 'unknown: nobody knows it; none: it is denied',
      dateKind: 'point, state, or asof: so at that time',
      qualifiers: 'Details: name=value|name=value',
      create: 'Make names that are not there yet',
    },
    add: { description: 'Add a fact: with options, or without any in a form' },
    amend: { description: 'Put another statement in the place of one; “-” empties a column' },
    retract: {
      description: 'Take a statement back; it stays in the history',
      reason: 'Why it should not be told any more',
    },
    cite: { description: 'Give a statement one more source' },
    alias: {
      description: 'Add or remove another name of a thing',
      name: 'Whose name',
      add: 'A name it also goes by',
      remove: 'A name it goes by no more',
    },
    questions: { description: 'Questions that found no answer, or were marked as answered wrongly' },
  },
  lorebook: {
    setup: { description: 'Set up this lorebook: roles, channels, time zone, default timeline, what it starts from' },
    roles: { description: 'Which roles make somebody a scribe or a keeper' },
    status: { description: 'Counts, disputes, what waits, size, speed, and whether everything is sound' },
    backup: { description: 'A checked copy of this lorebook with all its history' },
    forget: { description: 'Delete this lorebook with everything in it, after a last copy' },
  },
  lore: {
    private: 'Show the answer to me alone',
    ask: {
      description: 'Ask in plain words: who, what, when, where, why, how many …',
      question: 'Your question',
      explain: 'How the question was read',
      explained: 'How it was read',
    },
    entry: {
      description: 'Everything recorded on one person, place, office, event or thing',
      name: 'Whom or what to look up',
    },
    members: {
      description: 'Who belonged to a polity, group or crew',
      of: 'Whose members',
      year: 'Only those of this year',
    },
    regents: {
      description: 'The holders of an office in order, with the gaps',
      office: 'Which office (left empty: the chief one)',
      year: 'Who held it in this year',
    },
    battles: {
      description: 'Battles and deeds of war, by side, place and time',
      of: 'Whose battles, or where',
      from: 'From this year on',
      to: 'Up to this year',
    },
    sources: {
      description: 'Works and accounts: what each says and what rests on it alone',
      name: 'Which work or account (left empty: all of them)',
    },
    search: {
      description: 'Search names and statements',
      text: 'Words to look for',
    },
    conflicts: {
      description: 'Where the accounts disagree, and why',
      about: 'On whom or what (left empty: everything)',
      class: 'Only findings of this kind',
      all: 'Also those that carry no sign',
    },
    claims: { description: 'The claims behind an answer, one by one', ids: 'Numbers of claims' },
    compare: {
      description: 'Two accounts beside each other: where they agree, differ, or one is silent',
      about: 'Whom or what to compare them on',
      a: 'One account',
      b: 'The other account',
    },
    timeline: {
      description: 'Dated claims in order, timelines beside each other',
      about: 'Whose time (left empty: everything)',
      from: 'From this year on',
      to: 'Up to this year',
    },
    onthisday: {
      description: 'What happened on this day of any year, and what was released on it',
      date: 'Another day (left empty: today)',
    },
    random: { description: 'One recorded fact by chance' },
  },
} as const;
