import type { FindOptions, Hit } from '../../lore/finder.ts';
import type { Database } from '../database.ts';
import type { Aim } from './closeness.ts';
import { aliasText, entitiesOf } from './entity-names.ts';
import { mark } from './highlight.ts';
import { popularIds } from './popular.ts';
import { byRank, type Scored } from './ranking.ts';

/** Fuse.js is asked about this many. */
const MARKED = 25;

/** The first names as they are shown, with the letters that match. Fuse.js settles what the ranking left equal. */
export function hitsOf(
  database: Database,
  typed: string,
  aim: Aim,
  scored: readonly Scored[],
  limit: number,
): readonly Hit[] {
  const shown = scored.slice(0, Math.max(limit, MARKED));
  const written = shown.map(({ row, entity }) =>
    row.isAlias ? (aliasText(database, row.id, row.folded) ?? entity.name) : entity.name,
  );
  const marked = mark(typed, written);
  const order = shown.map((one, index) => ({ one, index, fuseScore: marked[index]?.fuseScore ?? 1 }));
  order.sort((a, b) => byRank(a.one, b.one) || a.fuseScore - b.fuseScore || a.index - b.index);
  return order.slice(0, limit).map(({ one: { entity, cost, match }, index }) => {
    const matched = written[index] ?? '';
    const ranges = cost === 0 ? whole(matched) : (marked[index]?.ranges ?? []);
    return { entity, match, matched, score: Math.max(0, 1 - cost / Math.max(1, aim.folded.length)), ranges };
  });
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
