import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import wtf from 'wtf_wikipedia';
import { starterPack, stock } from '../../src/edit/pack/stock.ts';
import type { ImportInput } from '../../src/jobs/import-job.ts';
import { startJob } from '../../src/jobs/start-job.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import { beginBeats } from '../support/late-beats.ts';
import { wikiExportXml } from '../support/wiki-export.ts';
import { nameCorpus } from './name-corpus.ts';
import { chance } from './seeded.ts';
import { figure, table } from './statistics.ts';

const ACTOR = { ref: 'bench', name: 'Bench' };
/** How long the machine's own lateness is measured, with nothing else to do. */
const IDLE_MS = 3_000;

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
    const people = join(folder, 'people.csv');
    writeFileSync(people, peopleOf(rows));
    const mb = figure(statSync(wiki).size / 1e6);
    const count = rows.toLocaleString('en');
    const lines = [
      await idleRow(),
      await jobRow(`import of a wiki export (${mb} MB)`, folder, (path) => imported(path, wiki)),
      plainRow('saxes alone on the same file', () => new SaxesParser().write(readFileSync(wiki, 'utf8')).close()),
      plainRow('wtf_wikipedia alone on the same texts', () => {
        for (const { title, text } of pages) wtf(text ?? '', { title }).json();
      }),
      await jobRow(`import of ${count} CSV rows`, folder, (path) => imported(path, claims)),
      await jobRow(`the same as claims in bulk`, folder, (path) => added(path, claims)),
      await jobRow(`import of a table of ${count} rows by its mapping`, folder, (path) => imported(path, people)),
    ];
    console.log(`\n## Importing\n\n${table(['what', 's', 'MB at most', 'latest beat ms'], lines)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the machine makes late by itself. */
async function idleRow(): Promise<string[]> {
  const beats = beginBeats();
  await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
  return ['nothing at all', figure(IDLE_MS / 1000), '', figure(beats.end().latestMs)];
}

/** A job on a lorebook of its own, while this thread answers look-ups from the same lorebook. */
async function jobRow(what: string, folder: string, job: (path: string) => Promise<unknown>): Promise<string[]> {
  const lorebook = openLorebook(join(folder, `${what.length}.db`), Date.now);
  const pack = starterPack(null);
  if (!lorebook.ok || !pack.ok) throw new Error('no lorebook to import into');
  stock(lorebook.value, pack.value, ACTOR, 0);
  const { read, references, path } = lorebook.value;
  const beats = beginBeats(() => {
    const [entity] = references.entities('Thing 7');
    if (entity !== undefined) read.claimsBySubject(entity.id);
  });
  const began = performance.now();
  await job(path);
  const seconds = (performance.now() - began) / 1000;
  const { latestMs, peakBytes } = beats.end();
  lorebook.value.close();
  return [what, figure(seconds), figure(peakBytes / 2 ** 20), figure(latestMs)];
}

const BY = { actor: ACTOR, level: 'admin', isOwnOnly: false } as const;

async function imported(path: string, file: string): Promise<void> {
  const input: ImportInput = {
    paths: [file],
    title: 'Bench',
    encoding: null,
    format: null,
    mapping: null,
    isDryRun: false,
    isPartial: false,
    by: BY,
    at: 0,
  };
  const done = await startJob({ name: 'import', path, input }).done;
  if (!done.ok || done.value.kind !== 'imported') throw new Error(JSON.stringify(done));
}

async function added(path: string, file: string): Promise<void> {
  const asked = { path: file, name: 'claims.csv', account: 'Bench', encoding: null, draft: null };
  const input = { ...asked, canCreate: true, isPartial: false, isDryRun: false, by: BY, at: 0 };
  const done = await startJob({ name: 'add-claims', path, input }).done;
  if (!done.ok || done.value.kind !== 'added') throw new Error(JSON.stringify(done));
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

function peopleOf(rows: number): string {
  const names = nameCorpus(20_000);
  const random = chance(11);
  const lines = ['id,name,home'];
  for (let row = 1; row <= rows; row += 1) lines.push(`${row},${random.pick(names)} ${row},Town ${row % 3000}`);
  return lines.join('\n');
}
