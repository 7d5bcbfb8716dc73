import type { Finding } from '../lore/finding.ts';
import type { ClaimId, EntityId, FindingId } from '../lore/ids.ts';
import type { LoreReader } from '../lore/reader.ts';

/** What a change does to the conflicts that are kept. */
export interface Effect {
  /** Not there before. */
  readonly opened: readonly Finding[];
  /** There before and after, and the claim stands in it. */
  readonly joined: readonly Finding[];
  /** There before, and gone. */
  readonly closed: readonly Finding[];
}

/** Findings compared; a lorebook with more of them is compared around the thing alone. */
const MOST_COMPARED = 5_000;

export interface Kept {
  readonly findings: ReadonlyMap<FindingId, Finding>;
  /** Null = all that are kept; else those on it. */
  readonly about: EntityId | null;
}

/** What is kept now, to be compared with what will be. */
export function keptNow(read: LoreReader, about: EntityId | null): Kept {
  const all = read.findings({ limit: MOST_COMPARED + 1 });
  if (all.length <= MOST_COMPARED || about === null) return { findings: byId(all), about: null };
  return { findings: byId(read.findings({ about, limit: MOST_COMPARED })), about };
}

/** What came and went since `before`, and where the claim stands. */
export function effectSince(before: Kept, read: LoreReader, claim: ClaimId | null): Effect {
  const now = read.findings({ limit: MOST_COMPARED, ...(before.about === null ? {} : { about: before.about }) });
  const standing = claim === null ? [] : read.findingsOf([claim]);
  const after = byId([...now, ...standing.filter(({ id }) => before.about === null || before.findings.has(id))]);
  return {
    opened: [...after.values()].filter(({ id }) => !before.findings.has(id)),
    joined: standing.filter(({ id }) => before.findings.has(id)),
    closed: [...before.findings.values()].filter(({ id }) => read.finding(id) === undefined),
  };
}

function byId(findings: readonly Finding[]): ReadonlyMap<FindingId, Finding> {
  return new Map(findings.map((finding) => [finding.id, finding]));
}
