import type { PostingProblem } from '../../lore/posting-problem.ts';
import type { ZoneProblem } from '../../lore/time/zone.ts';
import { common } from './common.ts';

const channelProblem = (problem: PostingProblem): string => {
  switch (problem.kind) {
    case 'no-such-channel':
      return 'is not a channel of this server that the bot can see: choose another one';
    case 'not-a-text-channel':
      return 'is a thread, a forum or a voice channel: choose a text channel';
    case 'missing-permissions':
      return `is closed to the bot: give it ${common.and(problem.permissions)} there, then press “Check again”`;
  }
};

/** The panel of /lorebook setup and /lorebook roles. */
export const setup = {
  heading: (title: string): string => `Setting up: ${title}`,
  rolesHeading: (title: string): string => `Who may do what: ${title}`,
  intro: 'Each choice is saved at once. /fact history shows it, and it can be taken back.',
  labels: {
    scribe: 'Scribes',
    keeper: 'Keepers',
    review_channel: 'Review channel',
    changes_channel: 'Recent changes',
    default_continuity: 'Default timeline',
    time_zone: 'Time zone',
    own_only: 'Scribes change',
    two_keepers: 'A ruling takes',
    holds: 'It holds',
  },
  /** Above each list: what it chooses, and what for. */
  lists: {
    scribe: 'Scribes: they add and change facts',
    keeper: 'Keepers: they review, rule and undo',
    review_channel: 'Review channel: suggestions wait there',
    changes_channel: 'Recent changes: one line for each edit',
    default_continuity: 'Default timeline: answers come from it',
  },
  none: 'none chosen',
  gone: (n: number): string => `${common.count(n, 'role', 'roles')} that ${n === 1 ? 'is' : 'are'} gone`,
  goneChannel: 'a channel that is gone',
  adminsToo:
    'Admins (Manage Server) and the server’s owner may do everything; members without a role read and suggest.',
  nobodyYet: 'Nobody but admins may add facts yet.',
  ownOnly: (isOn: boolean): string => (isOn ? 'only what they added themselves' : 'what anybody added'),
  twoKeepers: (isOn: boolean): string => (isOn ? 'two keepers' : 'one keeper'),
  zone: (zone: string | null): string => zone ?? 'UTC (none chosen)',
  holds: (entities: number, claims: number): string =>
    claims === 0
      ? 'nothing yet: /lorebook import brings lore that you have, /fact add a first fact'
      : `${common.count(entities, 'name', 'names')}, ${common.count(claims, 'claim', 'claims')}`,
  channel: (name: string, problem: PostingProblem | null): string =>
    problem === null ? `#${name}` : `#${name} ${channelProblem(problem)}`,
  channelRefused: (name: string | null, problem: PostingProblem): string =>
    `${name === null ? 'That' : `#${name}`} ${channelProblem(problem)}. Nothing was changed.`,
  roleRefused: 'One of those is not a role of this server any more. Nothing was changed.',
  saved: (what: string, value: string): string => `Saved. ${what}: ${value}.`,
  listed: (names: readonly string[]): string => common.and(names),
  timelineGone: 'That timeline is not there any more. Nothing was changed.',
  undoRefused:
    'That was taken back already, or something was built on it since: see /fact history. Nothing was changed.',
  unchanged: 'That is how it was already.',
  undone: 'Taken back.',
  buttons: {
    zone: 'Time zone',
    ownOnly: (isOn: boolean): string => (isOn ? 'Let scribes change everything' : 'Scribes: own facts only'),
    twoKeepers: (isOn: boolean): string => (isOn ? 'One keeper rules' : 'Two keepers rule'),
    anew: 'Start anew …',
    undo: 'Undo this',
    check: 'Check again',
  },
  zoneForm: {
    title: 'Time zone of this server',
    label: 'A place, such as Europe/Berlin or New York',
  },
  zoneProblem: (problem: ZoneProblem): string => {
    switch (problem.kind) {
      case 'no-such-zone':
        return `“${problem.text}” is not a time zone: write a place such as Europe/Berlin, America/New_York or UTC. Nothing was changed.`;
      case 'offset':
        return `“${problem.text}” is only a distance from UTC and knows no summer time: write a place such as Europe/Berlin. Nothing was changed.`;
      case 'several-zones':
        return `“${problem.text}” is the name of several time zones: write ${common.or(problem.zones)}. Nothing was changed.`;
    }
  },
} as const;
