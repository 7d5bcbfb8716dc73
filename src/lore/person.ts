import type { Actor } from './writer.ts';

/** How much a lorebook keeps of somebody. */
export interface PersonCounts {
  /** The name they went by last; null = nobody of that key is known. */
  readonly name: string | null;
  readonly edits: number;
  readonly suggestions: number;
  readonly statements: number;
  readonly drafts: number;
}

/** Who stands in the place of somebody who wants to be forgotten. */
export interface Pseudonym extends Actor {
  /** Of the account of what they said themselves. */
  readonly accountTitle: string;
}
