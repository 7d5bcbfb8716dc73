import type { AccountId, ContinuityId, EntityId } from './ids.ts';

/** A telling that was read: a wiki page, a session log, a member's statement. */
export interface Account {
  readonly id: AccountId;
  readonly slug: string;
  readonly title: string;
  /** Free word: telling, bibliography, member, wiki page … */
  readonly kind: string;
  readonly voice: string;
  /** Timeline of its unmarked claims; null = the lorebook's default. */
  readonly continuity: ContinuityId | null;
  /** The timeline it means by "our universe". */
  readonly here: ContinuityId | null;
  /** The account's own present, as it was written in the pack (EDTF or the lorebook's calendar). */
  readonly now: string | null;
  /** The account this one was copied from: not a second witness. */
  readonly copyOf: AccountId | null;
  /** Higher speaks first; tiers order and never silence. */
  readonly tier: number;
}

/** The account at the end of a chain of copies: copies of one telling are one witness. */
export function rootAccount(id: AccountId, copyOf: (account: AccountId) => AccountId | null): AccountId {
  const seen = new Set<AccountId>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const original = copyOf(at);
    if (original === null) return at;
    at = original;
  }
  return at;
}

/** What an account cites: an episode, a novel, a session. It is an entity of kind `work` with these facts beside it. */
export interface Work {
  readonly entity: EntityId;
  readonly title: string;
  /** "Cycle 2x23"; may be empty. */
  readonly series: string;
  /** episode, novel, mission …; may be empty. */
  readonly form: string;
  readonly continuity: ContinuityId | null;
  readonly tier: number;
}
