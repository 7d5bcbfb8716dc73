import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES } from './engines/all.ts';
import { measured } from './engines/in-own-process.ts';
import type { Answered, Measured } from './engines/measure.ts';
import { nameCorpus } from './name-corpus.ts';
import { nameQueries, QUERY_CLASSES } from './name-queries.ts';
import { figure, mean, percentile, share, table } from './statistics.ts';

/** Names of every size, each engine on the same queries. */
export function printNames(sizes: readonly number[], only: string | undefined): void {
  for (const size of sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
    try {
      const names = nameCorpus(size);
      writeFileSync(join(folder, 'names.txt'), names.join('\n'));
      writeFileSync(join(folder, 'size.txt'), String(size));
      writeFileSync(join(folder, 'queries.json'), JSON.stringify(nameQueries(names)));
      console.log(`\n## ${size.toLocaleString('en')} names\n`);
      const results = new Map<string, Measured>();
      for (const engine of ENGINES) {
        if (only === undefined || engine.name.includes(only)) results.set(engine.name, measured(engine, folder));
      }
      console.log(report(results));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
}

const CLASSES = QUERY_CLASSES.filter((kind) => kind !== 'bad input' && kind !== 'misspelling');

function report(results: ReadonlyMap<string, Measured>): string {
  const engines = [...results];
  const perClass = (cell: (answered: readonly Answered[]) => string) =>
    engines.map(([name, { answered }]) => [
      name,
      ...CLASSES.map((kind) => cell(answered.filter((one) => one.class === kind))),
    ]);
  const placed = (most: number) => (answered: readonly Answered[]) =>
    share(answered.map(({ place }) => place > 0 && place <= most));
  const quality = perClass((answered) => `${decimal(placed(1)(answered))} / ${decimal(placed(5)(answered))}`);
  const speed = perClass((answered) => times(answered));
  return [
    'Right name first / among the first five:\n',
    table(['engine', ...CLASSES], quality),
    '\nMilliseconds, p50 / p99:\n',
    table(['engine', ...CLASSES], speed),
    '\nOver all of these queries:\n',
    table(
      [
        'engine',
        'p50 ms',
        'p99 ms',
        'p99.9 ms',
        'MRR',
        'bad input p99',
        'build s',
        'first answer ms',
        'file MB',
        'RSS MB',
        'insert p50 / p99',
        'n',
      ],
      engines.map(([name, result]) => [name, ...overall(result)]),
    ),
  ].join('\n');
}

function overall({ answered, buildMs, firstMs, fileMb, memoryMb, inserts }: Measured): readonly string[] {
  const asked = answered.filter((one) => one.class !== 'bad input');
  const bad = answered.filter((one) => one.class === 'bad input');
  const ms = asked.map((one) => one.ms);
  return [
    figure(percentile(ms, 0.5)),
    figure(percentile(ms, 0.99)),
    figure(percentile(ms, 0.999)),
    decimal(mean(asked.map(({ place }) => (place === 0 ? 0 : 1 / place)))),
    figure(
      percentile(
        bad.map((one) => one.ms),
        0.99,
      ),
    ),
    figure(buildMs / 1000),
    figure(firstMs),
    fileMb === 0 ? '–' : figure(fileMb),
    figure(memoryMb),
    inserts.length === 0 ? '–' : `${figure(percentile(inserts, 0.5))} / ${figure(percentile(inserts, 0.99))}`,
    String(asked.length),
  ];
}

function times(answered: readonly Answered[]): string {
  const ms = answered.map((one) => one.ms);
  return `${figure(percentile(ms, 0.5))} / ${figure(percentile(ms, 0.99))}`;
}

function decimal(value: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(3);
}
