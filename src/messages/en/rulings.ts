import type { FileProblem } from '../../edit/file-conflict.ts';
import type { RuleProblem } from '../../edit/rule.ts';
import type { RulingKind, RulingState } from '../../lore/ruling.ts';
import type { Link } from '../document.ts';
import { common } from './common.ts';
import { rights } from './rights.ts';

const KINDS: Readonly<Record<RulingKind, string>> = {
  prefer: 'one side goes first',
  both: 'both stand',
  divergence: 'another timeline',
  same: 'the same thing',
  dismiss: 'no conflict',
  defer: 'put off',
};

const LABELS: Readonly<Record<RulingKind, string>> = {
  prefer: 'Put first',
  both: 'Both stand, side by side',
  divergence: 'Of another timeline',
  same: 'The same thing, differently put',
  dismiss: 'No conflict: hide it',
  defer: 'Put it off',
};

export const rulings = {
  kinds: KINDS,
  ruleOn: (title: string): string => `How is it? ${title}`,
  howItWorks: 'A ruling changes what is said first, never what is stored, and can be revoked.',
  twoKeepers: 'Here a ruling stands once a second keeper made the same one, and ends once a second one revokes it.',
  choose: 'Choose a ruling; its reason comes next',
  choice: (kind: RulingKind, statement: string): string =>
    statement === '' ? LABELS[kind] : `${LABELS[kind]}: ${statement}`,
  waiting: (who: string, what: string): string => `${who} rules: ${what}. It waits for a second keeper.`,
  isWaiting: (kind: RulingKind): string =>
    `Your ruling (${KINDS[kind]}) waits for a second keeper who makes the same one.`,
  revocationWaits: (who: string): string => `${who} would revoke the ruling. It waits for a second keeper.`,
  revocationIsWaiting: 'The ruling stands until a second keeper revokes it, too.',
  formTitle: (kind: RulingKind): string => common.capital(KINDS[kind]),
  revokeTitle: 'Revoke the ruling',
  reasonLabel: 'Why',
  timelineLabel: 'Which timeline: a known one, or a new name',
  ruleButton: 'Rule on this',
  revokeButton: 'Revoke the ruling',
  buttonTo: (action: 'rule.begin' | 'rule.revoke', finding: string): Link => ({
    label: action === 'rule.begin' ? rulings.ruleButton : rulings.revokeButton,
    verb: 'do',
    command: action,
    options: { f: finding },
  }),
  refused: rights.refused,
  /** The line a ruled conflict begins with. */
  state: (state: RulingState, kind: RulingKind, preferred: string | null): string => {
    const what = kind === 'prefer' && preferred !== null ? preferred : KINDS[kind];
    switch (state) {
      case 'open':
        return 'Open';
      case 'settled':
        return `Settled: ${what}`;
      case 'dismissed':
        return `Dismissed: ${what}`;
      case 'deferred':
        return `Open: ${what}`;
      case 'reopened':
        return `Reopened: something new is told since it was settled (${what})`;
    }
  },
  by: (name: string, date: string, note: string): string => `${name}, ${date}: ${note}`,
  done: (id: string, kind: RulingKind, isGone: boolean): string =>
    `Ruled on ${id}: ${KINDS[kind]}.${isGone ? ' The conflict is gone with it.' : ''}`,
  revoked: (id: string): string => `The ruling on ${id} was revoked.`,
  badKind: (typed: string, known: readonly string[]): string =>
    `“${typed}” is no kind of ruling: the kind is one of ${common.or(known)}.`,
  badClaim: (typed: string): string => `“${typed}” is not the number of a claim: conflicts --json gives them.`,
  filed: (title: string): string => `Filed: ${title}.`,
  fileProblem: (problem: FileProblem, usage: string): string => {
    switch (problem.kind) {
      case 'not-allowed':
      case 'not-yours':
        return rights.refused(problem, []);
      case 'too-few-claims':
        return `A conflict needs two claims at least: ${usage}`;
      case 'no-such-claim':
        return `There is no claim ${problem.claim}: conflicts --json and entry --json give their numbers.`;
      case 'title-and-note-needed':
        return `A conflict filed by hand needs a title and its reason: ${usage}`;
    }
  },
  problem: (problem: RuleProblem): string => {
    switch (problem.kind) {
      case 'not-allowed':
      case 'not-yours':
        return rights.refused(problem, []);
      case 'no-such-finding':
        return `There is no conflict ${problem.id} here: “lore conflicts” lists them with their ids.`;
      case 'ruling-needs-claim':
        return `A ruling of the kind ${problem.ruling} needs the claim it is about: give the number of one of its statements (claim).`;
      case 'claim-not-in-finding':
        return `Claim ${problem.claim} does not stand in that conflict: name one that does.`;
      case 'ruling-needs-note':
        return 'A ruling needs its reason: give a note, one sentence.';
      case 'ruling-needs-timeline':
        return 'A ruling of the kind divergence needs the timeline that side belongs to: give the name of a timeline.';
      case 'nothing-to-revoke':
        return `There is no ruling on ${problem.id} to revoke.`;
    }
  },
} as const;
