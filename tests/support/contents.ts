import type { Claim, ClaimValue } from '../../src/lore/claim.ts';
import type { ContinuityId, EntityId } from '../../src/lore/ids.ts';
import type { LoreReader } from '../../src/lore/reader.ts';
import type { Lorebook } from '../../src/lorebook/lorebook.ts';

const ALL = 1_000_000;

/** Everything a lorebook holds, by slugs and keys instead of row ids, so that two of them can be compared. */
export function contentsOf({ read }: Pick<Lorebook, 'read'>) {
  const slug = (id: EntityId): string => read.entity(id)?.slug ?? '?';
  const timeline = (id: ContinuityId | null): string | null => (id === null ? null : read.continuities.get(id).slug);
  return {
    profile: read.profile,
    home: read.continuities.home.slug,
    continuities: read.continuities.all.map(({ id: _, entity, parent, ...rest }) => ({
      ...rest,
      parent: timeline(parent),
      entity: slug(entity),
    })),
    predicates: read.predicates.all,
    accounts: read.accounts
      .map(({ id: _, continuity, here, copyOf, ...rest }) => ({
        ...rest,
        continuity: timeline(continuity),
        here: timeline(here),
        copyOf: copyOf === null ? null : (read.account(copyOf)?.slug ?? '?'),
      }))
      .sort((a, b) => a.slug.localeCompare(b.slug)),
    works: read
      .works()
      .map(({ entity, continuity, ...rest }) => ({ ...rest, entity: slug(entity), continuity: timeline(continuity) }))
      .sort((a, b) => a.entity.localeCompare(b.entity)),
    entities: [...read.eachEntity()]
      .map(({ id, continuity, ...rest }) => ({
        ...rest,
        continuity: timeline(continuity),
        aliases: [...read.aliases(id)].sort(),
        counterpart: read.counterpartOf(id)?.slug ?? null,
      }))
      .sort((a, b) => a.slug.localeCompare(b.slug)),
    claims: read.accounts
      .flatMap((account) => read.claimsByAccount(account.id, ALL).map((claim) => claimText(claim, read, slug)))
      .sort(),
    passages: read.accounts.flatMap((account) =>
      read
        .passagesOfAccount(account.id, 0, ALL)
        .map(({ id: _, account: __, entities, about, continuity, citations, ...rest }) => ({
          ...rest,
          account: account.slug,
          continuity: timeline(continuity),
          about: about === null ? null : slug(about),
          entities: entities.map(slug).sort(),
          citations: citations.map(({ work, ...cited }) => ({ ...cited, work: work === null ? null : slug(work) })),
        })),
    ),
    filed: read.filedConflicts().map(({ title, why, claims }) => ({ title, why, claims: claims.length })),
    rulings: read
      .findings({ limit: ALL })
      .flatMap((finding) => read.rulingOn(finding.id) ?? [])
      .map(({ finding, kind, note, values }) => ({ finding, kind, note, values })),
  };
}

function claimText(claim: Claim, read: LoreReader, slug: (id: EntityId) => string): string {
  const { id: _, account, continuity, subject, value, qualifiers, citations, ...rest } = claim;
  return JSON.stringify({
    account: read.account(account)?.slug,
    continuity: read.continuities.get(continuity).slug,
    subject: slug(subject),
    value: valueText(value, slug),
    qualifiers: qualifiers.map(({ name, entity, text }) => [name, entity === null ? text : slug(entity)]),
    citations: citations.map(({ work, locator }) => [slug(work), locator]),
    ...rest,
  });
}

function valueText(value: ClaimValue, slug: (id: EntityId) => string) {
  return value.kind === 'entity' ? { kind: 'entity', entity: slug(value.entity) } : value;
}
