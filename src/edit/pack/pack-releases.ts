import type { Pack, Placed } from '../../pack/pack.ts';

/** The account that works' own release dates come in under. */
const ACCOUNT = { slug: 'release-dates', title: 'Release dates', kind: 'bibliography', voice: '', tier: 0 } as const;

/** Turns the column `released` of the works into claims, unless the pack makes them itself. */
export function withReleases(pack: Pack): Pack {
  const told = new Set(
    pack.claims.flatMap(({ rows }) =>
      rows.filter((row) => row.value.predicate === 'released').map((row) => row.value.subject),
    ),
  );
  const rows = pack.works.flatMap(({ place, value }): Placed<Record<string, string>>[] => {
    if (value.released == null || value.released === '' || told.has(value.title)) return [];
    return [{ place, value: { subject: value.title, predicate: 'released', value: value.released } }];
  });
  if (rows.length === 0) return pack;
  const hasAccount = pack.head.accounts.some((account) => account.slug === ACCOUNT.slug);
  const accounts = hasAccount ? pack.head.accounts : [...pack.head.accounts, ACCOUNT];
  const others = pack.claims.filter(({ account }) => account !== ACCOUNT.slug);
  const own = pack.claims.find(({ account }) => account === ACCOUNT.slug)?.rows ?? [];
  return {
    ...pack,
    head: { ...pack.head, accounts },
    claims: [...others, { account: ACCOUNT.slug, rows: [...own, ...rows] }],
  };
}
