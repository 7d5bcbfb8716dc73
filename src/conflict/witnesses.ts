import { rootAccount } from '../lore/account.ts';
import type { Claim } from '../lore/claim.ts';
import { fold } from '../lore/fold.ts';
import type { AccountId } from '../lore/ids.ts';

/** Sentences as short as this are said alike by people who never read each other. */
const FEWEST_WORDS = 12;
const GRAM = 5;
/** Shared word 5-grams from which on a text counts as copied; below it, two wordings of one fact. */
const COPIED = 0.8;

export interface Witnesses {
  /** Accounts that say it. */
  readonly accounts: number;
  /** Those among them that do not repeat another of them. */
  readonly independent: number;
  /** Claims by independent witness, the first told first. */
  readonly groups: readonly (readonly Claim[])[];
}

/**
 * Who says it independently: an account marked as a copy of another, or whose sentence is another's, is no second
 * witness (copy detection after Dong, Berti-Equille and Srivastava 2009, without their voting).
 */
export function independentWitnesses(
  claims: readonly Claim[],
  copyOf: (account: AccountId) => AccountId | null,
): Witnesses {
  const groups: Telling[][] = [];
  for (const claim of [...claims].sort((a, b) => a.id - b.id)) {
    const telling = { claim, root: rootAccount(claim.account, copyOf), grams: gramsOf(claim.statement) };
    const group = groups.find((known) =>
      known.some(({ root, grams }) => root === telling.root || areAlike(grams, telling.grams)),
    );
    if (group === undefined) groups.push([telling]);
    else group.push(telling);
  }
  return {
    accounts: new Set(claims.map((claim) => claim.account)).size,
    independent: groups.length,
    groups: groups.map((group) => group.map(({ claim }) => claim)),
  };
}

interface Telling {
  readonly claim: Claim;
  readonly root: AccountId;
  readonly grams: ReadonlySet<string>;
}

/** Whether one text is, but for a few words, the other (Jaccard similarity of word 5-grams). */
function areAlike(first: ReadonlySet<string>, second: ReadonlySet<string>): boolean {
  if (first.size === 0 || second.size === 0) return false;
  let shared = 0;
  for (const gram of first) if (second.has(gram)) shared += 1;
  return shared / (first.size + second.size - shared) >= COPIED;
}

function gramsOf(text: string): ReadonlySet<string> {
  const words = fold(text).split(' ');
  if (words.length < FEWEST_WORDS) return new Set();
  return new Set(words.slice(0, words.length - GRAM + 1).map((_, at) => words.slice(at, at + GRAM).join(' ')));
}
