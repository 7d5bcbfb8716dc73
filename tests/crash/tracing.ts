import { spawnSync } from 'node:child_process';

/** True where strace is there and may trace (it may not in many containers). */
export function hasTracing(): boolean {
  return spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;
}
