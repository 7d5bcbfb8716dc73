import type { UndoProblem } from '../../edit/undo.ts';
import { common } from './common.ts';
import { rights } from './rights.ts';
import { setup } from './setup.ts';

/** What an edit did, after the name of whoever made it. */
const OPS: Readonly<Record<string, string>> = {
  'add-claim': 'added a fact',
  'add-claims': 'added facts from a file',
  'add-entities': 'added names from a file',
  'add-timeline': 'added a timeline',
  'amend-claim': 'amended a fact',
  'retract-claim': 'retracted a fact',
  'cite-claim': 'added a source',
  'add-alias': 'added another name',
  'remove-alias': 'removed another name',
  'merge-entities': 'merged two entries',
  'split-entity': 'split an entry',
  'approve-suggestion': 'approved a suggestion',
  'approve-suggestions': 'approved suggestions',
  'reject-suggestion': 'rejected a suggestion',
  'file-conflict': 'filed a conflict',
  rule: 'ruled on a conflict',
  'propose-ruling': 'proposed a ruling, which waits for a second keeper',
  'propose-revocation': 'would revoke a ruling, which waits for a second keeper',
  'revoke-ruling': 'revoked a ruling',
  settings: 'changed the settings',
  schedule: 'changed the schedule',
  calendar: 'changed the calendar',
  'forget-member': 'removed a member’s name',
  'set-tier': 'changed a tier',
  import: 'imported',
  backup: 'made a copy',
  'load-pack': 'began the lorebook from a pack',
  'start-anew': 'began the lorebook anew',
  greet: 'greeted the server',
  undo: 'undid',
};

const FIELDS: Readonly<Record<string, string>> = {
  name: 'Name',
  kind: 'Kind',
  about: 'Short description',
  continuity: 'Timeline',
  counterpart: 'Counterpart',
  shared: 'Held by several at once',
  title: 'Title',
  voice: 'Voice',
  here: 'What it calls ours',
  now: 'Its own present',
  copy: 'Copy of',
  tier: 'Tier',
  parent: 'Grows out of',
  branch: 'Branches at',
  form: 'Form',
  series: 'Series',
  status: 'State',
  reason: 'Reason',
};

const SETTINGS: Readonly<Record<string, string>> = {
  roles: 'Scribes and keepers',
  own_only: setup.labels.own_only,
  two_keepers: setup.labels.two_keepers,
  review_channel: setup.labels.review_channel,
  changes_channel: setup.labels.changes_channel,
  time_zone: setup.labels.time_zone,
  default_continuity: setup.labels.default_continuity,
  schedule: 'Daily post',
  calendar: 'Calendar',
  today: 'Today there',
  chief_office: 'Chief office',
};

