import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Engine } from './engine.ts';
import type { Built, Measured } from './measure.ts';

const RUN = join(import.meta.dirname, 'run-engine.ts');

/** Builds and measures an engine in processes that hold nothing else. */
export function measured(engine: Engine, folder: string): Measured {
  const built: Built = engine.file === undefined ? { buildMs: 0 } : run('build', engine, folder, 0);
  return run('measure', engine, folder, built.buildMs);
}

function run<T>(task: 'build' | 'measure', engine: Engine, folder: string, buildMs: number): T {
  const output = execFileSync(
    process.execPath,
    ['--expose-gc', '--max-old-space-size=8192', RUN, task, engine.name, folder, String(buildMs)],
    { encoding: 'utf8', maxBuffer: 2 ** 28, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return JSON.parse(output) as T;
}
