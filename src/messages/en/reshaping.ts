import type { ReshapeProblem } from '../../edit/reshape-entities.ts';
import { common } from './common.ts';
import { rights } from './rights.ts';

/** The words of merging and splitting entries. */
export const reshaping = {
  preview: { merge: 'Preview: two entries merged', split: 'Preview: an entry split' },
  done: { merge: 'Saved: two entries merged', split: 'Saved: an entry split' },
  merge: (from: string, into: string, claims: number): string =>
    `${common.count(claims, 'fact', 'facts')} about ${from} would be about ${into}.`,
  merged: (from: string, into: string, claims: number): string =>
    `${common.count(claims, 'fact', 'facts')} about ${from} ${claims === 1 ? 'is' : 'are'} about ${into} now.`,
  names: (into: string, names: readonly string[]): string => `${into} is also called ${common.and(names)} then.`,
  split: (from: string, into: string, claims: number, left: number): string =>
    `${common.count(claims, 'fact', 'facts')} about ${from} would be about another ${into}; ${common.count(left, 'stays', 'stay')}.`,
  splitDone: (from: string, into: string, claims: number, left: number): string =>
    `${common.count(claims, 'fact', 'facts')} about ${from} ${claims === 1 ? 'is' : 'are'} about another ${into} now; ${common.count(left, 'stayed', 'stayed')}.`,
  kinds: (a: string, b: string): string =>
    `One is of the kind ${a}, the other of the kind ${b}: are they really the same?`,
  keeps: 'Every fact is kept with its sources, and one undo takes this back.',
  chooseHeading: (name: string): string => `Which facts are about another ${name}?`,
  chooseHint: (n: number, shown: number): string =>
    n > shown
      ? `Choose among the first ${shown} of ${n}, or name a timeline (continuity) or an account to take all of it.`
      : 'Choose them from the list, or name a timeline (continuity) or an account to take all of it.',
  choose: 'Facts about the other one',
  badClaims: (typed: string): string => `“${typed}” is no list of numbers of statements: write such as 12, 14.`,
  noAccount: (typed: string): string => `No account is called “${typed}”: choose one from the list.`,
  noTimeline: (typed: string): string => `“${typed}” is not a timeline of this lorebook: choose one from the list.`,
  problem: (problem: ReshapeProblem, roles: readonly string[]): string => {
    switch (problem.kind) {
      case 'not-allowed':
      case 'not-yours':
        return rights.refused(problem, roles);
      case 'no-such-entry':
        return 'That entry is not there any more: choose one from the list.';
      case 'same-entry':
        return `${problem.name} is one entry already: name two different ones.`;
      case 'is-a-timeline':
        return `${problem.name} is a timeline, and timelines are neither merged nor split here.`;
      case 'no-claims-chosen':
        return `No fact about ${problem.name} was chosen: choose at least one.`;
      case 'claims-elsewhere':
        return `${common.and(problem.claims.map((id) => `#${id}`))} ${problem.claims.length === 1 ? 'does' : 'do'} not speak of ${problem.name}: choose from the list.`;
      case 'saved-already':
        return 'This was saved already: nothing was saved twice.';
    }
  },
} as const;
