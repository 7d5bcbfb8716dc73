import type { Finding } from '../lore/finding.ts';
import type { ClaimId, EntityId, FindingId } from '../lore/ids.ts';
import { onceEach } from '../lore/once-each.ts';
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

/** Findings around one thing that are kept at hand, should the change close them. */
const MOST_AROUND = 500;
const MOST_KEPT = 5_000;
/** Opened ones that are read in full; a change of one fact opens few. */
const MOST_OPENED = 100;

export interface Kept {
  readonly ids: ReadonlySet<FindingId>;
  /** Those that the change may close, as they are now: once closed they cannot be read. */
  readonly around: readonly Finding[];
}

/** What is kept now, to be compared with what will be. `about` null: the change may close any of them. */
export function keptNow(read: LoreReader, about: readonly EntityId[] | null, claim: ClaimId | null = null): Kept {
  const around =
    about === null
      ? read.findings({ limit: MOST_KEPT })
      : [
          ...(claim === null ? [] : read.findingsOf([claim])),
          ...about.flatMap((entity) => read.findings({ about: entity, limit: MOST_AROUND })),
        ];
  return { ids: read.findingIds(), around: onceEach(around) };
}

/** What came and went since `before`, and where the claim stands. */
export function effectSince(before: Kept, read: LoreReader, claim: ClaimId | null): Effect {
  const now = read.findingIds();
  const opened = [...now].filter((id) => !before.ids.has(id)).slice(0, MOST_OPENED);
  const standing = claim === null ? [] : read.findingsOf([claim]);
  return {
    opened: opened.flatMap((id) => read.finding(id) ?? []),
    joined: standing.filter(({ id }) => before.ids.has(id)),
    closed: before.around.filter(({ id }) => !now.has(id)),
  };
}
