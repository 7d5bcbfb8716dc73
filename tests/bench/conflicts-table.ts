import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ClaimId } from '../../src/lore/ids.ts';
import type { Database, SqlValue } from '../../src/lorebook/database.ts';
import { refreshFindings } from '../../src/lorebook/findings/refresh.ts';
import { openLorebook } from '../../src/lorebook/open.ts';
import { JUDGES, scoreOf } from '../conflict/judges.ts';
import { labelledWorlds } from '../conflict/labelled.ts';
import { type Corpus, dice, fillCorpus } from './conflicts-corpus.ts';
import type { Measured } from './conflicts-measure.ts';
import { figure, percentile, table } from './statistics.ts';

const EDITS = 300;

/** How right the findings are, beside two simpler ways; and what finding them costs. */
export function conflictTables(full: boolean): void {
  console.log(`\n## Conflicts: labelled pairs\n\n${qualityTable()}`);
  const sizes = [1_000, 10_000, 100_000, ...(full ? [1_000_000] : [])];
  console.log(`\n## Conflicts: cost\n\n${costTable(sizes)}`);
}

export function qualityTable(): string {
  const worlds = labelledWorlds();
  const easy = worlds.map((world) => ({
    ...world,
    pairs: world.pairs.filter(({ name }) => !name.startsWith('hard: ')),
  }));
  const head = [
    'way',
    'pairs',
    'precision',
    'recall',
    'false signs',
    'right class',
    'right class without the hard pairs',
  ];
  const rows = JUDGES.map((judge) => {
    const score = scoreOf(judge, worlds);
    const { rightClass } = scoreOf(judge, easy);
    const { pairs, precision, recall, falseSigns } = score;
    return [
      judge.name,
      String(pairs),
      precision.toFixed(2),
      recall.toFixed(2),
      String(falseSigns),
      score.rightClass.toFixed(2),
      rightClass.toFixed(2),
    ];
  });
  return table(head, rows);
}

function costTable(sizes: readonly number[]): string {
  const head = [
    'claims',
    'full check s',
    'again s',
    'of it cpu s',
    'peak MB',
    'findings',
    'one edit p50 ms',
    'p50 cpu ms',
    'p90 ms',
    'p99 ms',
  ];
  return table(head, sizes.map(costOf));
}

function costOf(size: number): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'conflicts-'));
  const opened = openLorebook(join(folder, 'bench.db'), () => 0);
  if (!opened.ok) throw new Error(opened.problem.kind);
  const { database } = opened.value;
  const corpus = fillCorpus(database, size);
  const { firstSeconds, againSeconds, cpuSeconds, peakMb } = measured(opened.value.path);
  const findings = database.get<{ n: number }>('SELECT COUNT(*) AS n FROM finding')?.n ?? 0;
  const edits = editTimes(database, corpus);
  opened.value.close();
  rmSync(folder, { recursive: true });
  return [
    size.toLocaleString('en'),
    figure(firstSeconds),
    figure(againSeconds),
    figure(cpuSeconds),
    figure(peakMb),
    findings.toLocaleString('en'),
    figure(percentile(edits.wallMs, 0.5)),
    figure(percentile(edits.cpuMs, 0.5)),
    ...[0.9, 0.99].map((share) => figure(percentile(edits.wallMs, share))),
  ];
}

function measured(path: string): Measured {
  const script = join(import.meta.dirname, 'conflicts-measure.ts');
  return JSON.parse(execFileSync(process.execPath, [script, path], { encoding: 'utf8' })) as Measured;
}

interface EditTimes {
  readonly wallMs: readonly number[];
  readonly cpuMs: readonly number[];
}

type Row = Record<string, SqlValue> & { readonly id: number };

/** Retracts a claim, or tells one again for another account: a third of each of the latter a century off. */
function editTimes(database: Database, corpus: Corpus): EditTimes {
  const pick = dice(3);
  const actor = database.run(`INSERT INTO actor(ref, name) VALUES ('bench', 'bench')`).lastId;
  const edit = database.run('INSERT INTO edit(at, actor_id, op, target) VALUES (0, ?, ?, ?)', actor, 'x', 'x').lastId;
  const times = { wallMs: [] as number[], cpuMs: [] as number[] };
  for (let at = 0; at < EDITS; at += 1) {
    const row = database.get<Row>('SELECT * FROM claim WHERE id = ? AND retracted_by IS NULL', 1 + pick(corpus.claims));
    if (row === undefined) continue;
    const cpuBefore = process.cpuUsage();
    const started = performance.now();
    database.transaction(() => {
      const id = at % 3 === 0 ? retract(database, row, edit) : tellAgain(database, row, at % 3 === 1 ? 36_525 : 0);
      refreshFindings(database, { claims: [id] });
    });
    times.wallMs.push(performance.now() - started);
    const { user, system } = process.cpuUsage(cpuBefore);
    times.cpuMs.push((user + system) / 1000);
  }
  return times;
}

function retract(database: Database, row: Row, edit: number): ClaimId {
  database.run('UPDATE claim SET retracted_by = ? WHERE id = ?', edit, row.id);
  return row.id as ClaimId;
}

function tellAgain(database: Database, row: Row, days: number): ClaimId {
  const moved = (name: string, value: SqlValue): SqlValue =>
    typeof value === 'number' && /^[se]_(lo|hi)$/.test(name) ? value + days : value;
  const cells = Object.entries(row).filter(([name]) => name !== 'id' && name !== 'key');
  const columns = cells.map(([name]) => name).join(', ');
  const sql = `INSERT INTO claim(${columns}) VALUES (${cells.map(() => '?').join(', ')})`;
  return database.run(sql, ...cells.map(([name, value]) => moved(name, value))).lastId as ClaimId;
}
