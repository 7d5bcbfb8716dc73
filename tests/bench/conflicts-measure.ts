import { statSync } from 'node:fs';
import { rebuildFindings } from '../../src/lorebook/findings/refresh.ts';
import { openLorebook } from '../../src/lorebook/open.ts';

export interface Measured {
  readonly firstSeconds: number;
  readonly againSeconds: number;
  /** Processor time of the second check: what the clock would show on a machine with nothing else to do. */
  readonly cpuSeconds: number;
  /** Without the pages of the lorebook's file, which SQLite maps and the system can take back. */
  readonly peakMb: number;
}

// A process of its own, so that what was measured before does not count: node conflicts-measure.ts LOREBOOK
const [, , path = ''] = process.argv;
const opened = openLorebook(path, () => 0);
if (!opened.ok) throw new Error(opened.problem.kind);
const { database } = opened.value;
const firstSeconds = secondsOf(() => rebuildFindings(database));
const peakMb = process.resourceUsage().maxRSS / 1024 - statSync(path).size / 2 ** 20;
const cpuBefore = process.cpuUsage();
const againSeconds = secondsOf(() => rebuildFindings(database));
const { user, system } = process.cpuUsage(cpuBefore);
const cpuSeconds = (user + system) / 1e6;
console.log(JSON.stringify({ firstSeconds, againSeconds, cpuSeconds, peakMb } satisfies Measured));

function secondsOf(work: () => void): number {
  const started = performance.now();
  work();
  return (performance.now() - started) / 1000;
}
