import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../lore/result.ts';
import type { JobMessage, JobName, JobOrder, JobProblem, JobProgress, Jobs } from './job.ts';

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

/** Work in a thread of its own. */
export interface Thread<Output> {
  /** Rejects where the work broke (a bug); nothing was written then. */
  readonly done: Promise<Result<Output, JobProblem>>;
  /** Ends it at once; its transaction leaves nothing. */
  cancel(): void;
}

export type StartedJob<Name extends JobName> = Thread<Jobs[Name]['output']>;

/**
 * Runs long work on a lorebook in a thread of its own, on a connection of its own, so that whoever called goes on
 * meanwhile.
 */
export function startJob<Name extends JobName>(
  order: JobOrder<Name>,
  onProgress: (done: number) => void = () => {},
): StartedJob<Name> {
  const file = new URL('./worker.mjs', import.meta.url);
  return startThread<Jobs[Name]['output'], JobProgress>(file, order, ({ done }) => onProgress(done));
}

/** Starts a thread on a file of ours; `heard` is told of what it says besides how it ended. */
export function startThread<Output, Said extends { readonly kind: string }>(
  file: URL,
  workerData: { readonly path: string },
  heard: (said: Said, worker: Worker) => void | Promise<void>,
): Thread<Output> {
  const { path } = workerData;
  const worker = new Worker(file, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MOST_MB, maxYoungGenerationSizeMb: YOUNG_MB },
    execArgv: [],
  });
  working.add(path);
  const done = new Promise<Result<Output, JobProblem>>((resolve, reject) => {
    worker.on('message', (message: JobMessage | Said) => {
      if (isEnd(message)) end(message);
      else new Promise<void>((told) => told(heard(message as Said, worker))).catch(reject);
    });
    const end = (message: JobMessage): void => {
      if (message.kind === 'done') resolve(ok(message.output as Output));
      else if (message.kind === 'failed') resolve(fail(message.problem));
      else reject(message.error);
    };
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
  const settled = done.finally(() => working.delete(path));
  return { done: settled, cancel: () => void worker.terminate() };
}

const ENDS: ReadonlySet<string> = new Set<JobMessage['kind']>(['done', 'failed', 'broken']);

function isEnd(message: { readonly kind: string }): message is JobMessage {
  return ENDS.has(message.kind);
}
