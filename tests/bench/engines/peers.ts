import { Query, SearcherFactory } from '@m31coding/fuzzy-search';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Engine } from './engine.ts';

const LIMIT = 25;

/** An engine that lives in memory: `open` hands out what `build` made. */
function inMemory(
  name: string,
  index: (names: readonly string[]) => (query: string) => readonly string[],
  atMost?: (size: number) => number,
): Engine {
  let search: (query: string) => readonly string[] = () => [];
  return {
    name,
    build: (names) => {
      search = index(names);
    },
    open: () => search,
    ...(atMost === undefined ? {} : { atMost }),
  };
}

export const fuse = inMemory(
  'Fuse.js 7.5',
  (names) => {
    const engine = new Fuse(names);
    return (query) => engine.search(query, { limit: LIMIT }).map((result) => result.item);
  },
  (size) => (size >= 1_000_000 ? 10 : size >= 100_000 ? 100 : size >= 10_000 ? 500 : Number.POSITIVE_INFINITY),
);

export const miniSearch = inMemory(
  'MiniSearch',
  (names) => {
    const engine = new MiniSearch<{ id: number; name: string }>({ fields: ['name'] });
    engine.addAll(names.map((name, id) => ({ id, name })));
    const options = {
      fuzzy: 0.2,
      prefix: (_term: string, at: number, terms: readonly string[]) => at === terms.length - 1,
      combineWith: 'AND',
    } as const;
    return (query) =>
      engine
        .search(query, options)
        .slice(0, LIMIT)
        .map((result) => names[Number(result.id)] ?? '');
  },
  (size) => (size >= 1_000_000 ? 200 : Number.POSITIVE_INFINITY),
);

export const flexSearch = inMemory('FlexSearch', (names) => {
  const engine = new Index({ tokenize: 'forward' });
  for (const [id, name] of names.entries()) engine.add(id, name);
  return (query) => engine.search(query, { limit: LIMIT }).map((id) => names[Number(id)] ?? '');
});

export const fuzzySearch = inMemory('@m31coding/fuzzy-search', (names) => {
  const engine = SearcherFactory.createDefaultSearcher<string, string>();
  engine.indexEntities(
    [...names],
    (name) => name,
    (name) => [name],
  );
  return (query) => engine.getMatches(new Query(query, LIMIT)).matches.map((match) => match.entity);
});
