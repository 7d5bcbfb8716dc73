/** The greeting of a new server, and what its buttons open. */
export const welcome = {
  heading: 'Concordance is here',
  what: 'It answers questions about a fictional universe from what accounts say, names who says so, and shows where they disagree. It never makes anything up.',
  suggest:
    'Everybody can look things up and propose facts. Who may write them down, an admin decides with /lorebook setup.',
  holds: (title: string): string => `To begin with it holds “${title}”.`,
  holdsNothing: 'To begin with it holds nothing.',
  forAdmins: 'For admins: what is this server’s lorebook to begin with?',
  privacy: 'It reads no messages. /lore privacy shows what is kept about you.',
  buttons: {
    keep: (title: string): string => `Keep “${title}”`,
    empty: 'Start empty',
    own: 'Bring your own',
    setup: 'Set up',
  },
  kept: (title: string): string => `This server’s lorebook is “${title}”`,
  keptNext: 'Next: choose roles and channels with /lorebook setup.',
  emptied: 'This server’s lorebook is empty',
  emptiedNext:
    'Next: add facts with /fact add, bring whole texts or tables with /lorebook import, and choose roles and channels with /lorebook setup.',
  by: (name: string): string => `Chosen by ${name}.`,
  own: {
    heading: 'Bring your own universe',
    steps: [
      'Tables: a CSV or JSON Lines file with the columns subject, predicate and value (more are welcome) goes in with /fact import, or with /lorebook import.',
      'A wiki: its MediaWiki export (Special:Export) goes in with /lorebook import; so do session logs and other texts.',
      'A whole universe as a folder (a pack): the host loads it in the terminal with lore pack load.',
      'If nothing of the starter is to stay, start empty first.',
    ],
  },
  anew: {
    heading: 'Start anew',
    what: 'A fresh lorebook takes the place of this one. Roles, channels and the time zone stay as they are.',
    starter: 'The starter universe',
    empty: 'Empty',
    copyFirst: 'Get a copy and go on',
    heads:
      'What this lorebook holds now goes, with its history and its queue; you are given a copy first, and asked again.',
  },
} as const;
