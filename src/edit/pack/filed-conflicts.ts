import type { Account } from '../../lore/account.ts';
import type { ClaimId } from '../../lore/ids.ts';
import type { WriteSession } from '../../lore/writer.ts';
import type { Pack, PackFault } from '../../pack/pack.ts';

/** Files the conflicts a pack names by hand; a claim it names and does not hold is a fault. */
export function fileConflicts(
  pack: Pack,
  session: WriteSession,
  accounts: readonly Account[],
  faults: PackFault[],
): void {
  for (const { place, value } of pack.conflicts) {
    const claims = value.claims.flatMap((reference): ClaimId[] => {
      const claim = claimOf(reference, session, accounts);
      if (claim === undefined) faults.push({ place, fault: { kind: 'unknown', what: 'claim', text: reference } });
      return claim === undefined ? [] : [claim];
    });
    if (claims.length === value.claims.length) {
      session.fileConflict({ title: value.title, why: value.why, claims, edit: null });
    }
  }
}

/** `account:key`. */
export function claimOf(reference: string, session: WriteSession, accounts: readonly Account[]): ClaimId | undefined {
  const colon = reference.indexOf(':');
  const account = accounts.find((one) => one.slug === reference.slice(0, colon));
  return account === undefined ? undefined : session.claimByKey(account.id, reference.slice(colon + 1));
}
