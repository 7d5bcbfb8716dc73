import { addClaims } from '../../src/edit/bulk/add-claims.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';
import { chance } from '../bench/seeded.ts';

const BY = { actor: { ref: 'test', name: 'Test' }, level: 'admin', isOwnOnly: false } as const;
const OPTIONS = { canCreate: true, isPartial: false, isDryRun: false };
/** So many of a hundred claims are about the one thing that everything hangs on. */
const HUB_SHARE = 40;

/** Many claims, told by two accounts that differ: a good part of them about one thing, the Empire, and one more, the Crown. */
export function fillLargely(lorebook: Lorebook, claims: number): void {
  const { below, pick } = chance(5);
  const year = (): string => String(1200 + below(300));
  const rows = Array.from({ length: claims }, (_, line) => {
    const work = `Book ${below(9)}`;
    const isHub = below(100) < HUB_SHARE;
    const subject = isHub ? pick(['The Empire', 'The Crown']) : `Person ${below(claims / 4)}`;
    const told = isHub
      ? { predicate: 'captured', value: `Town ${below(claims)}`, date: year() }
      : pick([
          { predicate: 'born', value: year() },
          { predicate: 'member_of', value: `House ${below(40)}` },
        ]);
    return { line, cells: { subject, work, ...told, ...(below(9) === 0 ? { continuity: 'elsewhere' } : {}) } };
  });
  const half = claims / 2;
  for (const [account, own] of [
    ['The log', rows.slice(0, half)],
    ['The ballad', rows.slice(half)],
  ] as const) {
    const done = addClaims({ ...lorebook, by: BY, at: 1 }, account, own, OPTIONS);
    if (!done.ok || !done.value.isWritten) throw new Error(JSON.stringify(done));
  }
}
