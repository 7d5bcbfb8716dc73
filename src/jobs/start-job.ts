import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../lore/result.ts';
import type { JobMessage, JobName, JobOrder, JobProblem, Jobs } from './job.ts';

/** Memory a job may take besides SQLite's own. */
const MOST_MB = 1_024;
/** Most of what a reader makes is soon done with; a small nursery keeps the rest of the machine's memory free. */
const YOUNG_MB = 12;

/** Paths of the lorebooks that a job of this process works on. */
const working = new Set<string>();

/** Whether a job works on that lorebook now. */
export function isRunning(path: string): boolean {
  return working.has(path);
}

export interface StartedJob<Name extends JobName> {
  /** Rejects where the job broke (a bug); nothing was written then. */
  readonly done: Promise<Result<Jobs[Name]['output'], JobProblem>>;
  /** Ends it at once; its transaction leaves nothing. */
  cancel(): void;
}

/**
 * Runs long work on a lorebook in a thread of its own, on a connection of its own, so that whoever called goes on
 * meanwhile.
 */
export function startJob<Name extends JobName>(
  order: JobOrder<Name>,
  onProgress: (done: number) => void = () => {},
): StartedJob<Name> {
  const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: [],
  });
  working.add(order.path);
  const done = new Promise<Result<Jobs[Name]['output'], JobProblem>>((resolve, reject) => {
    worker.on('message', (message: JobMessage) => {
      switch (message.kind) {
        case 'progress':
          onProgress(message.done);
          break;
        case 'done':
          resolve(ok(message.output as Jobs[Name]['output']));
          break;
        case 'failed':
          resolve(fail(message.problem));
          break;
        case 'broken':
          reject(message.error);
      }
    });
    worker.on('error', (error) => {
      const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (isMemory) resolve(fail({ kind: 'out-of-memory', mostMb: MOST_MB }));
      else reject(error);
    });
    worker.on('exit', () => {
      // After a message this changes nothing: a promise is settled once.
      resolve(fail({ kind: 'cancelled' }));
    });
  });
  const settled = done.finally(() => working.delete(order.path));
  return { done: settled, cancel: () => void worker.terminate() };
}