export const history = {
  heading: (about: string | null): string => (about === null ? 'History' : `History of ${about}`),
  none: 'Nobody changed anything that matches.',
  noneHint: 'Leave about, by and since empty to see every edit.',
  op: (op: string): string => OPS[op] ?? op.replaceAll('-', ' '),
  undid: (edits: readonly number[]): string =>
    edits.length === 1 ? `undid edit ${edits[0]}` : `undid edits ${common.and(edits.map(String))}`,
  number: (id: number): string => `#${id}`,
  done: (who: string, what: string): string => `${who} ${what}`,
  change: (what: string, before: string | null, after: string | null): string => {
    if (before === null) return after === null ? what : `${what}: ${after}`;
    return after === null ? `${what} gone: ${before}` : `${what}: ${before} → ${after}`;
  },
  why: (reason: string): string => `Why: ${reason}`,
  undoneBy: (edit: number): string => `Undone by edit ${edit}`,
  moreChanges: (n: number): string => common.more(n),
  fact: 'Fact',
  facts: (n: number): string => common.count(n, 'fact', 'facts'),
  repointed: (n: number): string => `${common.count(n, 'fact speaks', 'facts speak')} of another entry`,
  timelineOf: (statement: string): string => `Timeline of “${statement}”`,
  sourceOf: (statement: string): string => `Source of “${statement}”`,
  entry: 'Entry',
  entries: (n: number): string => common.count(n, 'entry', 'entries'),
  merged: 'Merged',
  apart: 'Apart again',
  aliasOf: (name: string): string => `Other name of ${name}`,
  fieldOf: (field: string, name: string): string => `${FIELDS[field] ?? field} of ${name}`,
  account: 'Account',
  timeline: 'Timeline',
  work: 'Work',
  predicate: (id: string): string => `Predicate ${id}`,
  ruling: 'Ruling',
  filed: 'Conflict filed by hand',
  passages: (n: number): string => common.count(n, 'passage', 'passages'),
  suggestions: (n: number): string => common.count(n, 'suggestion', 'suggestions'),
  setting: (name: string): string => SETTINGS[name] ?? `Setting ${name}`,
  rolesChosen: (scribes: number, keepers: number): string =>
    `${common.count(scribes, 'role', 'roles')} for scribes, ${common.count(keepers, 'role', 'roles')} for keepers`,
  aChannel: 'a channel',
  paused: (when: string): string => `paused (${when})`,
  changed: 'changed',
  yes: 'yes',
  no: 'no',
  pick: 'Undo one of these edits',
  choice: (id: number, what: string): string => `Undo #${id}: ${what}`,
  buttons: {
    undo: 'Undo',
    undoAll: (n: number): string => `Undo all ${n}`,
    cancel: 'Cancel',
    newer: 'Newer edits',
    older: 'Older edits',
  },
  preview: (id: number): string => `Undo edit ${id}?`,
  previewBuiltOn: (n: number): string =>
    n === 1
      ? 'One edit was built on it since: both are undone together, or neither.'
      : `${n.toLocaleString('en')} edits were built on it since: all are undone together, or none.`,
  nothingYet: 'Nothing is undone yet. An undo is an edit of its own and can be undone.',
  undone: (edits: readonly number[]): string =>
    edits.length === 1 ? `Undone: edit ${edits[0]}` : `Undone: edits ${common.and(edits.map(String))}`,
  asEdit: (edit: number): string => `edit ${edit}: undo it to have everything back`,
  kept: 'Nothing was undone.',
  cancelled: 'Cancelled',
  badEdit: (typed: string): string => `“${typed}” is not the number of an edit: /fact history shows them.`,
  badSince: (typed: string): string =>
    `“${typed}” is not a date of the calendar on the wall: write one such as 2026-11-21, or 3d for the last three days.`,
  nobody: (typed: string): string => `Nobody called “${typed}” has edited here: choose one from the list.`,
  several: (typed: string, slugs: readonly string[]): string => `“${typed}” can mean ${common.or(slugs)}: choose one.`,
  inFile: (n: number): string => `${common.count(n, 'edit', 'edits')}, newest first, in history.csv.`,
  last: { day: 'The last day', week: 'The last seven days', month: 'The last thirty days' },
  withLaterHint: (later: readonly number[], flag: string): string =>
    `${later.length === 1 ? 'Edit' : 'Edits'} ${common.and(later.map(String))} ${later.length === 1 ? 'was' : 'were'} built on it since and would have to go with it: nothing was undone. Add ${flag} to undo all of them together.`,
  problem: (problem: UndoProblem, roles: readonly string[], flag: string): string => {
    switch (problem.kind) {
      case 'not-allowed':
      case 'not-yours':
        return rights.refused(problem, roles);
      case 'no-such-edit':
        return `There is no edit ${problem.id} here: /fact history shows them with their numbers.`;
      case 'undone-already':
        return `Edit ${problem.edit.id} was undone already, by edit ${problem.edit.undoneBy}: nothing was undone twice.`;
      case 'takes-two-keepers':
        return `Edit ${problem.edit.id} made or ended a ruling, and here that takes two keepers: revoke the ruling, or rule again, from its conflict’s card.`;
      case 'not-undoable':
        return `Edit ${problem.edit.id} (${history.op(problem.edit.op)}) cannot be undone: it is how the lorebook began, or it changed nothing.`;
      case 'built-on':
        return history.withLaterHint(
          problem.later.map(({ id }) => id),
          flag,
        );
    }
  },
} as const;
