import { common } from './common.ts';

/** The card of /lorebook continuity. */
export const timelines = {
  heading: 'Timelines, and what counts more',
  isDefault: 'the default',
  chooseDefault: 'Default timeline: answers come from it',
  branch: (parent: string, date: string | null): string =>
    date === null ? `grows out of ${parent}` : `leaves ${parent} in ${date}`,
  tier: (tier: number): string => `tier ${tier}`,
  works: 'Works and accounts with a tier',
  tiers:
    'A timeline has what the one it grows out of tells (until it leaves it), unless it says otherwise. Of what stands against each other, the higher tier is told first.',
  none: 'No work or account has a tier of its own: all count alike.',
  buttons: { add: 'New timeline', tier: 'Set a tier', undo: 'Undo this', more: (n: number): string => `${n} more` },
  addForm: {
    title: 'New timeline',
    name: 'Its name',
    parent: 'It grows out of (empty: of none)',
    branch: 'It leaves it in (a date; may be empty)',
    tier: 'Tier (a whole number; empty: 0)',
  },
  tierForm: { title: 'Set a tier', of: 'Which timeline, work or account', tier: 'Tier (a whole number)' },
  madeDefault: (name: string): string => `Answers come from ${name} now.`,
  added: (name: string): string => `The timeline ${name} is there now.`,
  tierSet: (name: string, tier: number): string => `${name} has tier ${tier} now.`,
  unchanged: 'That is how it was already.',
  undone: 'Taken back.',
  effect: (opened: number, closed: number): string =>
    opened + closed === 0
      ? 'No dispute came or went with it.'
      : `With it ${common.count(opened, 'dispute', 'disputes')} opened and ${common.count(closed, 'dispute', 'disputes')} closed.`,
  problems: {
    oneThing:
      'One thing at a time: a default, a new timeline (with parent, branch and tier), or a tier (of what, and which).',
    noSuchTimeline: (typed: string, known: readonly string[]): string =>
      `There is no timeline “${typed}”: there is ${common.and(known)}. Nothing was changed.`,
    noSuchThing: (typed: string): string =>
      `No timeline, work or account is called “${typed}”: write its name as /lore sources shows it. Nothing was changed.`,
    severalThings: (typed: string): string =>
      `“${typed}” is the name of several: write the whole name of one of them. Nothing was changed.`,
    notATier: (typed: string): string =>
      `“${typed}” is not a tier: write a whole number from -999 to 999. Nothing was changed.`,
    noName: 'A timeline needs a name with letters or digits. Nothing was changed.',
    nameTaken: (name: string): string =>
      `There is a timeline “${name}” already: give it another name. Nothing was changed.`,
    branchWithoutParent: 'A timeline can only leave one that it grows out of: name that one too. Nothing was changed.',
    branchDate: (why: string): string => `${why} Nothing was changed.`,
    undoRefused:
      'That was taken back already, or something was built on it since: see /fact history. Nothing was changed.',
  },
} as const;
