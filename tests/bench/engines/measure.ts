import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nameCorpus } from '../name-corpus.ts';
import type { NameQuery } from '../name-queries.ts';
import { type Chance, chance } from '../seeded.ts';
import type { Engine } from './engine.ts';

/** What one query got. */
export interface Answered {
  readonly class: NameQuery['class'];
  readonly letters: number;
  readonly ms: number;
  /** Place of the meant name, 1 = first; 0 = not among the answers. */
  readonly place: number;
}

export interface Built {
  readonly buildMs: number;
}

export interface Measured extends Built {
  /** Growth of the process over one that holds the list (over a bare one, for a file). */
  readonly memoryMb: number;
  readonly fileMb: number;
  /** Opening and the first query. */
  readonly firstMs: number;
  readonly answered: readonly Answered[];
  /** Milliseconds for each name added at last. */
  readonly inserts: readonly number[];
}

const MB = 2 ** 20;
const WARM_UP = 100;
const SEED = 5;
/** Names that no corpus holds. */
const NEWCOMERS = nameCorpus(300, 99).map((name, at) => `${name} Newcomer ${at}`);

export async function build(engine: Engine, folder: string): Promise<Built> {
  const names = namesIn(folder);
  const start = performance.now();
  await engine.build(names, folder);
  return { buildMs: performance.now() - start };
}

export async function measure(engine: Engine, folder: string, buildMs: number): Promise<Measured> {
  const inMemory = engine.file === undefined ? namesIn(folder) : undefined;
  const queries = sample(JSON.parse(readFileSync(join(folder, 'queries.json'), 'utf8')), engine, folder);
  const bare = resident();
  let built = buildMs;
  if (inMemory !== undefined) {
    const start = performance.now();
    await engine.build(inMemory, folder);
    built = performance.now() - start;
  }
  const start = performance.now();
  const search = engine.open(folder);
  search(queries[0]?.text.slice(0, 1) ?? 'a');
  const firstMs = performance.now() - start;
  const answered = answerAll(search, queries);
  const memoryMb = (resident() - bare) / MB;
  const fileMb = engine.file === undefined ? 0 : statSync(join(folder, engine.file)).size / MB;
  const inserts = engine.insert?.(NEWCOMERS, folder) ?? [];
  return { buildMs: built, memoryMb, fileMb, firstMs, answered, inserts };
}

function namesIn(folder: string): readonly string[] {
  return readFileSync(join(folder, 'names.txt'), 'utf8').split('\n');
}

function sample(queries: readonly NameQuery[], engine: Engine, folder: string): readonly NameQuery[] {
  // Text that means nothing is only for the engine that promises to bear it: others take minutes over it.
  const asked = queries.filter((query) => query.class !== 'bad input' || engine.file !== undefined);
  const most = engine.atMost?.(Number(readFileSync(join(folder, 'size.txt'), 'utf8'))) ?? asked.length;
  const random: Chance = chance(SEED);
  const shuffled = asked.map((query) => ({ query, at: random.next() })).sort((a, b) => a.at - b.at);
  return shuffled.slice(0, most).map(({ query }) => query);
}

function resident(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

function answerAll(search: (query: string) => readonly string[], queries: readonly NameQuery[]): readonly Answered[] {
  for (const query of queries.slice(0, Math.min(WARM_UP, queries.length / 10))) search(query.text);
  return queries.map((query) => {
    const start = performance.now();
    const found = search(query.text);
    const ms = performance.now() - start;
    return { class: query.class, letters: query.text.length, ms, place: found.indexOf(query.gold) + 1 };
  });
}
