import type { Gathered, Place } from '../import/gathered.ts';
import type { ImportProblem } from '../import/import-problem.ts';
import type { RowFault, RowNote } from '../lore/intake/claim-columns.ts';

/** What stayed outside, where it stood, and why: a sentence, or the faults of a claim. */
export interface LeftOut {
  readonly place: Place;
  readonly reason: string | readonly RowFault[];
}

/** A conflict that an import opens, in words: what it is about may not be there any more once a rehearsal is over. */
export interface OpenedConflict {
  readonly id: string;
  readonly class: string;
  readonly title: string;
  readonly why: string;
}

/** What an import brought, or (rehearsed, or refused) would have brought. */
export interface ImportReport {
  readonly account: string;
  readonly isWritten: boolean;
  readonly counts: ImportCounts;
  /** Conflicts that it opens: those a reader would see a sign on come first. */
  readonly opened: readonly OpenedConflict[];
  readonly openedCount: number;
  readonly leftOut: readonly LeftOut[];
  readonly leftOutCount: number;
  readonly notes: readonly { readonly place: Place; readonly notes: readonly RowNote[] }[];
  /** What is wrong with the source as a whole; what was read before it is in the report. */
  readonly problem: ImportProblem | null;
}

export interface ImportCounts {
  /** New ones; those that were there already are not counted. */
  entities: number;
  aliases: number;
  claims: number;
  passages: number;
  suggestions: number;
  /** Of what an earlier import of the account brought: still so, said otherwise now, gone from it. */
  unchanged: number;
  replaced: number;
  vanished: number;
  /** Citations of claims and passages. */
  citations: number;
  predicates: number;
}

/** Of what was left out or noted only so much is listed; all of it is counted. */
const MOST_LISTED = 2_000;
export const MOST_OPENED = 50;

export class ImportTally {
  readonly counts: ImportCounts = {
    entities: 0,
    aliases: 0,
    claims: 0,
    passages: 0,
    suggestions: 0,
    unchanged: 0,
    replaced: 0,
    vanished: 0,
    citations: 0,
    predicates: 0,
  };
  leftOutCount = 0;
  taken = 0;
  problem: ImportProblem | null = null;
  readonly #leftOut: LeftOut[] = [];
  readonly #notes: { place: Place; notes: readonly RowNote[] }[] = [];

  leaveOut(place: Place, reason: LeftOut['reason']): void {
    this.leftOutCount += 1;
    if (this.#leftOut.length < MOST_LISTED) this.#leftOut.push({ place, reason });
  }

  note(place: Place, notes: readonly RowNote[]): void {
    if (notes.length > 0 && this.#notes.length < MOST_LISTED) this.#notes.push({ place, notes });
  }

  report(account: string, isWritten: boolean): ImportReport {
    const { counts, leftOutCount, problem } = this;
    const listed = { leftOut: this.#leftOut, notes: this.#notes, leftOutCount };
    return { account, isWritten, counts: { ...counts }, ...listed, problem, opened: [], openedCount: 0 };
  }
}

export type GatheredOf<Kind extends Gathered['kind']> = Extract<Gathered, { readonly kind: Kind }>;
