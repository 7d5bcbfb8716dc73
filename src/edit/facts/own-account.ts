import type { Account } from '../../lore/account.ts';
import type { Claim } from '../../lore/claim.ts';
import type { AccountId } from '../../lore/ids.ts';
import { uniqueSlug } from '../../lore/unique-slug.ts';
import type { NewAccount, WriteSession } from '../../lore/writer.ts';
import type { FactTarget } from './fact-target.ts';

/** The kind of an account that is a member of the server. */
const MEMBER = 'member';

/** An account that is made when the first claim of it is written. */
export interface PendingAccount {
  readonly account: Account;
  readonly isNew: boolean;
  readonly isOwn: boolean;
}

/** The account of the speaker's own statements, as it stands or as it will. */
export function ownAccount(target: FactTarget): PendingAccount {
  const known = target.references.ownAccount(target.speaker.actor.ref);
  if (known !== undefined) return { account: known, isNew: false, isOwn: true };
  return { account: newAccount(target.speaker.title, MEMBER), isNew: true, isOwn: true };
}

/** What the log says of an account: a member's own bears the member's name, which must be able to go. */
export function titleForLog({ account, isOwn }: PendingAccount): string | null {
  return isOwn ? null : account.title;
}

/** The same of a claim that is there. */
export function tellerForLog({ read, references }: FactTarget, { account }: Claim): string | null {
  return references.memberOf(account) === null ? (read.account(account)?.title ?? '') : null;
}

/** An account that was named and is not there yet. */
export function namedAccount(title: string): PendingAccount {
  return { account: newAccount(title, ''), isNew: true, isOwn: false };
}

/** The account with its row: made now, unless it is there since. */
export function settledAccount(pending: PendingAccount, target: FactTarget, session: WriteSession): Account {
  if (!pending.isNew) return pending.account;
  const { actor } = target.speaker;
  const known = pending.isOwn
    ? target.references.ownAccount(actor.ref)
    : target.references.account(pending.account.title);
  if (known !== undefined) return known;
  // A member's slug says nothing of the member.
  const slug = uniqueSlug(pending.isOwn ? MEMBER : pending.account.title, null, target.references.isAccountSlugTaken);
  const made: NewAccount = { ...pending.account, slug, ...(pending.isOwn ? { member: actor } : {}) };
  return { ...pending.account, slug, id: session.addAccount(made) };
}

function newAccount(title: string, kind: string): Account {
  const id = 0 as AccountId;
  return { id, slug: '', title, kind, voice: '', continuity: null, here: null, now: null, copyOf: null, tier: 0 };
}
