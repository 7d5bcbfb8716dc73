import { parentPort, workerData } from 'node:worker_threads';
import { openLorebook, openProblemOf } from '../lorebook/open.ts';
import { addClaimsJob } from './add-claims-job.ts';
import { exportJob } from './export-job.ts';
import { importJob } from './import-job.ts';
import type { Job, JobMessage, JobName, JobOrder, JobProblem, JobProgress } from './job.ts';

const JOBS: { readonly [Name in JobName]: Job<Name> } = {
  export: exportJob,
  import: importJob,
  'add-claims': addClaimsJob,
};

/** Progress is told this often at most, in milliseconds. */
const TELL_EVERY = 100;

say(outcomeOf(workerData as JobOrder));

function outcomeOf<Name extends JobName>({ name, path, input }: JobOrder<Name>): JobMessage {
  const opened = openLorebook(path, Date.now);
  if (!opened.ok) return failed({ kind: 'lorebook', problem: opened.problem });
  let told = 0;
  try {
    const job: Job<Name> = JOBS[name];
    const output = job(opened.value, input, (done) => {
      const now = Date.now();
      if (now - told < TELL_EVERY) return;
      told = now;
      say({ kind: 'progress', done });
    });
    return { kind: 'done', output };
  } catch (error) {
    const problem = openProblemOf(error, path);
    if (problem !== undefined) return failed({ kind: 'lorebook', problem });
    return { kind: 'broken', error: error instanceof Error ? error : new Error(String(error)) };
  } finally {
    opened.value.close();
  }
}

function failed(problem: JobProblem): JobMessage {
  return { kind: 'failed', problem };
}

/** Files are handed over, not copied: the thread that answers would stand still for a large one. */
function say(message: JobMessage | JobProgress): void {
  const parts = message.kind === 'done' && message.output instanceof Object ? Object.values(message.output) : [];
  // Small ones share their memory with others.
  const files = parts.flatMap((part) =>
    part instanceof Uint8Array && part.buffer instanceof ArrayBuffer && part.byteLength === part.buffer.byteLength
      ? [part.buffer]
      : [],
  );
  parentPort?.postMessage(message, files);
}
