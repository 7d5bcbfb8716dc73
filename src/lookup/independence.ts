import type { AccountId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';

/** How many of the accounts are witnesses of their own: a copy is not a second one. */
export function independentAccounts(accounts: readonly AccountId[], reader: LoreReader): number {
  return new Set(accounts.map((id) => rootAccount(id, reader))).size;
}

/** The account at the end of a chain of copies. */
function rootAccount(id: AccountId, reader: LoreReader): AccountId {
  const seen = new Set<AccountId>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const original = reader.account(at)?.copyOf ?? null;
    if (original === null) return at;
    at = original;
  }
  return at;
}
