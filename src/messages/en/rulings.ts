import type { FileProblem } from '../../edit/file-conflict.ts';
import type { RuleProblem } from '../../edit/rule.ts';
import type { RulingKind, RulingState } from '../../lore/ruling.ts';
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

export const rulings = {
  kinds: KINDS,
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
    `“${typed}” is no kind of ruling: write --kind and one of ${common.or(known)}.`,
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
        return `A ruling of the kind ${problem.ruling} needs the claim it is about: add --claim and its number.`;
      case 'claim-not-in-finding':
        return `Claim ${problem.claim} does not stand in that conflict: name one that does.`;
      case 'ruling-needs-note':
        return 'A ruling needs its reason: add --note and a sentence.';
      case 'ruling-needs-timeline':
        return 'A ruling of the kind divergence needs the timeline that side belongs to: add --timeline and its name.';
      case 'nothing-to-revoke':
        return `There is no ruling on ${problem.id} to revoke.`;
    }
  },
} as const;
