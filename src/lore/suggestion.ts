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
