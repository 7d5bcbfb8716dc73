import type { SuggestionProblem } from '../../edit/suggest.ts';
import type { SuggestionStatus } from '../../lore/suggestion.ts';
import { common } from './common.ts';
import { facts } from './facts.ts';

const STATUS: Readonly<Record<SuggestionStatus, string>> = {
  waiting: 'waiting for review',
  approved: 'approved',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
};

/** The words of suggesting and reviewing. */
export const suggestions = {
  heading: (id: number): string => `Suggestion ${id}`,
  headingOf: (id: number, status: SuggestionStatus): string => `Suggestion ${id}: ${STATUS[status]}`,
  sent: (id: number): string => `Suggestion ${id} waits for review`,
  told: 'You will hear of the outcome here, when you next use a command.',
  toldByMessage: 'You will hear of the outcome by a direct message.',
  revised: (id: number): string => `Suggestion ${id} was changed, and still waits`,
  by: (name: string, date: string): string => `Suggested by ${name}, ${date}.`,
  readFrom: (place: string): string => (place === '' ? 'Read out of an imported text.' : `Read out of ${place}.`),
  restsOn: (words: string): string => `It rests on: “${words}”`,
  note: (note: string): string => `Note: ${note}`,
  decided: (status: SuggestionStatus, by: string, date: string): string =>
    `${common.capital(STATUS[status])} by ${by}, ${date}.`,
  waitsAgain: (by: string, date: string): string => `What was decided was undone by ${by}, ${date}: it waits again.`,
  reason: (reason: string): string => `Reason: ${reason}`,
  asDecided: (id: number, status: SuggestionStatus): string => `Your suggestion ${id} was ${STATUS[status]}`,
  news: (n: number): string => (n === 1 ? 'Your suggestion was decided' : `${n} of your suggestions were decided`),
  cannot: 'As it stands it cannot be approved',
  changeIt: 'Press Change to put it right.',
  queue: {
    heading: (n: number): string =>
      n === 0 ? 'Nothing waits for review' : common.count(n, 'suggestion waits', 'suggestions wait'),
    empty: 'New suggestions come here from /lore suggest and from imported texts.',
    opens: (n: number): string => (n === 1 ? 'would open one conflict' : `would open ${n} conflicts`),
    faulty: 'needs a change before it can be approved',
    choose: 'Look at one',
    all: (n: number): string => (n === 1 ? 'Approve it' : `Approve all ${n} on this page`),
    approved: (n: number): string => common.count(n, 'suggestion was approved', 'suggestions were approved'),
    oneEdit: (edit: number, n: number): string =>
      n === 1
        ? `It is edit ${edit}: /fact undo takes it back.`
        : `All of them are edit ${edit}, and are undone together.`,
    page: (page: number, pages: number): string => common.page(page, pages),
    previous: '◀ Previous page',
    next: '▶ Next page',
  },
  mine: {
    heading: 'Your suggestions',
    none: 'You have suggested nothing yet: /lore suggest opens a form.',
    choose: 'Change or withdraw one',
  },
  buttons: { approve: 'Approve', change: 'Change', reject: 'Reject', withdraw: 'Withdraw', suggest: 'Suggest it' },
  form: {
    title: 'Suggest a fact',
    reject: (id: number): string => `Reject suggestion ${id}`,
    reason: 'Why (its suggester is told)',
    change: (id: number): string => `Change suggestion ${id}`,
    more: 'Where it is told, or why you think so',
    moreHint: 'I read it in …\nwork: The Chronicle\nlocator: chapter 4',
  },
  problem: (problem: SuggestionProblem, roles: readonly string[]): string => {
    switch (problem.kind) {
      case 'too-many-lately':
        return `You have suggested ${problem.most} facts in ${problem.minutes} minutes: wait a little, then go on.`;
      case 'too-many-waiting':
        return `${problem.most} of your suggestions wait for review: more can come once some of them are decided.`;
      case 'suggested-already':
        return `You have suggested just this already: it waits as suggestion ${problem.id}.`;
      case 'no-such-suggestion':
        return `There is no suggestion ${problem.id} here.`;
      case 'not-waiting': {
        const { suggestion, by, at } = problem;
        const who = by === null ? '' : ` by ${by}`;
        const when = at === null ? '' : `, ${WHEN.format(at)}`;
        return `Suggestion ${suggestion.id} was ${STATUS[suggestion.status]}${who}${when}: nothing was changed.`;
      }
      default:
        return facts.problemText(problem, roles);
    }
  },
} as const;

/** Decisions are dated in the readers' own time, whatever the world's calendar is. */
const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
