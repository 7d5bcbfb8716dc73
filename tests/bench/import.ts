import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import wtf from 'wtf_wikipedia';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import type { ImportInput } from '../../src/jobs/import-job.ts';
import { startJob } from '../../src/jobs/start-job.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import { wikiExportXml } from '../support/wiki-export.ts';
import { nameCorpus } from './name-corpus.ts';
import { chance } from './seeded.ts';
import { figure, table } from './statistics.ts';

const ACTOR = { ref: 'bench', name: 'Bench' };
const BEAT_MS = 20;

/**
 * A wiki export of `wikiMb` and a table of `rows` imported in a thread of its own, with how late a timer of the thread
 * that answers was meanwhile; beside it what only reading the XML costs, and what wtf_wikipedia needs for the same pages.
 */
export async function importTables(wikiMb: number, rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'concordance-bench-'));
  try {
    const wiki = join(folder, 'wiki.xml');
    const pages = wikiOf(wikiMb);
    writeFileSync(wiki, wikiExportXml(pages));
    const claims = join(folder, 'claims.csv');
    writeFileSync(claims, claimsOf(rows));
    const mb = figure(statSync(wiki).size / 1e6);
    const lines = [
      await importRow(`import of a wiki export (${mb} MB)`, folder, wiki),
      plainRow('saxes alone on the same file', () => new SaxesParser().write(readFileSync(wiki, 'utf8')).close()),
      plainRow('wtf_wikipedia alone on the same texts', () => {
        for (const { title, text } of pages) wtf(text ?? '', { title }).json();
      }),
      await importRow(`import of ${rows.toLocaleString('en')} CSV rows`, folder, claims),
    ];
    console.log(`\n## Importing\n\n${table(['what', 's', 'MB more', 'latest beat ms'], lines)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function importRow(what: string, folder: string, path: string): Promise<string[]> {
  const lorebook = openLorebook(join(folder, `${what.length}.db`), Date.now);
  const pack = starterPack(null);
  if (!lorebook.ok || !pack.ok) throw new Error('no lorebook to import into');
  stock(lorebook.value, pack.value, ACTOR, 0);
  lorebook.value.close();
  const input: ImportInput = {
    paths: [path],
    title: 'Bench',
    encoding: null,
    format: null,
    mapping: null,
    isDryRun: false,
    isPartial: false,
    by: { actor: ACTOR, level: 'admin', isOwnOnly: false },
    at: 0,
  };
  let latest = 0;
  const before = process.memoryUsage.rss();
  let peak = before;
  let beat = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    latest = Math.max(latest, now - beat - BEAT_MS);
    peak = Math.max(peak, process.memoryUsage.rss());
    beat = now;
  }, BEAT_MS);
  const began = performance.now();
  const done = await startJob({ name: 'import', path: lorebook.value.path, input }).done;
  clearInterval(timer);
  if (!done.ok || done.value.kind !== 'imported') throw new Error(JSON.stringify(done));
  return [what, figure((performance.now() - began) / 1000), figure((peak - before) / 2 ** 20), figure(latest)];
}

function plainRow(what: string, work: () => void): string[] {
  const began = performance.now();
  work();
  const seconds = (performance.now() - began) / 1000;
  return [what, figure(seconds), '', ''];
}

/** Pages of people with infoboxes, links, notes and a few paragraphs, until there are so many megabytes. */
function wikiOf(mb: number) {
  const names = nameCorpus(20_000);
  const random = chance(9);
  const pages: { title: string; text: string }[] = [];
  for (let bytes = 0; bytes < mb * 1e6; ) {
    const link = (): string => `[[${random.pick(names)}]]`;
    const sentence = (): string =>
      `In ${900 + (pages.length % 500)} ${link()} sailed with ${link()} to the far harbour.<ref>''${random.pick(names)}'', page ${pages.length}</ref>`;
    const text = `{{Infobox Character\n| born = ${900 + (pages.length % 500)}\n| affiliation = ${link()}\n| rank = Captain\n}}
${Array.from({ length: 4 }, () => Array.from({ length: 6 }, sentence).join(' ')).join('\n\n')}\n[[Category:Characters]]`;
    pages.push({ title: `${random.pick(names)} ${pages.length}`, text });
    bytes += text.length;
  }
  return pages;
}

function claimsOf(rows: number): string {
  const lines = ['subject,predicate,value,date'];
  for (let row = 0; row < rows; row += 1) {
    lines.push(`Thing ${row % 50_000},described_as,word ${row},${2000 + (row % 300)}`);
  }
  return lines.join('\n');
}
