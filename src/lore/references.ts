import type { Account } from './account.ts';
import type { Entity } from './entity.ts';
import type { AccountId } from './ids.ts';

/** Names as files write them, resolved by slug, exact name, folded name, then alias; articles are kept. */
export interface References {
  /**
   * Every entity the text can mean at the first of those steps that knows it; none = an unknown name.
   * With `kind`, only entities of that kind are known.
   */
  entities(text: string, kind?: string): readonly Entity[];
  /** Entities whose name is written just so. */
  named(name: string): readonly Entity[];
  /** The account of that title or slug. */
  account(text: string): Account | undefined;
  isSlugTaken(slug: string): boolean;
  /** Also by a timeline that was set aside. */
  isTimelineSlugTaken(slug: string): boolean;
  /** The account of a member's own statements, by the member's ref. */
  ownAccount(ref: string): Account | undefined;
  /** Ref of the member whose own statements an account holds; null = it is nobody's. */
  memberOf(account: AccountId): string | null;
  /** True also for accounts that an undo set aside. */
  isAccountSlugTaken(slug: string): boolean;
}
