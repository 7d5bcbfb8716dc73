// npm run crash [-- --kills N] [--seed N]: kills a process that edits, again and again, and inspects what it left.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chance } from '../bench/seeded.ts';
import { rounds, type Tally } from './rounds.ts';
import { syncGuard } from './sync-guard.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const kills = Number(values.kills ?? 1000);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const lanes = Math.min(2, availableParallelism(), kills);
const compiled = mkdtempSync(join(tmpdir(), 'concordance-compiled-'));
const tally: Tally = { kills: 0, acknowledged: 0, kept: 0, lost: 0, complaints: [] };

process.stdout.write(`${kills} kills, seed ${seed} (npm run crash -- --kills ${kills} --seed ${seed})\n`);
const began = performance.now();
const share = (lane: number): number => Math.floor((kills + lane) / lanes);
await Promise.all(
  Array.from({ length: lanes }, (_, lane) =>
    rounds(`${'abcdefgh'[lane]}`, share(lane), chance(seed + lane), compiled, tally),
  ),
);
const seconds = ((performance.now() - began) / 1000).toFixed(0);
const inFlight = `${tally.kept} edits in flight are whole on the disk, ${tally.lost - tally.kept} left no trace`;
process.stdout.write(`${tally.kills} kills in ${seconds} s: ${tally.acknowledged} edits acknowledged; ${inFlight}\n`);
const complaints = [...tally.complaints, ...(await syncGuard(compiled))];
rmSync(compiled, { recursive: true });
for (const complaint of complaints.slice(0, 20)) process.stdout.write(`WRONG ${complaint}\n`);
if (complaints.length === 0) process.stdout.write('every acknowledged edit is there once and whole\n');
process.exit(complaints.length === 0 ? 0 : 1);
