import type { FindingClass } from '../../lore/finding.ts';
import { common } from './common.ts';

/** Which step makes the sides incompatible, by rule. */
const STEPS: Readonly<Record<string, string>> = {
  R1: 'One thing has one answer to this, and neither of these takes in the other.',
  R1n: 'These may be one thing named loosely over time; the lorebook keeps them apart.',
  R2: 'It happened once, and the dates have no day in common.',
  R2b: 'If it happened once, the dates have no day in common; it may also have happened twice.',
  R3: 'There is one at a time, and the times given overlap however they are read.',
  R4: 'One sees it so at a time at which the other has it not begun yet, or ended already.',
  R5: 'The numbers have no value in common, and they count the same thing at the same time.',
  R6: 'One denies what the other says of the same time.',
  R6e: 'Where a thing never existed, nothing else can be true of it.',
  R7: 'Both cannot hold of the same thing at the same time.',
  R8: 'Each account means its list to be whole, and the lists share nobody.',
  R9: 'Followed from one to the next, these lead back to where they began.',
  R10: 'Put in order, these would have one thing come both before and after another.',
  R11: 'One person would be at two places on one day; travel could explain it.',
  R12: 'The span is longer than such lives are known to last.',
  R13: 'Both cite the same work, so at least one reports it otherwise than it is.',
  R14: 'A work belongs to one timeline.',
  R16: 'Some tell it, some leave it open: silence is no denial.',
  R17: 'One is more exact than the other, and both can be true.',
  R18: 'One came after the other.',
  R19: 'The event is the same; the tone is not.',
  R22: 'Each names another side as the one that began it.',
};

export const findings = {
  heading: (about: string | null): string =>
    about === null ? 'Where the accounts disagree' : `Where the accounts disagree on ${about}`,
  silent: (about: string, kind: string): string => `${about}: ${kind.charAt(0).toLowerCase()}${kind.slice(1)}`,
  classes: {
    conflict: 'Conflicts',
    temporal: 'Impossible orders of time',
    divergence: 'Other timelines',
    precision: 'Vaguer and closer',
    slant: 'Tone',
    gap: 'What only some say',
    succession: 'One after the other',
  } satisfies Record<FindingClass, string>,
  /** What it is about, in a few words. */
  title: (subject: string, matter: string): string => `${subject}: ${matter}`,
  holder: 'who held it',
  /** One side: who says what. */
  says: (who: string, statement: string): string => `${who}: “${statement.replace(/[.]$/, '')}”.`,
  step: (rule: string): string => STEPS[rule] ?? 'Both cannot be so.',
  timeline: (name: string): string => `This is told ${common.inTimeline(name)}, another timeline: no contradiction.`,
  /** Said beside a finding whose claims may be about a namesake. */
  namesakes: (names: readonly string[]): string =>
    `${common.and(names)} ${names.length === 1 ? 'has a namesake' : 'have namesakes'}: some of this may be told of the other.`,
  side: (number: number, accounts: number, independent: number): string =>
    `${number} · ${accounts === 1 ? 'one account' : common.accounts(accounts, independent)}`,
  why: 'Why',
  id: (id: string): string => `id ${id}`,
  open: 'open',
  nameNeeded: 'These are told of one thing at a time: add about: and a name.',
  none: (about: string | null): string =>
    about === null
      ? 'The accounts of this lorebook do not disagree anywhere.'
      : `The accounts do not disagree on ${about}.`,
  noneOfClass: (words: string, about: string | null): string =>
    `No finding of this kind (${words.toLowerCase()})${about === null ? '' : ` on ${about}`}.`,
  bounded: 'The last check reached a bound on its search: there may be more than is listed.',
  cut: (most: number): string => `The first ${most} are listed: name a thing to see its own.`,
  badClass: (typed: string, known: readonly string[]): string =>
    `“${typed}” is no class of findings: write one of ${common.or(known)}.`,
} as const;
