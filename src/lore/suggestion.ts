import type { ClaimCells } from './intake/claim-columns.ts';

export type SuggestionStatus = 'waiting' | 'approved' | 'rejected' | 'withdrawn';

/** A proposed claim that waits for review, or did. */
export interface Suggestion {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: { readonly ref: string; readonly name: string };
  /** Slug or title; null = the suggester's own statement. */
  readonly account: string | null;
  readonly cells: ClaimCells;
  readonly note: string;
  /** What it rests on, where it was read out of a text. */
  readonly words: string;
  readonly place: string;
  readonly status: SuggestionStatus;
  readonly reason: string;
  readonly decidedBy: number | null;
  readonly tell: 'next' | 'message';
  /** Where its review card stands. */
  readonly card: { readonly channel: string; readonly message: string } | null;
}

export interface SuggestionFilter {
  readonly limit: number;
  readonly offset?: number;
}

/** The review queue, for those who suggest and those who decide. */
export interface SuggestionQueue {
  get(id: number): Suggestion | undefined;
  /** Newest first. */
  by(ref: string, limit: number): readonly Suggestion[];
  /** How many somebody made since then, those read out of texts not counted. */
  countSince(ref: string, since: number): number;
  /** How many of somebody's wait, those read out of texts not counted. */
  waitingCountBy(ref: string): number;
  /** The suggester's own change while it waits; false where it does not wait any more. */
  revise(id: number, cells: ClaimCells, account: string | null, note: string): boolean;
  /** False where it does not wait any more. */
  withdraw(id: number): boolean;
}
