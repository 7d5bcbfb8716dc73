/** Names of things a person sees in Discord's command list. Descriptions: at most 100 characters. */
export const commands = {
  /** Top-level commands. */
  groups: {
    lore: 'Ask what the accounts say, and who says so',
    fact: 'Look after the facts of this lorebook',
    lorebook: 'Set up this server’s lorebook',
  } as Readonly<Record<string, string>>,
  fact: {
    questions: { description: 'Questions that found no answer, or were marked as answered wrongly' },
  },
  lorebook: {
    setup: { description: 'Set up this lorebook: roles, channels, time zone, default timeline, what it starts from' },
    roles: { description: 'Which roles make somebody a scribe or a keeper' },
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
