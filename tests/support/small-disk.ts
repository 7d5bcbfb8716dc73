import { spawnSync } from 'node:child_process';
import { PROJECT } from './sources.ts';

/** Ways to a file system of one's own that goes with the process: as anybody, then as root. */
const WAYS: readonly (readonly string[])[] = [['--user', '--map-root-user', '--mount'], ['--mount']];

function mounting(megabytes: number, folder: string, then: string): string {
  return `mount -t tmpfs -o size=${megabytes}m tmpfs ${folder} && ${then}`;
}

/** How a small disk can be made here; null where it cannot. */
export function wayToSmallDisk(folder: string): readonly string[] | null {
  const works = (way: readonly string[]): boolean =>
    spawnSync('unshare', [...way, 'sh', '-c', mounting(1, folder, 'true')]).status === 0;
  return WAYS.find(works) ?? null;
}

/** Runs a file of ours with its temporary folder on a disk of that size; gives what it printed. */
export function ranOnSmallDisk(way: readonly string[], folder: string, megabytes: number, file: string): string {
  const run = mounting(megabytes, folder, `TMPDIR=${folder} exec ${process.execPath} ${file}`);
  const ran = spawnSync('unshare', [...way, 'sh', '-c', run], { cwd: PROJECT, encoding: 'utf8', timeout: 60_000 });
  if (ran.status !== 0) throw new Error(`it ended with ${ran.status ?? ran.signal}: ${ran.stderr}`);
  return ran.stdout;
}
