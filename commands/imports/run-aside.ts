import type { JobName, Jobs } from '../../src/jobs/job.ts';
import { isRunning, startJob } from '../../src/jobs/start-job.ts';
import { fail, ok, type Result } from '../../src/lore/result.ts';
import { importActs as acts, jobProblemText } from '../../src/messages/en/import.ts';
import type { ActContext } from '../command.ts';

/** Runs a job on the lorebook, saying now and then how far it is; a problem is the sentence that tells it. */
export async function runAside<Name extends JobName>(
  { lorebook, around }: ActContext,
  name: Name,
  input: Jobs[Name]['input'],
  progress: (done: number) => string,
): Promise<Result<Jobs[Name]['output'], string>> {
  if (isRunning(lorebook.path)) return fail(acts.busy);
  const job = startJob<Name>({ name, path: lorebook.path, input }, (done) => around.working(progress(done)));
  // While the job writes, nobody's edit waits for it: the thread that answers must not stand still.
  lorebook.waitForOthers(0);
  const done = await job.done.finally(() => {
    if (lorebook.isOpen) lorebook.waitForOthers(null);
  });
  return done.ok ? ok(done.value) : fail(jobProblemText(done.problem));
}
