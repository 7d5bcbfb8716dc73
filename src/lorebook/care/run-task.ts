import { Worker } from 'node:worker_threads';
import type { CareOutcome, CareTask } from './task.ts';

/** A lorebook that takes longer is not looked over to its end. */
const PATIENCE_MS = 120_000;

/** The one that is at work now, or was last: such work is done one after the other, so that it never swamps the machine. */
let last: Promise<unknown> = Promise.resolve();

/** Does heavy work on a lorebook's file off the main thread; null where it takes too long. Throws what the work throws. */
export function runTask(task: CareTask): Promise<CareOutcome | null> {
  const done = last.then(
    () => inThread(task),
    () => inThread(task),
  );
  last = done.catch(() => undefined);
  return done;
}

function inThread(task: CareTask): Promise<CareOutcome | null> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: task });
    const timer = setTimeout(() => {
      resolve(null);
      void thread.terminate();
    }, PATIENCE_MS);
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(timer);
      // After a message or an error this changes nothing.
      reject(new Error(`the thread ended with ${code} and said nothing`));
    });
  });
}
