import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES } from './engines/all.ts';
import { measured } from './engines/in-own-process.ts';
import type { NameQuery } from './name-queries.ts';
import { figure, mean, percentile, share, table } from './statistics.ts';

const BESIDE = join(import.meta.dirname, '../../../shared/data/spelling');

/**
 * Real misspellings, with the right words as the names: lists where a line `$right` is followed by the ways in which
 * people wrote it. They are no part of the project; `folder` says where some are.
 */
export function printSpelling(folder = BESIDE): void {
  if (!existsSync(folder)) {
    console.log('\nReal misspellings: no lists found; set SPELLING_DIR to a folder of `$right` / `wrong` lines.');
    return;
  }
  const lists = readdirSync(folder).filter((file) => file.endsWith('.dat'));
  for (const list of lists.sort()) {
    const queries = misspellings(readFileSync(join(folder, list), 'utf8'));
    const words = [...new Set(queries.map((query) => query.gold))];
    console.log(`\n## Real misspellings: ${list}, ${words.length} words, ${queries.length} misspellings\n`);
    console.log(report(words, queries));
  }
}

function misspellings(text: string): readonly NameQuery[] {
  const queries: NameQuery[] = [];
  let gold = '';
  for (const line of text.split(/\r?\n/).map((one) => one.trim().replaceAll('_', ' '))) {
    if (line.startsWith('$')) gold = line.slice(1);
    else if (line !== '') queries.push({ class: 'misspelling', text: line, gold });
  }
  return queries;
}

function report(words: readonly string[], queries: readonly NameQuery[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
  try {
    writeFileSync(join(folder, 'names.txt'), words.join('\n'));
    writeFileSync(join(folder, 'size.txt'), String(words.length));
    writeFileSync(join(folder, 'queries.json'), JSON.stringify(queries));
    const rows = ENGINES.map((engine) => {
      const { answered } = measured(engine, folder);
      const places = answered.map((one) => one.place);
      return [
        engine.name,
        share(places.map((place) => place === 1)).toFixed(3),
        share(places.map((place) => place > 0 && place <= 5)).toFixed(3),
        mean(places.map((place) => (place === 0 ? 0 : 1 / place))).toFixed(3),
        figure(
          percentile(
            answered.map((one) => one.ms),
            0.5,
          ),
        ),
      ];
    });
    return table(['engine', 'right first', 'right in five', 'MRR', 'p50 ms'], rows);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
