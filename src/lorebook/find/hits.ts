import type { FindOptions, Hit } from '../../lore/finder.ts';
import type { Database } from '../database.ts';
import type { Aim } from './closeness.ts';
import { aliasText, entitiesOf } from './entity-names.ts';
import { mark } from './highlight.ts';
import { popularIds } from './popular.ts';
import { byRank, type Scored } from './ranking.ts';

/** Fuse.js is asked about this many. */
const MARKED = 25;

interface Shown {
  readonly one: Scored;
  /** The name or alias as it is written. */
  readonly matched: string;
}

/**
 * The first names as they are shown. Fuse.js settles what the ranking left equal, and says which letters match once
 * somebody wants to know: a keystroke does not.
 */
export function hitsOf(
  database: Database,
  typed: string,
  aim: Aim,
  scored: readonly Scored[],
  limit: number,
): readonly Hit[] {
  const shown = scored.slice(0, Math.max(limit, MARKED)).map((one) => ({ one, matched: writtenOf(database, one) }));
  return settled(typed, shown)
    .slice(0, limit)
    .map(({ one: { entity, cost, match }, matched }) => {
      let ranges: Hit['ranges'] | undefined;
      return {
        entity,
        match,
        matched,
        score: Math.max(0, 1 - cost / Math.max(1, aim.folded.length)),
        get ranges() {
          ranges ??= cost === 0 ? whole(matched) : (mark(typed, [matched])[0]?.ranges ?? []);
          return ranges;
        },
      };
    });
}

function writtenOf(database: Database, { row, entity }: Scored): string {
  return row.isAlias ? (aliasText(database, row.id, row.folded) ?? entity.name) : entity.name;
}

/** In order of rank, equals by what Fuse.js thinks of them, then as they came. */
function settled(typed: string, shown: readonly Shown[]): readonly Shown[] {
  const sorted = shown.toSorted((a, b) => byRank(a.one, b.one));
  const tied = sorted.filter(({ one }, at) =>
    [sorted[at - 1], sorted[at + 1]].some((beside) => beside !== undefined && byRank(beside.one, one) === 0),
  );
  const marked = mark(
    typed,
    tied.map(({ matched }) => matched),
  );
  const scores = new Map(tied.map((one, at) => [one, marked[at]?.fuseScore ?? 1]));
  return sorted.toSorted((a, b) => byRank(a.one, b.one) || (scores.get(a) ?? 1) - (scores.get(b) ?? 1));
}

/** What to show before anything is typed. */
export function popularHits(database: Database, { kinds, limit }: FindOptions): readonly Hit[] {
  const ids = popularIds(database, kinds === undefined ? null : JSON.stringify(kinds), limit);
  const entities = entitiesOf(database, ids);
  return ids.flatMap((id) => {
    const entity = entities.get(id);
    return entity === undefined
      ? []
      : [{ entity, match: 'prefix' as const, matched: entity.name, score: 0, ranges: [] }];
  });
}

function whole(text: string): Hit['ranges'] {
  return text === '' ? [] : [[0, text.length - 1]];
}
