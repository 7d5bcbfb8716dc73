import type { Claim } from '../lore/claim.ts';
import { claimsOf, type Finding, type FindingNote } from '../lore/finding.ts';
import type { LoreReader } from '../lore/reader.ts';
import { independentWitnesses } from './witnesses.ts';

/** Rules that a merge of two namesakes breaks first. */
const OF_IDENTITY: ReadonlySet<string> = new Set(['R3', 'R4', 'R10', 'R11', 'R12']);

type Reader = Pick<LoreReader, 'claim' | 'counterparts' | 'account'>;

/**
 * What is worth adding to a finding when it is shown, read from the lorebook as it is now:
 * `identity`, the claims may be about a namesake of another timeline (R15); `copy`, claims of which one repeats
 * another, so that they count once (R20); `same-work`, both sides cite one work at one place (R13).
 */
export function notesOn(reader: Reader, finding: Finding): readonly FindingNote[] {
  const claims = claimsOf(finding).flatMap((id) => reader.claim(id) ?? []);
  return [...finding.notes, ...identity(reader, finding, claims), ...copies(reader, finding), ...sameWork(finding)];
}

function identity(reader: Reader, finding: Finding, claims: readonly Claim[]): readonly FindingNote[] {
  if (!OF_IDENTITY.has(finding.rule)) return [];
  const named = claims.flatMap(({ subject, value }) => [subject, ...(value.kind === 'entity' ? [value.entity] : [])]);
  const doubled = new Set(named.filter((entity) => reader.counterparts(entity).length > 0));
  if (doubled.size === 0) return [];
  const about = claims.filter(
    ({ subject, value }) => doubled.has(subject) || (value.kind === 'entity' && doubled.has(value.entity)),
  );
  return [{ code: 'identity', claims: about.map((claim) => claim.id) }];
}

function copies(reader: Reader, finding: Finding): readonly FindingNote[] {
  return finding.sides.flatMap((side) => {
    const claims = side.flatMap((id) => reader.claim(id) ?? []);
    const { groups } = independentWitnesses(claims, (account) => reader.account(account)?.copyOf ?? null);
    return groups
      .filter((group) => new Set(group.map((claim) => claim.account)).size > 1)
      .map((group) => ({ code: 'copy', claims: group.map((claim) => claim.id) }));
  });
}

function sameWork({ detail, explanation }: Finding): readonly FindingNote[] {
  return typeof detail.sameWork === 'number' ? [{ code: 'same-work', claims: explanation.slice(0, 2) }] : [];
}
